"""Everything that opens and closes at an exact minute: consultations, calls, registrations.

One rule: `opens_at <= at < closes_at` is open. Visible by clock, so no job has to run; a page notes
`WindowState.changes_at` for the cache.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.formats import clock
from core.when import speech

_MIDNIGHT = time(0, 0)
LAST_DAYS = 1


class Phase(StrEnum):
    """Where a window stands at a moment."""

    UPCOMING = "upcoming"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class WindowState:
    """A window at a moment. Days are counted by the calendar of the hub's wall clock."""

    phase: Phase
    opens_at: datetime | None
    closes_at: datetime | None
    # When phase or sentence changes by itself; None when it never does.
    changes_at: datetime | None
    # Days until the last day (open) or until the day of opening (upcoming); None when there is no such day.
    days_left: int | None

    @property
    def is_open(self) -> bool:
        return self.phase is Phase.OPEN

    @property
    def light(self) -> str:
        """State of the `state` component: open, soon (about to open or to close), closed."""
        if self.phase is Phase.CLOSED:
            return "closed"
        closing_soon = self.days_left is not None and self.days_left <= LAST_DAYS
        return "soon" if self.phase is Phase.UPCOMING or closing_soon else "open"


def window_state(opens_at: datetime | None, closes_at: datetime | None, at: datetime) -> WindowState:
    """The state of a window at an aware moment.

    No `opens_at` means open from the start, no `closes_at` open without an end.
    """
    opens, closes, now = (_local(moment) for moment in (opens_at, closes_at, at))
    if closes and now >= closes:
        return WindowState(Phase.CLOSED, opens, closes, changes_at=None, days_left=None)
    if opens and now < opens:
        days = (opens.date() - now.date()).days
        return WindowState(Phase.UPCOMING, opens, closes, changes_at=_next(now, days, opens), days_left=days)
    if closes is None:
        return WindowState(Phase.OPEN, opens, None, changes_at=None, days_left=None)
    days = (last_day(closes) - now.date()).days
    return WindowState(Phase.OPEN, opens, closes, changes_at=min(_midnight(now), closes), days_left=days)


def window_sentence(state: WindowState, language: str) -> str:
    """What a reader is told: «Ανοιχτή έως την Παρασκευή 28 Μαΐου 2027, στις 15:00 (απομένουν 25 ημέρες).»"""
    with translation.override(language):
        if state.phase is Phase.UPCOMING:
            return _opening(state, language)
        if state.closes_at is None:
            return _("Open. No closing date is set.")
        if state.phase is Phase.CLOSED:
            return _("Closed on %(day)s %(time)s.") % _closing_words(state.closes_at, language)
        return _open(state, language)


def last_day(closes_at: datetime) -> date:
    """The last day of a window; one that ends at 0:00 ends at midnight of the day before."""
    local = timezone.localtime(closes_at, timezone.get_default_timezone())
    return (local - timedelta(minutes=1)).date() if _at_midnight(local) else local.date()


def _opening(state: WindowState, language: str) -> str:
    day = state.opens_at.date()
    spoken = _time_words(state.opens_at, language)
    if state.days_left == 0:
        return _("Opens today %(time)s.") % {"time": spoken}
    if state.days_left == 1:
        return _("Opens tomorrow, %(day)s, %(time)s.") % {"day": _day_short(day, language), "time": spoken}
    return _("Opens on %(day)s %(time)s.") % {"day": _day_words(day, language), "time": spoken}


def _open(state: WindowState, language: str) -> str:
    words = _closing_words(state.closes_at, language)
    if state.days_left == 0:
        return _("Closes today %(time)s.") % words
    if state.days_left == 1:
        words["day"] = _day_short(last_day(state.closes_at), language)
        return _("Closes tomorrow, %(day)s, %(time)s.") % words
    sentence = ngettext(
        "Open until %(day)s %(time)s (%(days)s day left).",
        "Open until %(day)s %(time)s (%(days)s days left).",
        state.days_left,
    )
    return sentence % (words | {"days": state.days_left})


def _closing_words(closes_at: datetime, language: str) -> dict[str, str]:
    spoken = speech(language).closing(closes_at) if _at_midnight(closes_at) else _time_words(closes_at, language)
    return {"day": _day_words(last_day(closes_at), language), "time": spoken}


def _time_words(moment: datetime, language: str) -> str:
    """«στις 15:00», «στη 1:30»; a time that the end of summer time repeats says which of the two."""
    if not _happens_twice(moment):
        return speech(language).at_hour(moment)
    said = _("at %(clock)s winter time") if moment.fold else _("at %(clock)s summer time")
    return said % {"clock": clock(moment)}


def _happens_twice(moment: datetime) -> bool:
    return moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()


def _day_words(day: date, language: str) -> str:
    """«την Παρασκευή 28 Μαΐου 2027»: with its year, whatever year it is now."""
    return speech(language).the_weekday_date(day, date.min)


def _day_short(day: date, language: str) -> str:
    """«Παρασκευή 28 Μαΐου», where the year goes without saying."""
    return speech(language).weekday_date(day, day)


def _at_midnight(moment: datetime) -> bool:
    return moment.time() == _MIDNIGHT


def _next(now: datetime, days: int, opens: datetime) -> datetime:
    """When the sentence before an opening changes: at the two last midnights, then at the opening."""
    if days == 0:
        return opens
    return _midnight(now, days=max(1, days - 1))


def _midnight(now: datetime, *, days: int = 1) -> datetime:
    return datetime.combine(now.date() + timedelta(days=days), _MIDNIGHT, tzinfo=now.tzinfo)


def _local(moment: datetime | None) -> datetime | None:
    return None if moment is None else timezone.localtime(moment, timezone.get_default_timezone())
