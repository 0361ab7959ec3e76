"""The week table: seven days from today, with holidays and closures named in place."""

from dataclasses import dataclass
from datetime import date, timedelta

from core.languages import listed
from core.when import speech
from directory.hours.days import rules_of, spans_of
from directory.hours.readings import span_of_day
from directory.hours.state import Timeline
from directory.hours.words import day_words, named

WEEK = 7


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One day in words: its name, its hours (or why there are none) and what is special about it."""

    day: date
    name: str
    hours: str
    note: str
    today: bool
    closed: bool


def week(timeline: Timeline, today: date, language: str) -> tuple[WeekRow, ...]:
    """Seven rows from today."""
    return tuple(
        _row(timeline, today + timedelta(days=number), today=today, language=language) for number in range(WEEK)
    )


def _row(timeline: Timeline, day: date, *, today: date, language: str) -> WeekRow:
    plan = timeline.plan(day)
    words = day_words(language)
    names = plan.holiday or (plan.closure.reason if plan.closure else None) or {}
    spans = [
        span_of_day(span.start, span.end, language) + (f" {words['perhaps']}" if span.state == "maybe" else "")
        for span in plan.spans
    ]
    note = words["special"] if plan.spans and plan.spans[0].reason == "special" else named(names, language)
    return WeekRow(
        day=day,
        name=speech(language).weekday_date(day, today),
        hours=listed(spans, language) or words.get(plan.base, words["closed"]),
        note=note,
        today=day == today,
        closed=not spans and plan.base == "closed",
    )


def usual_week(osm: str, start: date) -> tuple[tuple[int, int, int], ...]:
    """(weekday, start, end) in minutes of the seven days from `start`, as if none of them were a holiday."""
    rules = rules_of(osm)
    days = (start + timedelta(days=number) for number in range(WEEK))
    return tuple(
        (day.weekday(), span.start, span.end)
        for day in sorted(days, key=date.weekday)
        for span, kind in spans_of(rules, day, holiday=False)
        if kind == "open"
    )
