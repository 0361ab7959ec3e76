"""Consultations: state by the clock, what readers see, what it costs."""

import re
from datetime import datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone

from consultations.blocks import SectionsBlock
from consultations.demo import load_consultations
from consultations.models import Consultation, ConsultationPage
from consultations.selectors import Dates, Standing, groups, known, state
from core.cache.reads import collecting
from tests.conftest import NOON
from tests.factories.consultations import consultation, consultation_page, index_page, section

DAY = timedelta(days=1)
DATES = Dates(NOON, NOON + 10 * DAY, NOON + 20 * DAY)


@pytest.mark.parametrize(
    ("at", "standing"),
    [
        (NOON - timedelta(seconds=1), Standing.UPCOMING),
        (NOON, Standing.OPEN),
        (NOON + 10 * DAY - timedelta(microseconds=1), Standing.OPEN),
        (NOON + 10 * DAY, Standing.CLOSED),
        (NOON + 20 * DAY - timedelta(seconds=1), Standing.CLOSED),
        (NOON + 20 * DAY, Standing.ANSWERED),
    ],
)
def test_consultation_stands_by_the_clock(at, standing):
    assert state(DATES, at, "en").standing is standing


def test_state_has_its_sentences():
    assert state(DATES, NOON, "en").sentence == "Open until Friday 14 May 2027 at 12:00 (10 days left)."
    answered = state(DATES, NOON + 21 * DAY, "en")
    assert (answered.label, answered.answer) == ("Answered", "The answer was published on 24 May 2027.")
    assert state(DATES, NOON + 11 * DAY, "en").answer == ""


@pytest.mark.parametrize(
    ("at", "until"),
    [
        (NOON, datetime(2027, 5, 5, tzinfo=NOON.tzinfo)),
        (NOON + 10 * DAY - timedelta(hours=1), NOON + 10 * DAY),
        (NOON + 11 * DAY, NOON + 20 * DAY),
        (NOON + 21 * DAY, None),
    ],
)
def test_page_cache_is_told_when_the_state_changes(at, until):
    with collecting() as reads:
        state(DATES, at, "en")
    assert reads.until == until


def test_consultation_closes_after_it_opens_and_is_answered_after_it_closes(db):
    with pytest.raises(ValidationError) as refused:
        Consultation(slug="x", opens_at=NOON, closes_at=NOON, answered_at=NOON - DAY).full_clean()
    assert set(refused.value.message_dict) >= {"closes_at", "answered_at"}
    with pytest.raises(IntegrityError):
        Consultation.objects.create(slug="x", opens_at=NOON, closes_at=NOON)


def test_seconds_are_refused(db):
    with pytest.raises(ValidationError) as refused:
        Consultation(slug="x", opens_at=NOON.replace(second=5), closes_at=NOON + DAY).full_clean()
    assert "opens_at" in refused.value.message_dict


def test_two_sections_never_share_an_anchor():
    block = SectionsBlock()
    value = block.to_python([{"type": "section", "value": section("s1", "1", "Α")}] * 2)
    with pytest.raises(ValidationError):
        block.clean(value)


def test_list_shows_open_ones_first_by_what_closes_first(home):
    index = index_page(home)
    for slug, opens_at, days in (("late", NOON - DAY, 20), ("soon", NOON - DAY, 5), ("next", NOON + DAY, 5)):
        consultation_page(index, consultation(opens_at, slug, days=days), slug)
    consultation_page(index, consultation(NOON - 30 * DAY, "over"), "over")
    found = [(group.anchor, [card.title for card in group.cards]) for group in groups(known("el"), NOON, "el")]
    assert found == [
        ("state-open", ["soon", "late"]), ("state-upcoming", ["next"]), ("state-closed", ["over"])
    ]  # fmt: skip


@pytest.mark.parametrize("count", [1, 50])
def test_list_costs_the_same_for_one_and_for_fifty(client, home, count, django_assert_max_num_queries):
    index = index_page(home)
    for place in range(count):
        consultation_page(index, consultation(timezone.now() - DAY, f"c{place}"), f"Σχέδιο {place}")
    client.get("/consultations/c0/")
    with django_assert_max_num_queries(14):
        page = client.get("/consultations/").content.decode()
    assert page.count(">Σχέδιο ") == count


def test_page_shows_sections_contents_questions_and_the_phone_without_a_form(
    client, home, django_assert_max_num_queries
):
    index = index_page(home)
    consultation_page(index, consultation(timezone.now() - DAY))
    client.get("/consultations/")
    with django_assert_max_num_queries(12):
        page = client.get("/consultations/plan/").content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    assert re.findall(r'<h2 id="(s\d)">([^<]+)</h2>', main) == [("s1", "1. Στέγη"), ("s2", "2. Παιδιά")]
    assert re.findall(r'<a href="#(s\d)"', main) == ["s1", "s2"]
    assert "Τι λείπει;" in main
    assert 'href="tel:+302100000000"' in main
    assert "<form" not in main


def test_closed_consultation_gives_no_number_to_call(client, home):
    consultation_page(index_page(home), consultation(timezone.now() - 30 * DAY))
    page = client.get("/consultations/plan/").content.decode()
    assert "tel:+302100000000" not in page[page.index("<main") : page.index("</main>")]


def test_answer_is_hidden_before_its_minute(client, home):
    opened = timezone.now() - 30 * DAY
    answer = [("heading", {"text": "Τι κάναμε"})]
    index = index_page(home)
    later = consultation(opened, "later", answered_at=timezone.now() + DAY)
    now = consultation(opened, "now", answered_at=timezone.now() - DAY)
    consultation_page(index, later, answer=answer)
    consultation_page(index, now, answer=answer)
    assert "Τι κάναμε" not in client.get("/consultations/later/").content.decode()
    assert "Τι κάναμε" in client.get("/consultations/now/").content.decode()


def test_no_answer_is_announced_that_its_page_does_not_hold(home):
    of = consultation(NOON - 20 * DAY, answered_at=NOON)
    page = consultation_page(index_page(home), of)
    with pytest.raises(ValidationError) as refused:
        of.full_clean()
    assert set(refused.value.message_dict) == {"answered_at"}
    page.answer = [("text", "<p>Ναι.</p>")]
    page.save()
    of.full_clean()


def test_example_says_so_and_is_no_fact_for_machines(client, home):
    of = consultation(timezone.now() - DAY, example=True)
    page = consultation_page(index_page(home), of)
    assert page.jsonld() == []
    assert 'class="tag example"' in client.get("/consultations/plan/").content.decode()


def test_demo_loads_twice_to_the_same_examples(homes):
    assert load_consultations() == load_consultations() == 2
    assert (Consultation.objects.filter(example=True).count(), ConsultationPage.objects.count()) == (2, 4)
