"""What the page of a structure tells machines: every fact that schema.org has a term for."""

import json
import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.factories import directory as make

DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture
def node(client, home):
    """A structure with everything, as its page tells it."""
    structure = make.structure("full", cost="free")
    make.rule(structure, "age", min_age=18, max_age=65)
    place = make.location("spot", lat="37.940000", lon="23.640000")
    point = make.access_point(structure, "place", location=place, osm="Mo-Fr 08:00-15:00")
    make.line(make.access_point(structure, "phone"))
    make.language_offer(structure, "ar", "Αραβικά")
    make.language_offer(structure, "fr", "Γαλλικά", channel="phone")
    make.seen(point.location, "step_free", seen_on=date(2027, 6, 12))
    make.seen(point.location, "lift", "no")
    make.seen(point.location, "toilet", "partly")
    today = timezone.localdate()
    for days in (10, 100):
        first = today + timedelta(days=days)
        structure.closures.create(first_day=first, last_day=first + timedelta(days=2), kind="closed")
    make.structure_page(make.index_page(home), structure)
    body = client.get("/domes/full/").content.decode()
    return json.loads(DATA.findall(body)[0]), body


def test_every_fact_with_a_term_of_its_own_is_told(node):
    told, _body = node
    by_phone, on_the_spot = sorted(told["availableChannel"], key=lambda channel: channel["name"], reverse=True)
    assert told["audience"][-1] == {"@type": "PeopleAudience", "requiredMinAge": 18, "requiredMaxAge": 65}
    assert told["offers"] == {"@type": "Offer", "price": "0", "priceCurrency": "EUR"}
    assert by_phone["availableLanguage"] == ["ar", "fr"]
    assert on_the_spot["availableLanguage"] == ["ar"]
    place = on_the_spot["serviceLocation"]
    assert place["geo"] == {"@type": "GeoCoordinates", "latitude": 37.94, "longitude": 23.64}
    assert place["isAccessibleForFree"] is True
    assert [(each["name"], each["value"]) for each in place["amenityFeature"]] == [
        ("Είσοδος χωρίς σκαλιά", True),
        ("Ανελκυστήρας", False),
    ]


def test_only_closures_of_the_coming_sixty_days_are_told(node):
    told, _body = node
    assert len([each for each in told["hoursAvailable"] if each["opens"] == each["closes"]]) == 1


def test_place_with_a_point_opens_in_the_map_of_the_phone(node):
    _told, body = node
    assert 'href="geo:37.940000,23.640000"' in body


def test_sheet_of_paper_says_of_which_day_it_is(node):
    _told, body = node
    paper = body[body.index('class="paper-only"') :]
    assert re.search(r"Εκτυπώθηκε στις \d+\s\w+ \d{4}\.", paper)
