"""The sentence about a state, in the words of a language, and the moment until which it stays true."""

import heapq
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from core.formats import clock
from core.when import speech
from directory.hours.state import HoursState, Timeline
from directory.hours.words import named, sentences

SOON = timedelta(minutes=30)
EXPIRY_HORIZON = timedelta(days=14)
COMPARED = ("el", "en")  # the others say the same distinctions: a sentence changes with these or not at all


def sentence(state: HoursState, language: str) -> str:
    """The state in one or two short sentences."""
    words = sentences(language)
    return " ".join(words[key].format_map(_Phrases(state, language)) for key in _keys(state, language))


def note(state: HoursState, language: str) -> str:
    """The second line: a closure that begins within 14 days; empty otherwise."""
    if not state.announced:
        return ""
    days = speech(language).closed_days(state.announced.first, state.announced.last, state.at.date())
    return sentences(language)["announced"].format(days=days)


def expires(timeline: Timeline, at: datetime) -> datetime | None:
    """The first moment within 14 days at which sentence or note changes, local; None when neither does."""
    if timeline.is_constant:
        return None
    said = _said(timeline.state(at))
    end = at.astimezone(UTC) + EXPIRY_HORIZON
    for moment in _candidates(timeline, at.astimezone(UTC), end):
        if _said(timeline.state(moment)) != said:
            return timeline.local(moment)
    return None


def _candidates(timeline: Timeline, at: datetime, end: datetime) -> Iterator[datetime]:
    """The edges, and the moments at which "closing soon" may begin before them, in order."""
    soon = (edge - SOON for edge in timeline.edges(at + SOON, end + SOON))
    return heapq.merge(timeline.edges(at, end), soon)


def _said(state: HoursState) -> tuple[str, ...]:
    return tuple(text for language in COMPARED for text in (sentence(state, language), note(state, language)))


def _keys(state: HoursState, language: str) -> tuple[str, ...]:
    if state.owner == "mobile":
        return (_visit_key(state),)
    if state.owner == "line":
        return (_line_key(state),)
    return _place_keys(state, language)


def _visit_key(state: HoursState) -> str:
    if not state.visit:
        return "visit_none"
    return "visit_now" if state.state == "open" else "visit_next"


def _line_key(state: HoursState) -> str:
    if state.state == "open":
        return "line_open" if state.next_change else "line_always"
    if state.state == "maybe":
        return "line_maybe"
    if state.state == "unknown":
        return "unknown_bare"
    if state.state == "appointment":
        return _appointment_key(state)
    if state.reason == "ended":
        return "ended" if state.ended_on else "ended_bare"
    return "line_closed" if state.next_open else "line_none"


def _place_keys(state: HoursState, language: str) -> tuple[str, ...]:
    if state.state == "open":
        return (_open_key(state),)
    if state.state == "maybe":
        return ("maybe",)
    if state.state == "unknown":
        return (_unknown_key(state),)
    if state.state == "appointment":
        return (_appointment_key(state),)
    return _closed_keys(state, language)


def _unknown_key(state: HoursState) -> str:
    if state.has_phone:
        return "unknown"
    return "unknown_hub" if state.hub_phone else "unknown_bare"


def _open_key(state: HoursState) -> str:
    if state.next_change is None:
        return "always"
    if state.reason == "emergency":
        return "emergency_open"
    left = state.next_change.astimezone(UTC) - state.at.astimezone(UTC)
    return "soon" if left <= SOON else "open"


def _appointment_key(state: HoursState) -> str:
    if state.booking_open:
        return "appointment_now" if state.next_change else "appointment_any"
    return "appointment_later" if state.next_open else "appointment"


def _closed_keys(state: HoursState, language: str) -> tuple[str, ...]:
    opens = ("opens",) if state.next_open else ()
    if state.reason == "closure":
        until = "closed_today" if state.closure.last <= state.at.date() else "closed_until"
        return (until if _reason(state, language) else f"{until}_bare", *opens)
    if state.reason == "holiday":
        return ("closed_today", *opens)
    return (_closed_key(state),)


def _closed_key(state: HoursState) -> str:
    """For reasons that need one sentence; the bare form when the date of it is not known."""
    dated = {
        "ended": ("ended", "ended_bare", state.ended_on),
        "not_started": ("not_started", "not_started_day", state.next_open),
        "emergency": ("closed", "emergency_closed", state.emergency_open and state.next_open),
        "season": ("season", "none", state.next_open),
    }
    if state.reason in dated:
        known, unknown, moment = dated[state.reason]
        return known if moment else unknown
    if state.reason == "paused":
        return "paused"
    return "closed" if state.next_open else "none"


def _reason(state: HoursState, language: str) -> str:
    names = state.holiday or (state.closure.reason if state.closure else {}) or {}
    return named(names, language)


class _Phrases(dict):
    """Phrases are made when a sentence asks for them: most states have no next opening, closure or visit."""

    def __init__(self, state: HoursState, language: str):
        super().__init__()
        self.state, self.words, self.language = state, speech(language), language

    def __missing__(self, name: str) -> str:
        return getattr(self, f"_{name}")()

    @property
    def _today(self) -> date:
        return self.state.at.date()

    def _until(self) -> str:
        return self.words.until(self.state.next_change, self._today)

    def _closing(self) -> str:
        return self.words.closing(self.state.next_change)

    def _opens(self) -> str:
        return self.words.opens(self.state.next_open, self._today)

    def _calls(self) -> str:
        return self.words.calls(self.state.next_open, self._today)

    def _again(self) -> str:
        return self.words.again(self.state.next_open, self._today)

    def _reason(self) -> str:
        return _reason(self.state, self.language)

    def _last_day(self) -> str:
        return self.words.the_weekday_date(self.state.closure.last, self._today)

    def _first_day(self) -> str:
        return self.words.the_weekday_date(self.state.started_on, self._today)

    def _ended(self) -> str:
        return self.words.on_full_day(self.state.ended_on)

    def _hub_phone(self) -> str:
        return self.state.hub_phone

    def _visit_day(self) -> str:
        day = self.state.visit.start.date()
        if day == self._today:
            return sentences(self.language)["today"]
        return self.words.weekday_date(day, self._today)

    def _visit_hours(self) -> str:
        visit = self.state.visit
        return f"{clock(visit.start)}–{clock(visit.end)}"
