"""What readers looked for in vain becomes a synonym with one click."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation

from search.lexicon.current import current
from search.models import Concept, Expression, ZeroResult
from search.services import add_synonym, count_nothing
from search.wording import missed

DAY = date(2027, 5, 4)
REPORT = "search_nothing"


@pytest.fixture
def vain(homes):
    for back in (0, 0, 1):
        count_nothing("ωριλας", language="el", day=DAY - timedelta(days=back))


def words() -> list[tuple[str, str]]:
    return [(each.concept.extends, each.text) for each in Expression.objects.select_related("concept")]


def test_one_click_lets_a_word_mean_what_search_already_knows(vain, admin_client):
    with translation.override("el"):
        report = admin_client.get(reverse(REPORT)).content.decode()
        assert '<option value="γιατρός">' in report
        row = {"query": "ωριλας", "language": "el", "concept": "Γιατρός"}
        done = admin_client.post(reverse(REPORT), row, follow=True).content.decode()
    assert "τώρα σημαίνει" in done
    assert words() == [("doctor", "ωριλας")]
    assert "ωριλας" in current().concepts["doctor"].words["el"]
    assert missed() == []
    assert not ZeroResult.objects.exists()


def test_the_second_word_joins_the_first_and_twice_is_once(vain):
    add_synonym("ωριλας", language="el", known="γιατρός")
    add_synonym("λαρυγγας", language="el", known="γιατρός")
    add_synonym("λαρυγγας", language="el", known="γιατρός")
    assert words() == [("doctor", "ωριλας"), ("doctor", "λαρυγγας")]
    assert Concept.objects.count() == 1


def test_a_concept_of_editors_may_be_meant_too(vain):
    Concept.objects.create(name="βάρκα", is_used=False)
    add_synonym("πλεουμενο", language="el", known="βαρκα")
    assert words() == [("", "πλεουμενο")]
    assert Concept.objects.get().is_used


@pytest.mark.parametrize(
    ("text", "language", "known"),
    [("ωριλας", "el", "υποβρύχιο"), ("ωριλας", "el", ""), ("και", "el", "γιατρός"), ("", "el", "γιατρός"),
     ("ωριλας", "xx", "γιατρός"), ("ω" * 81, "el", "γιατρός")],
)  # fmt: skip
def test_what_cannot_be_a_synonym_is_refused_with_a_sentence(vain, admin_client, text, language, known):
    with pytest.raises(ValidationError):
        add_synonym(text, language=language, known=known)
    answer = admin_client.post(reverse(REPORT), {"query": text, "language": language, "concept": known})
    assert answer.status_code == 302
    assert not Concept.objects.exists()
    assert len(missed()) == 1
