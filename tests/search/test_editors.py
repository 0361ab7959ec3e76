"""What editors add: words, suggested and excluded results; in use at once, in every process, for their time only."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation

from core.cache.purges import log
from search.filters import Filters
from search.lexicon.current import current
from search.models import Concept, Exclusion, Expression, Promotion
from search.selectors import search
from search.services import rebuild
from search.wording import said_elsewhere
from tests.conftest import NOON
from tests.factories import home as make


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def pages(homes, committed):
    """Two pages that search knows: about boats, and about the harbour."""
    with committed():
        boats = make.standard_page(homes["el"], title="Βάρκες και σκάφη", slug="varkes")
        harbour = make.standard_page(homes["el"], title="Μαρίνα σκαφών", slug="limani")
    rebuild()
    return {"boats": boats, "harbour": harbour}


def titles(query: str, at=NOON) -> list[str]:
    return [result.document.title for result in search(query, Filters(), language="el", now=at).results]


def suggested(query: str, at=NOON, language: str = "el") -> list[str]:
    page = search(query, Filters(), language=language, now=at)
    return [result.document.title for result in page.results if result.suggested]


def concept(name: str, *texts: str, **fields) -> Concept:
    with transaction.atomic():
        made = Concept.objects.create(name=name, **fields)
        for text in texts:
            Expression.objects.create(concept=made, language="el", text=text)
    return made


def test_a_new_word_finds_what_its_concept_finds(pages, committed):
    assert titles("πλεούμενο") == []
    with committed():
        concept("βάρκα", "πλεούμενο")
    assert titles("πλεούμενο") == ["Βάρκες και σκάφη"]
    assert titles("pleoymeno") == ["Βάρκες και σκάφη"]


def test_a_word_may_be_added_to_a_concept_that_is_known(pages, committed):
    with committed():
        concept("λαρυγγάς", extends="doctor")
    assert "λαρυγγάς" in current().concepts["doctor"].words["el"]


def test_a_word_that_is_taken_away_or_not_used_means_nothing(pages, committed):
    with committed():
        made = concept("βάρκα", "πλεούμενο")
    with committed():
        made.is_used = False
        made.save()
    assert titles("πλεούμενο") == []


def test_a_stop_word_is_refused_with_a_sentence(homes):
    made = Concept.objects.create(name="βάρκα")
    with translation.override("el"), pytest.raises(ValidationError, match="τις προσπερνά"):
        Expression(concept=made, language="el", text="και το").full_clean()


def test_words_that_already_mean_something_else_are_told(homes):
    assert said_elsewhere(concept("βάρκα", "Φαγητό")) == [("Φαγητό", "φαγητό")]


@pytest.mark.parametrize("query", ["σκάφη", "skafh", "ΤΑ ΣΚΆΦΗ ΜΑΣ", "φθηνά σκάφη"])
def test_a_suggested_page_stands_first_however_its_words_are_typed(pages, query):
    Promotion.objects.create(words="κάτι άλλο\nσκάφη", page=pages["harbour"])
    assert titles(query)[0] == "Μαρίνα σκαφών"
    assert suggested(query) == ["Μαρίνα σκαφών"]


@pytest.mark.parametrize("query", ["υποβρύχιο", "ypovryxio", "YPOVRYXIA"])
def test_a_suggestion_may_be_for_a_word_that_no_text_has(pages, query):
    Promotion.objects.create(words="υποβρύχιο", page=pages["boats"])
    assert suggested(query) == ["Βάρκες και σκάφη"]


def test_a_suggested_page_is_shown_though_it_was_not_found(client, pages):
    Promotion.objects.create(words="υποβρύχιο", page=pages["boats"])
    assert titles("υποβρύχιο") == ["Βάρκες και σκάφη"]
    assert "Προτείνεται" in client.get("/search/", {"q": "υποβρύχιο"}).content.decode()


def test_a_suggestion_holds_in_its_language_and_between_its_moments(pages):
    hour = timedelta(hours=1)
    Promotion.objects.create(words="σκάφη", page=pages["harbour"], language="el", begins=NOON, ends=NOON + hour)
    assert suggested("σκάφη", NOON - timedelta(minutes=1)) == []
    assert suggested("σκάφη", NOON) == ["Μαρίνα σκαφών"]
    assert suggested("σκάφη", NOON + hour) == []
    assert suggested("σκάφη", NOON, "en") == []


def test_at_most_two_are_suggested_in_the_editors_order(pages, homes):
    third = make.standard_page(homes["el"], title="Ναυπηγείο", slug="nayphgeio")
    rebuild()
    for order, page in ((3, pages["boats"]), (1, third), (2, pages["harbour"])):
        Promotion.objects.create(words="σκάφη", page=page, order=order)
    assert suggested("σκάφη") == ["Ναυπηγείο", "Μαρίνα σκαφών"]


def test_an_excluded_page_is_never_shown_for_its_words(pages):
    Exclusion.objects.create(words="σκάφη", page=pages["boats"])
    assert titles("σκάφη") == ["Μαρίνα σκαφών"]
    assert titles("βάρκες") == ["Βάρκες και σκάφη"]


def test_an_unpublished_page_is_not_suggested(pages, committed):
    Promotion.objects.create(words="σκάφη", page=pages["harbour"])
    with committed():
        pages["harbour"].unpublish()
    assert titles("σκάφη") == ["Βάρκες και σκάφη"]


def test_an_end_before_the_beginning_is_refused(pages):
    row = Promotion(words="σκάφη", page=pages["boats"], begins=NOON, ends=NOON)
    with translation.override("el"), pytest.raises(ValidationError, match="πριν από την αρχή"):
        row.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_a_saved_word_reaches_a_process_that_has_looked_at_the_old_ones(pages, committed):
    before = current()
    with committed():
        concept("βάρκα", "πλεούμενο")
    log.look()
    assert current() is not before
    assert "πλεούμενο" in {text for each in current().concepts.values() for text in each.words.get("el", ())}
