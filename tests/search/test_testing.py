"""The editors' test page: what a query means, what each engine answers, and what a page lacks."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from core import health
from search.explaining import explain
from search.index import answerer
from search.lacking import Reason, lack
from search.models import Exclusion
from search.services import rebuild
from tests.conftest import NOON
from tests.factories import home as make

PATH = "search_test"


@pytest.fixture
def pages(homes, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        made = _made(homes)
    rebuild()
    return made


def _made(homes):
    return {
        "boats": make.standard_page(homes["el"], title="Βάρκες και σκάφη", slug="varkes"),
        "harbour": make.standard_page(homes["el"], title="Το λιμάνι", slug="limani", summary="Εδώ δένουν βάρκες."),
        "market": make.standard_page(homes["el"], title="Λαϊκή αγορά", slug="agora"),
    }


def lacking(page, query: str, *, language: str = "el", at=NOON):
    return lack(page, query, answerer(), language=language, now=at)


def test_page_that_is_listed_says_its_position_and_what_the_first_has_more_of(pages):
    told = lacking(pages["harbour"], "βάρκες")
    assert (told.place, told.reason, told.first) == (2, Reason.NONE, "Βάρκες και σκάφη")
    assert told.words[0].fields == ("summary",)
    assert {factor.name for factor in told.factors if factor.here < factor.first} >= {"words", "title"}


def test_page_without_any_word_of_the_query_lacks_all(pages):
    told = lacking(pages["market"], "βάρκες")
    assert (told.place, told.reason) == (0, Reason.NOTHING)
    assert [(word.word, word.fields, word.is_meant) for word in told.words] == [("βάρκες", (), False)]


def test_page_with_a_part_of_the_query_is_too_weak(pages):
    told = lacking(pages["market"], "αγορά μεταχειρισμένων ελικοπτέρων")
    assert (told.place, told.reason) == (0, Reason.TOO_WEAK)


def test_excluded_page_says_so(pages):
    Exclusion.objects.create(words="βάρκες", page=pages["boats"])
    assert lacking(pages["boats"], "βάρκες").reason is Reason.EXCLUDED


def test_draft_and_what_the_index_does_not_have_say_so(pages, homes, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        pages["boats"].unpublish()
    assert lacking(pages["boats"], "βάρκες").reason is Reason.DRAFT
    unread = make.standard_page(homes["el"], title="Αργοπορημένη", slug="argoporimeni")
    assert lacking(unread, "αργοπορημένη").reason is Reason.NOT_INDEXED


def test_page_of_a_kind_that_is_not_searched_says_so(pages, homes):
    assert lacking(homes["el"], "βάρκες").reason is Reason.NOT_SEARCHED


def test_repairs_are_told_word_by_word(pages):
    told = explain("varkes", answerer(), language="el", now=NOON + timedelta(0))
    assert told.repairs == (("varkes", "βάρκες"),)


def test_editor_sees_meaning_factors_and_what_a_page_lacks(pages, admin_client):
    with translation.override("el"):
        asked = {"q": "varkes", "language": "el", "page": pages["market"].pk}
        text = admin_client.get(reverse(PATH), asked).content.decode()
    for said in ("διαβάστηκε ως", "Βάρκες και σκάφη", "Λαϊκή αγορά", "Καμία λέξη της αναζήτησης"):
        assert said in text
    assert "embedded" not in text  # one engine is compared with nothing


@pytest.mark.parametrize("asked", [{}, {"q": " "}, {"q": "x" * 300}, {"q": "βάρκες", "language": "xx", "page": "x"}])
def test_nonsense_gives_a_page(pages, admin_client, asked):
    assert admin_client.get(reverse(PATH), asked).status_code == 200


def test_without_an_index_the_page_says_what_to_do(homes, admin_client):
    with translation.override("el"):
        text = admin_client.get(reverse(PATH), {"q": "βάρκες", "page": homes["el"].pk}).content.decode()
    assert "search_rebuild" in text


@pytest.fixture
def hub_with_a_stopped_server(settings, monkeypatch):
    settings.HUB_ELASTICSEARCH = "http://127.0.0.1:9"
    monkeypatch.setattr(health, "_memory", health._Memory())


def test_both_engines_stand_side_by_side_and_one_that_is_away_says_so(pages, admin_client, hub_with_a_stopped_server):
    answer = admin_client.get(reverse(PATH), {"q": "varkes", "language": "el"})
    columns = {column.name: column for column in answer.context["columns"]}
    assert columns["embedded"].titles[0] == "Βάρκες και σκάφη"
    assert columns["elasticsearch"].titles == ()
    assert "ConnectionError" in columns["elasticsearch"].note


def test_the_start_page_says_since_when_the_backup_answers(homes, admin_client, hub_with_a_stopped_server):
    since = timezone.localtime().replace(hour=10, minute=42)
    assert health.finding("elasticsearch", since).state == health.DEGRADED
    with translation.override("el"):
        text = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Η αναζήτηση λειτουργεί με τον εφεδρικό μηχανισμό από τις 10:42." in text


def test_the_start_page_is_silent_while_nothing_is_away(homes, admin_client):
    with translation.override("el"):
        assert "εφεδρικό" not in admin_client.get(reverse("wagtailadmin_home")).content.decode()
