"""What the database never takes."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError

from news.models import Call, Event, EventDate
from tests.conftest import NOON
from tests.factories.news import make_call, make_event, make_item, make_pages

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    "fields",
    [{"closes_at": NOON}, {"closes_at": NOON + HOUR, "first_closes_at": NOON + HOUR}],
    ids=["order", "extension"],
)
def test_call_closes_after_it_opens_and_is_extended_to_later(db, fields):
    with pytest.raises(IntegrityError):
        make_call("call", opens_at=NOON, **fields)


def test_call_that_closes_before_it_opens_is_told_so_in_the_form(db):
    call = Call(slug="call", date=NOON.date(), opens_at=NOON, closes_at=NOON - HOUR)
    with pytest.raises(ValidationError) as refusal:
        call.full_clean()
    assert len(refusal.value.messages) == 1


def test_event_ends_after_it_starts(db):
    event = Event.objects.create(slug="event", date=NOON.date())
    with pytest.raises(IntegrityError):
        EventDate.objects.create(event=event, start=NOON, end=NOON)


def test_event_of_forty_hours_is_asked_for_its_days(db):
    with pytest.raises(ValidationError) as refusal:
        EventDate(start=NOON, end=NOON + 40 * HOUR).clean()
    assert refusal.value.error_dict["end"][0].code == "too_long"


def test_state_of_an_event_is_one_of_four(db):
    with pytest.raises(IntegrityError):
        make_event("event", start=NOON, state="lost")


def test_facts_with_a_page_are_not_deleted(index):
    item = make_item("item")
    make_pages(item, index)
    with pytest.raises(ProtectedError):
        item.delete()
