"""Rows of a schedule say the same as the pages: minute by minute, around clock changes and midnights."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

import pytest

from directory.api.hsds.identity import derived
from directory.api.hsds.periods import Period, periods
from directory.api.hsds.weekly import BYDAY, rows
from directory.hours.days import rules_of, spans_of

ATHENS = ZoneInfo("Europe/Athens")
TODAY = date(2026, 11, 24)
ALWAYS = Period(date.min, date.max)
DAY = timedelta(days=1)
TEXTS = [
    "Mo-Fr 09:00-14:00",
    "Mo-Fr 09:00-14:00, 17:00-20:00; PH off",
    "Mo-Fr 09:00-14:00; We 10:00-12:00",
    "Mo-Su 22:00-06:00",
    "Fr,Sa 20:00-24:00",
    "24/7",
    "We[1,3] 10:00-12:00",
    "Su[-1] 09:00-11:00",
    "Mo-Fr 09:00-14:00; We[1] 10:00-12:00",
    "Mo-Fr 09:00-14:00; Fr[-1] off",
    "Th[2] 22:00-02:00",
    "Jul-Aug Mo-Fr 08:00-14:00; Sep-Jun Mo-Fr 08:00-20:00",
    "2027 Mar 25-2027 Apr 2 10:00-12:00; Mo 09:00-10:00",
    "week 1-53/2 Tu 09:00-13:00",
    "Mo-Sa 08:00-20:00; Tu 12:00-14:00 off",
]


def minutes_by_rows(osm, season):
    """Day → minutes that some row calls open; an end of 23:59 stands for midnight."""
    found = {}
    for row in rows(osm, season, TODAY, ATHENS):
        for day in row.valid.days():
            if not _falls_on(row, day):
                continue
            start, end = (int(clock[:2]) * 60 + int(clock[3:5]) for clock in (row.opens_at, row.closes_at))
            found.setdefault(day, set()).update(range(start, end + 1 if end == 1439 else end))
    return found


def _falls_on(row, day):
    if not row.byday:
        return True
    name = BYDAY[day.weekday()]
    place, last = str((day.day - 1) // 7 + 1), (day + 7 * DAY).month != day.month
    tokens = row.byday.split(",")
    return name in tokens or place + name in tokens or (last and f"-1{name}" in tokens)


@pytest.mark.parametrize("osm", TEXTS)
def test_rows_open_the_same_minutes_as_the_text(osm):
    found = minutes_by_rows(osm, ALWAYS)
    first, last = periods(TODAY, ATHENS)[0].first + DAY, periods(TODAY, ATHENS)[-1].last - DAY
    for day in Period(first, last).days():
        wanted = set()
        for begun, shift in ((day, 0), (day - DAY, 1440)):
            for span, _kind in spans_of(rules_of(osm), begun, holiday=False):
                wanted.update(range(max(span.start - shift, 0), min(span.end - shift, 1440)))
        assert found.get(day, set()) == wanted, day


@pytest.mark.parametrize("osm", TEXTS)
def test_offsets_of_rows_are_those_of_the_clock(osm):
    for row in rows(osm, ALWAYS, TODAY, ATHENS):
        for day in (each for each in row.valid.days() if _falls_on(row, each)):
            for clock in (row.opens_at, row.closes_at):
                wall = datetime.fromisoformat(f"{day}T{clock}")
                assert wall.utcoffset() == wall.replace(tzinfo=ATHENS).utcoffset(), (row, day)


def test_rows_stay_within_their_season():
    season = Period(date(2027, 3, 1), date(2027, 4, 30))
    assert set(minutes_by_rows("Mo-Su 09:00-10:00", season)) == set(season.days())


def test_rows_keep_their_ids_until_the_clocks_change():
    late = rows("Mo-Fr 09:00-14:00", ALWAYS, date(2027, 2, 1), ATHENS)
    assert late == rows("Mo-Fr 09:00-14:00", ALWAYS, TODAY, ATHENS)


def test_zone_without_clock_changes_gets_calendar_years():
    assert periods(TODAY, ZoneInfo("UTC"))[0] == Period(date(2026, 1, 1), date(2026, 12, 31))


def test_derived_ids_are_those_that_any_library_would_derive():
    owner = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")

    assert derived(owner, "schedule|Δευτέρα") == str(uuid5(owner, "schedule|Δευτέρα"))
