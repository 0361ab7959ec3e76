"""The mobile unit: one place at a time, changes in words, the same facts on pages and in people's calendars."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone
from icalendar import Calendar

from directory.models import MobileCalendarPage, MobileVisit
from directory.selectors.hours import Asked
from directory.selectors.visits import coming, next_sentence
from directory.sensitive import withhold
from tests.factories import directory as make

pytestmark = pytest.mark.django_db
ATHENS = ZoneInfo("Europe/Athens")


def athens(day, hour):
    return datetime(2027, 5, day, hour, tzinfo=ATHENS)


@pytest.fixture
def unit(home):
    structure = make.structure("bus")
    make.access_point(structure, "mobile")
    make.structure_page(make.index_page(home), structure)
    return make.mobile_unit(structure)


@pytest.fixture
def calendar(unit, home):
    index = unit.structure.pages.get().get_parent()
    page = MobileCalendarPage(title="Κινητή μονάδα", slug="kiniti", locale=home.locale)
    return index.add_child(instance=page)


def asked(at, language="el"):
    return Asked(language=language, at=at, zone=ATHENS)


def soon(days=2, hour=10):
    return timezone.localtime().replace(hour=hour, minute=0, second=0, microsecond=0) + timedelta(days=days)


@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        (athens(4, 12), "Επόμενη επίσκεψη: Πέμπτη 13 Μαΐου, 10:00–13:00."),
        (athens(13, 11), "Είναι εδώ τώρα, έως τις 13:00."),
        (athens(13, 13), "Δεν έχει οριστεί επόμενη επίσκεψη."),
    ],
    ids=["before", "now", "after"],
)
def test_next_visit_is_said_as_people_say_it(unit, at, sentence):
    make.visit(unit, athens(13, 10))
    assert next_sentence(coming(asked(at)), asked(at)) == sentence


def test_cancelled_visit_stays_until_its_day_is_over_and_is_not_the_next_one(unit):
    make.visit(unit, athens(5, 10), state="cancelled")
    make.visit(unit, athens(6, 10))
    evening = asked(athens(5, 20))
    assert [visit.state for visit in coming(evening)] == ["cancelled", "planned"]
    assert next_sentence(coming(evening), evening).startswith("Επόμενη επίσκεψη: Πέμπτη 6 Μαΐου")
    assert [visit.state for visit in coming(asked(athens(6, 0)))] == ["planned"]


def test_moved_visit_names_its_new_day_and_the_new_one_the_old(unit):
    old = make.visit(unit, athens(5, 10), state="moved")
    make.visit(unit, athens(14, 10), replaces=old)
    first, second = coming(asked(athens(4, 12)))
    assert [note.text for note in first.notes] == ["Μεταφέρθηκε: Παρασκευή 14 Μαΐου."]
    assert [note.text for note in second.notes] == ["Αντί για: Τετάρτη 5 Μαΐου."]


def test_unit_is_at_one_place_at_a_time(unit):
    make.visit(unit, athens(5, 10))
    other = MobileVisit(unit=unit, start=athens(5, 12), end=athens(5, 14), community=make.community("e", "Ε΄"))
    with pytest.raises(ValidationError) as refusal:
        other.full_clean()
    assert refusal.value.error_dict["start"][0].code == "visit_elsewhere"
    assert str(refusal.value.error_dict["start"][0].params["visit"]).startswith("05/05/2027 10:00 ")
    with pytest.raises(IntegrityError):
        make.visit(unit, athens(5, 10))


@pytest.mark.parametrize(("hours", "field"), [(15, "end"), (0, "__all__")], ids=["too long", "no time"])
def test_visit_has_a_beginning_and_an_end_of_one_day(unit, hours, field):
    visit = MobileVisit(
        unit=unit, start=athens(5, 8), end=athens(5, 8) + timedelta(hours=hours), community=make.community()
    )
    with pytest.raises(ValidationError) as refusal:
        visit.full_clean()
    assert field in refusal.value.error_dict


def test_withheld_location_is_no_place_for_a_visit(unit):
    place = make.location()
    withhold(place)
    visit = MobileVisit(unit=unit, start=athens(5, 8), end=athens(5, 9), community=make.community(), location=place)
    with pytest.raises(ValidationError) as refusal:
        visit.full_clean()
    assert "location" in refusal.value.error_dict


@pytest.mark.parametrize("key", ["unit", "community"])
def test_calendar_file_says_what_the_page_says(client, unit, calendar, key):
    kept = make.visit(unit, soon(), location=make.location(), state="confirmed")
    gone = make.visit(unit, soon(3), state="cancelled")
    answer = client.get(f"/api/directory/mobile/{unit.code if key == 'unit' else 'd'}.ics")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    read = Calendar.from_ical(answer.content)
    events = {event["uid"].split("@")[0]: event for event in read.walk("VEVENT")}
    first, second = events[str(kept.uuid)], events[str(gone.uuid)]
    assert first["dtstart"].dt == kept.start
    assert first["dtstart"].params["TZID"] == "Europe/Athens"
    assert (first["status"], second["status"]) == ("CONFIRMED", "CANCELLED")
    assert first["location"] == "Οδός Παραδείγματος 1, Δ΄ Δημοτική Κοινότητα"
    assert first["url"].endswith("/domes/kiniti/")
    assert len(read.walk("VTIMEZONE")) == 1


def test_changed_visit_is_newer_for_calendars_and_keeps_its_name(client, unit):
    visit = make.visit(unit, soon())
    address = f"/api/directory/mobile/{unit.code}.ics"
    (before,) = Calendar.from_ical(client.get(address).content).walk("VEVENT")
    visit.end += timedelta(hours=1)
    visit.save()
    (after,) = Calendar.from_ical(client.get(address).content).walk("VEVENT")
    assert before["uid"] == after["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 1)


def test_unknown_calendar_is_not_found(client, homes):
    assert client.get("/api/directory/mobile/nothing.ics").status_code == 404


def test_calendar_page_narrows_to_a_community_and_survives_nonsense(client, unit, calendar):
    make.visit(unit, soon())
    make.visit(unit, soon(3), community=make.community("e", "Ε΄ Δημοτική Κοινότητα"))
    everything = client.get("/domes/kiniti/").content.decode()
    assert everything.count('class="visit"') == 2
    narrowed = client.get("/domes/kiniti/?community=e").content.decode()
    assert narrowed.count('class="visit"') == 1
    assert client.get("/domes/kiniti/?community=moon").content.decode().count('class="visit"') == 2


def test_community_and_structure_name_the_next_visits(client, unit, calendar, home):
    make.community_page(home, make.community())
    make.visit(unit, soon())
    for address in ("/koinotites/d/", "/domes/bus/"):
        body = client.get(address).content.decode()
        assert "Επόμενη επίσκεψη: " in body
        assert 'href="/domes/kiniti/"' in body


def test_state_of_what_only_drives_is_its_next_visit(client, unit):
    assert "Δεν γνωρίζουμε τις ώρες." in client.get("/domes/").content.decode()
    make.visit(unit, soon())
    for address in ("/domes/", "/domes/bus/"):
        page = client.get(address).content.decode()
        assert '<p class="state closed' in page
        assert "Δεν γνωρίζουμε τις ώρες." not in page


@pytest.mark.parametrize("count", [1, 50])
@pytest.mark.parametrize("address", ["/domes/kiniti/", "/koinotites/d/", "/domes/bus/"])
def test_visits_cost_the_same_for_one_and_fifty(
    client, unit, calendar, home, address, count, django_assert_max_num_queries
):
    make.community_page(home, make.community())
    for day in range(count):
        make.visit(unit, soon(1 + day), hours=2)
    for before in ("/domes/", "/domes/kiniti/", "/koinotites/d/"):
        client.get(before)
    with django_assert_max_num_queries(12):
        assert client.get(address).status_code == 200
