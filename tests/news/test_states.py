"""What calls and events say of themselves, by the clock and by whoever called them off."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from news.models.call import Call
from news.models.event import Event, EventDate
from news.states import call_state, event_state

ATHENS = ZoneInfo("Europe/Athens")
OPENS = datetime(2027, 5, 3, 9, 0, tzinfo=ATHENS)
CLOSES = datetime(2027, 5, 28, 15, 0, tzinfo=ATHENS)
START = datetime(2027, 5, 13, 10, 0, tzinfo=ATHENS)
END = datetime(2027, 5, 13, 13, 0, tzinfo=ATHENS)
BEFORE = datetime(2027, 5, 4, 12, 0, tzinfo=ATHENS)


def call(**fields) -> Call:
    return Call(opens_at=OPENS, closes_at=CLOSES, **fields)


def said(at: datetime, *, start=START, end=END, all_day=False, place="", reason="", **fields):
    dates = [EventDate(start=start, end=end, all_day=all_day)]
    return event_state(Event(**fields), dates, at=at, language="en", place=place, reason=reason)


def test_call_is_open_to_its_last_minute():
    assert call_state(call(), at=CLOSES - timedelta(seconds=1), language="en").is_open
    assert not call_state(call(), at=CLOSES, language="en").is_open


def test_extended_call_names_its_first_deadline_while_it_is_open():
    extended = call(first_closes_at=datetime(2027, 5, 14, 15, 0, tzinfo=ATHENS))
    state = call_state(extended, at=OPENS, language="en")
    assert state.sentence == "Open until Friday 28 May 2027 at 15:00 (25 days left)."
    assert state.note == "Extended: the first deadline was 14 May 2027."
    assert call_state(extended, at=CLOSES, language="en").note == ""


def test_results_are_named_from_their_day_on():
    closed = call(results_on=date(2027, 6, 15))
    assert call_state(closed, at=CLOSES, language="en").note == ""
    later = datetime(2027, 6, 15, 0, 0, tzinfo=ATHENS)
    assert call_state(closed, at=later, language="en").note == "Results were published on 15 June 2027."


def test_cancelled_call_is_closed_and_says_why():
    state = call_state(call(cancelled_on=date(2027, 5, 20)), at=OPENS, language="en", reason="no money")
    assert (state.sentence, state.is_open) == ("Cancelled on 20 May 2027: no money.", False)


MOMENTS = [
    (BEFORE, "Thursday 13 May, 10:00–13:00.", "booked", datetime(2027, 5, 5, tzinfo=ATHENS)),
    (datetime(2027, 5, 13, 9, 59, tzinfo=ATHENS), "Today, 10:00–13:00.", "soon", START),
    (START, "On now, until 13:00.", "open", END),
    (END, "Took place on 13 May 2027.", "closed", None),
]


@pytest.mark.parametrize(("at", "sentence", "light", "changes_at"), MOMENTS, ids=[row[1] for row in MOMENTS])
def test_event_follows_the_clock(at, sentence, light, changes_at):
    state = said(at)
    assert (state.sentence, state.light, state.changes_at) == (sentence, light, changes_at)


def test_event_of_another_year_says_the_year():
    assert said(datetime(2026, 12, 1, tzinfo=ATHENS)).sentence == "Thursday 13 May 2027, 10:00–13:00."


def test_event_of_a_whole_day_shows_no_hours():
    day = {"start": START.replace(hour=0), "end": START.replace(hour=0) + timedelta(days=1), "all_day": True}
    assert said(BEFORE, **day).sentence == "Thursday 13 May."
    assert said(START, **day).sentence == "Today."


def test_event_over_midnight_names_the_day_of_its_end():
    end = datetime(2027, 5, 14, 2, 0, tzinfo=ATHENS)
    assert said(BEFORE, end=end).sentence == "Thursday 13 May, 10:00–Friday 14 May, 2:00."
    assert said(BEFORE, end=datetime(2027, 5, 14, 0, 0, tzinfo=ATHENS)).sentence == "Thursday 13 May, 10:00–0:00."


def test_series_says_the_date_that_comes_next():
    dates = [EventDate(start=START + timedelta(days=7 * n), end=END + timedelta(days=7 * n)) for n in range(3)]
    state = event_state(Event(), dates, at=END, language="en")
    assert state.sentence == "Thursday 20 May, 10:00–13:00."


def test_event_called_off_says_so_and_never_changes_by_itself():
    cancelled = said(BEFORE, state=Event.State.CANCELLED, reason="Strike.")
    assert (cancelled.sentence, cancelled.note, cancelled.changes_at) == ("Cancelled.", "Strike.", None)
    postponed = said(BEFORE, state=Event.State.POSTPONED)
    assert postponed.sentence == "Postponed. No new date is set."


def test_moved_event_keeps_its_date_and_names_the_place():
    state = said(BEFORE, state=Event.State.MOVED, place="Town Hall")
    assert (state.sentence, state.note) == ("Thursday 13 May, 10:00–13:00.", "New place: Town Hall.")


def test_full_event_says_so_until_it_is_over():
    assert said(BEFORE, is_full=True).note == "No places left."
    assert said(END, is_full=True).note == ""
