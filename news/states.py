"""What a call or an event says of itself at a moment. Pure: rows and a moment in, a sentence out.

Nothing has to run for them to change: `changes_at` tells the cache.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from babel.dates import format_date
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core.formats import clock
from core.languages import listed
from core.when import speech
from core.windows import Phase, window_sentence, window_state
from news.models.call import Call
from news.models.event import Event, EventDate


@dataclass(frozen=True, slots=True)
class EntryState:
    """A sentence, the light before it (component `state`), a second line, and when it changes by itself."""

    light: str
    sentence: str
    note: str = ""
    changes_at: datetime | None = None
    is_open: bool = False


def call_state(call: Call, *, at: datetime, language: str, reason: str = "") -> EntryState:
    """Upcoming, open, closed, with results or cancelled. `reason` is the page's word for a cancellation."""
    words = speech(language)
    with translation.override(language):
        if call.cancelled_on:
            said = _("Cancelled %(day)s") % {"day": words.on_full_day(call.cancelled_on)}
            why = f": {reason.rstrip('.')}" if reason else ""
            return EntryState("closed", f"{said}{why}.")
        window = window_state(call.opens_at, call.closes_at, at)
        note = ""
        if window.phase is Phase.CLOSED and call.results_on and call.results_on <= timezone.localdate(at):
            note = _("Results were published %(day)s.") % {"day": words.on_full_day(call.results_on)}
        elif call.first_closes_at and window.phase is not Phase.CLOSED:
            first = timezone.localtime(call.first_closes_at).date()
            month = format_date(first, "MMMM y", locale=language)
            note = _("Extended: the first deadline was %(day)s %(month)s.") % {"day": first.day, "month": month}
    return EntryState(window.light, window_sentence(window, language), note, window.changes_at, is_open=window.is_open)


def event_state(
    event: Event,
    dates: Sequence[EventDate],
    *,
    at: datetime,
    language: str,
    reason: str = "",
    place: str = "",
) -> EntryState:
    """Ahead, today, on now, over, cancelled, postponed or moved. `dates` are all of its dates, in order."""
    with translation.override(language):
        if event.state == Event.State.CANCELLED:
            return EntryState("closed", _("Cancelled."), reason)
        if event.state == Event.State.POSTPONED:
            return EntryState("unknown", _("Postponed. No new date is set."), reason)
        if not dates:
            return EntryState("unknown", _("No date is set."))
        state = _by_clock(dates, at, language)
        if state.changes_at is None:
            return state
        return EntryState(state.light, state.sentence, _note(event, reason, place), state.changes_at)


def _by_clock(dates: Sequence[EventDate], at: datetime, language: str) -> EntryState:
    words = speech(language)
    now = timezone.localtime(at)
    ahead = next((each for each in dates if each.end > at), None)
    if ahead is None:
        last = timezone.localtime(dates[-1].start).date()
        return EntryState("closed", _("Took place %(day)s.") % {"day": words.on_full_day(last)})
    start, end = timezone.localtime(ahead.start), timezone.localtime(ahead.end)
    midnight = datetime.combine(now.date() + timedelta(days=1), time(0), tzinfo=now.tzinfo)
    if ahead.covers(at):
        if ahead.all_day:
            return EntryState("open", _("Today."), changes_at=ahead.end)
        said = _("On now, until %(end)s.") % {"end": words.until(end, now.date())}
        return EntryState("open", said, changes_at=ahead.end)
    if start.date() == now.date():
        said = _("Today, %(hours)s.") % {"hours": _hours(start, end, language)}
        return EntryState("soon", said, changes_at=ahead.start)
    day = words.weekday_date(start.date(), now.date())
    said = f"{day}." if ahead.all_day else f"{listed((day, _hours(start, end, language)), language)}."
    return EntryState("booked", said, changes_at=midnight)


def _hours(start: datetime, end: datetime, language: str) -> str:
    """«10:00–13:00»; an end on another day is said with its day."""
    return f"{clock(start)}–{_end(end, start.date(), language)}"


def _end(end: datetime, day: date, language: str) -> str:
    same = end.date() == day or (end.date() == day + timedelta(days=1) and clock(end) == "0:00")
    return clock(end) if same else listed((speech(language).weekday_date(end.date(), day), clock(end)), language)


def _note(event: Event, reason: str, place: str) -> str:
    if event.state == Event.State.MOVED and place:
        moved = _("New place: %(place)s.") % {"place": place}
        return f"{moved} {reason}".strip()
    return _("No places left.") if event.is_full else ""
