"""Answers a file of cases in the form of `tests/contract/hours`, so that others can check the calculation."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from directory.hours.facts import Break, Hours, Override, Timetable, Visit
from directory.hours.grammar import accept
from directory.hours.holidays import HolidayCalendar, HolidayRow
from directory.hours.proposals import propose
from directory.hours.readings import reading
from directory.hours.refusals import HoursRefused
from directory.hours.sentences import expires, note, sentence
from directory.hours.state import Timeline

LANGUAGES = ("el", "en")


def answer(cases: dict[str, Any], *, today: date) -> dict[str, Any]:
    """States and sentences of the cases, readings and the fate of texts."""
    zone = ZoneInfo(cases.get("zone", "Europe/Athens"))
    return {
        "cases": [_case(case, zone) for case in cases.get("cases", [])],
        "readings": [_reading(row["osm"]) for row in cases.get("readings", [])],
        "texts": [_text(row["text"], today) for row in cases.get("texts", [])],
    }


def _case(case: dict[str, Any], zone: ZoneInfo) -> dict[str, Any]:
    timeline = Timeline(_hours(case), zone)
    at = datetime.fromisoformat(case["at"])
    state = timeline.state(at)
    row = {
        "id": case["id"],
        "state": state.state,
        "reason": state.reason,
        "next_change": _iso(state.next_change),
        "next_open": _iso(state.next_open),
        "expires": _iso(expires(timeline, at)),
    }
    for language in LANGUAGES:
        row[language] = sentence(state, language)
        if note(state, language):
            row[f"note_{language}"] = note(state, language)
    return row


def _hours(case: dict[str, Any]) -> Hours:
    return Hours(
        timetables=tuple(_timetable(row) for row in case.get("schedules", [])),
        breaks=tuple(_break(row) for row in case.get("closures", [])),
        overrides=tuple(
            Override(row["kind"], _moment(row["from"]), _moment(row["until"]), row.get("osm") or "")
            for row in case.get("override", [])
        ),
        visits=tuple(
            Visit(_moment(row["start"]), _moment(row["end"]), row.get("state") == "cancelled")
            for row in case.get("visits", [])
        ),
        owner=case.get("owner", "place"),
        status=case.get("status", "active"),
        valid_from=_date(case.get("valid_from")),
        valid_to=_date(case.get("valid_to")),
        has_phone=case.get("has_phone", True),
        hub_phone=case.get("hub_phone", ""),
        calendar=HolidayCalendar(
            HolidayRow(date.fromisoformat(row["date"]), row["kind"], _names(row)) for row in case.get("holidays", [])
        ),
    )


def _timetable(row: dict[str, Any]) -> Timetable:
    return Timetable(
        row["kind"],
        osm=row.get("osm") or "",
        observes_holidays=row.get("observes_holidays", row["kind"] != "always"),
        line=row.get("line") or "",
        first=_date(row.get("from")),
        last=_date(row.get("to")),
    )


def _break(row: dict[str, Any]) -> Break:
    first, last = date.fromisoformat(row["from"]), date.fromisoformat(row["to"])
    return Break(row["level"], first, last, row["kind"], row.get("osm") or "", _names(row))


def _names(row: dict[str, Any]) -> dict[str, str]:
    return {language: row[language] for language in LANGUAGES if row.get(language)}


def _reading(osm: str) -> dict[str, str]:
    return {"osm": osm} | {language: reading(osm, language) for language in LANGUAGES}


def _text(text: str, today: date) -> dict[str, str]:
    try:
        accept(text, today=today)
    except HoursRefused:
        proposal = propose(text)
        return {"text": text, "result": "propose", "osm": proposal} if proposal else {"text": text, "result": "refuse"}
    return {"text": text, "result": "accept"}


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
