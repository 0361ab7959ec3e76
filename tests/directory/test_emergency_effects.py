"""What readers see of an emergency: hours, numbers, order, HSDS, JSON-LD, the cached page, the feed; and the desk."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from core.cache.middleware import page_cache
from core.editing.services import sync_roles
from core.snapshot import clear_snapshots
from directory.models import ActivationLog, OpenInterval
from directory.selectors.emergencies import feed, strips
from directory.selectors.hours import Asked
from directory.selectors.structures import structure_detail
from directory.services import rebuild_all_intervals
from directory.services.emergencies import end
from directory.services.emergencies.probe import measure
from search.services import rebuild
from tests.conftest import NOON
from tests.factories import directory as make
from tests.factories.emergencies import activate, team

pytestmark = pytest.mark.django_db
ATHENS = ZoneInfo("Europe/Athens")
HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)
NIGHT = NOON.replace(hour=22)
TEN = NOON.replace(day=7, hour=22)


@pytest.fixture(autouse=True)
def _roles():
    sync_roles()


@pytest.fixture
def people():
    """Two of the crisis team."""
    return team()


@pytest.fixture
def place(homes):
    """A laundry, open in the morning, with its page."""
    structure = make.structure()
    point = make.access_point(structure, "place", osm="Mo-Fr 08:00-13:00")
    make.line(make.access_point(structure, "phone"))
    make.structure_page(make.index_page(homes["en"]), structure)
    return point


def detail(point, at, language="en"):
    return structure_detail(point.structure_id, Asked(language=language, at=at, zone=ATHENS))


def test_place_that_is_closed_by_the_week_is_open_because_of_the_emergency(place, people):
    assert detail(place, NIGHT).state.text == "Closed now. Opens tomorrow, Wednesday, at 8:00."
    activate(people, at=NOON, until=TEN, access_point=place, osm="08:00-23:00")
    way = detail(place, NIGHT).ways[0]
    assert way.state.text == "Open because of an emergency, until 23:00."
    assert detail(place, NIGHT, "el").ways[0].state.text == "Ανοιχτά λόγω έκτακτης ανάγκης, έως τις 23:00."
    assert not detail(place, TEN + 3 * HOUR).ways[0].state.is_open


def test_place_that_is_closed_by_the_emergency_says_so(place, people):
    morning = NOON - HOUR
    assert detail(place, morning).ways[0].state.is_open
    activate(people, at=morning, until=TEN, access_point=place, kind="closed")
    assert detail(place, morning).ways[0].state.text == "Closed because of an emergency."


def test_open_intervals_are_those_of_the_emergency_while_it_holds_and_the_usual_ones_around_it(place, people):
    rebuild_all_intervals(at=NOON, zone=ATHENS)

    def open_at(moment):
        return OpenInterval.objects.filter(access_point=place, start__lte=moment, end__gt=moment).exists()

    assert [open_at(moment) for moment in (NOON - HOUR, NIGHT)] == [True, False]
    activation = activate(people, at=NOON, until=TEN, access_point=place)
    moments = (NOON - HOUR, NOON, NIGHT, TEN - SECOND, TEN, NOON.replace(day=10, hour=9))
    assert [open_at(moment) for moment in moments] == [True, True, True, True, False, True]
    end(activation, by=people[0], reason="over", at=NOON + HOUR)
    assert [open_at(moment) for moment in (NOON, NIGHT)] == [True, False]


def test_number_and_other_place_of_the_emergency_stand_first_while_it_holds(place, people):
    other = make.location("school", street="Οδός Σχολείου")
    activate(people, at=NOON, until=TEN, access_point=place, number="+302109999999", location=other)
    now, later = detail(place, NIGHT).ways[0], detail(place, TEN).ways[0]
    assert [line.label for line in now.lines] == ["210 999 9999"]
    assert now.notes == ("Λόγω έκτακτης ανάγκης βρίσκεται αλλού: Οδός Σχολείου 1, Πόλη",)
    assert (later.lines, later.notes) == ((), ())


def test_open_emergency_places_stand_first_in_the_list(place, people, homes, client):
    other = make.structure("always")
    make.line(make.access_point(other, "phone", osm="24/7"))
    make.structure_page(homes["en"].get_children().get(slug="domes").specific, other)
    assert_order(client, ["always", "laundry"])
    now = timezone.now()
    activate(people, at=now, until=now + HOUR, access_point=place)
    assert_order(client, ["laundry", "always"])


def assert_order(client, slugs):
    page = client.get("/en/domes/").content.decode()
    places = [page.index(f"/en/domes/{slug}/") for slug in slugs]
    assert places == sorted(places)


def test_open_emergency_places_stand_first_among_what_is_searched(place, people, homes, client):
    index = homes["en"].get_children().get(slug="domes").specific
    other = make.structure("wash")
    make.line(make.access_point(other, "phone"))
    make.structure_page(index, other, title="Laundry", summary="A laundry.")
    rebuild()

    def found():
        page = client.get("/en/search/?q=laundry").content.decode()
        return sorted(("/en/domes/laundry/", "/en/domes/wash/"), key=page.index)[0]

    assert found() == "/en/domes/wash/"
    now = timezone.now()
    activate(people, at=now, until=now + HOUR, access_point=place)
    assert found() == "/en/domes/laundry/"
    assert "Open because of an emergency" in client.get("/en/search/?q=laundry").content.decode()


def test_machines_hear_of_it(place, people, client):
    now = timezone.now()
    activate(people, at=now, until=now + HOUR, access_point=place)
    service = client.get(f"/api/hsds/services/{place.structure.uuid}?lang=en").json()
    assert service["alert"].startswith("Heatwave until ")
    dated = [row for way in service["service_at_locations"] for row in way["schedules"] if row.get("x-emergency")]
    assert dated[0]["valid_from"] == timezone.localdate(now).isoformat()
    assert dated[0]["notes"] == "emergency"
    page = client.get("/en/domes/laundry/").content.decode()
    assert f'"validThrough":"{timezone.localdate(now + HOUR).isoformat()}"' in page


def test_matrix_says_what_the_emergency_opens_and_not_before_or_after(place, people, homes, client):
    make.coverage_page(homes["en"].get_children().get(slug="domes").specific)
    assert "emergency:" not in client.get("/en/domes/kalypsi/").content.decode()
    now = timezone.now()
    activation = activate(people, at=now, until=now + HOUR, access_point=place)
    assert "emergency: 1 open" in client.get("/en/domes/kalypsi/").content.decode()
    end(activation, by=people[0], reason="It is over.", at=now + SECOND)
    clear_snapshots()
    assert "emergency:" not in client.get("/en/domes/kalypsi/").content.decode()


@pytest.fixture
def kept(settings):
    """Readers, served from the page cache as in production."""
    settings.HUB_PAGE_CACHE = True
    page_cache().clear()
    return Client()


@pytest.mark.django_db(transaction=True)
def test_page_that_is_cached_shows_the_strip_at_once_and_loses_it_when_it_ends(place, people, kept):
    addresses = ["/", "/en/", "/en/domes/", "/en/domes/laundry/", "/en/contact-request/", "/en/nothing-here/"]

    def shown():
        return [kept.get(address).content.decode().count("data-strip=") for address in addresses]

    assert shown() == shown() == [0] * 6
    before = kept.get("/api/alerts.json")
    assert before.json() == {"phone": "+302100000000", "emergencies": []}
    assert kept.get("/api/alerts.json", headers={"If-None-Match": before["ETag"]}).status_code == 304
    now = timezone.now()
    activation = activate(people, at=now, until=now + HOUR)
    assert shown() == [1] * 6
    after = kept.get("/api/alerts.json", headers={"If-None-Match": before["ETag"]})
    assert [row["id"] for row in after.json()["emergencies"]] == [str(activation.uuid)]
    assert set(after.json()["emergencies"][0]["words"]) == {"el", "en", "ar", "sq", "uk"}
    end(activation, by=people[0], reason="over", at=timezone.now())
    assert shown() == [0] * 6


@pytest.mark.django_db(transaction=True)
def test_drill_leaves_the_bytes_of_readers_unchanged_and_is_seen_by_staff(place, people, kept):
    addresses = ["/en/", "/en/domes/laundry/", "/en/emergencies/", "/api/alerts.json", "/api/hsds/services"]
    before = [kept.get(address).content for address in addresses]
    now = timezone.now()
    activate(people, at=now, until=now + HOUR, drill=True, access_point=place)
    clear_snapshots()
    page_cache().clear()
    assert [kept.get(address).content for address in addresses] == before
    staff = Client()
    staff.force_login(people[0])
    page = staff.get("/en/").content.decode()
    assert "DRILL: Heatwave until " in page
    assert "ΑΣΚΗΣΗ: Καύσωνας έως " in staff.get("/").content.decode()
    assert 'data-strip="drill-' in page


def test_probe_writes_down_how_long_readers_waited(place, people, client):
    now = timezone.now()
    activation = activate(people, at=now, until=now + HOUR)
    asked = []

    def fetch(address, session):
        asked.append((address, session))
        return client.get(address).content

    assert measure(activation.pk, clock=lambda: now + SECOND, fetch=fetch) == "1.0 s, 4/4"
    assert {session for _address, session in asked} == {""}
    row = ActivationLog.objects.first()
    assert (row.what, row.seconds, row.reason) == ("seen", 1.0, "4/4")


def test_probe_of_a_drill_looks_as_staff_and_leaves_no_session(place, people, client):
    now = timezone.now()
    activation = activate(people, at=now, until=now + HOUR, drill=True)

    def fetch(address, session):
        client.cookies["sessionid"] = session
        return client.get(address).content

    assert measure(activation.pk, clock=lambda: now + SECOND, fetch=fetch) == "1.0 s, 4/4"
    assert not Session.objects.exists()


def test_probe_gives_up_after_a_minute(place, people):
    now = timezone.now()
    activation = activate(people, at=now, until=now + HOUR)
    moments = iter([now, now + timedelta(seconds=61), now + timedelta(seconds=61)])
    assert (
        measure(activation.pk, clock=lambda: next(moments), fetch=lambda *_: b"", wait=lambda _: None) == "61.0 s, 0/4"
    )


def test_public_page_lists_open_places_and_what_is_over(place, people, client):
    assert "No emergency holds now." in client.get("/en/emergencies/").content.decode()
    now = timezone.now()
    activation = activate(people, at=now, until=now + HOUR, access_point=place)
    page = client.get("/en/emergencies/").content.decode()
    assert "/en/domes/laundry/" in page
    end(activation, by=people[0], reason="over", at=timezone.now())
    clear_snapshots()
    page = client.get("/en/emergencies/").content.decode()
    assert "/en/domes/laundry/" not in page
    assert "1 place was opened" in page
    assert "<strong>موجة حر</strong>" in client.get("/ar/emergencies/").content.decode()


def test_strip_costs_no_query_once_it_is_known(people, homes, django_assert_num_queries):
    activate(people, at=NOON, until=TEN)
    strips("en", NOON)
    with django_assert_num_queries(0):
        assert strips("el", NOON)
        assert feed(NOON)
