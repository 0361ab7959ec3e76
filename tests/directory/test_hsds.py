"""HSDS 3.1: the strict checker of the contract over every shape, in every language; what it costs; what it refuses."""

import json
from datetime import date, datetime, time, timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from core.taxonomy import SpokenLanguage, SpokenLanguageWords
from core.taxonomy_demo import load_taxonomy
from directory.models import (
    AccessPointWords,
    Closure,
    ClosureWords,
    ContactLine,
    HolidayRule,
    LanguageOffer,
    MobileVisitWords,
    OrganisationWords,
    Schedule,
    Structure,
)
from tests.contract.hsds import validate_hsds
from tests.directory.crawling import crawl
from tests.factories import directory as make

LANGUAGES = [code for code, _name in settings.LANGUAGES]
MARKS = ("Κρυφή", "37.912345", "23.612345")


@pytest.fixture
def every_shape(homes):
    """Structures in every state, with every channel, kind of line, of hours and of exception."""
    today = timezone.localdate()
    greek = make.index_page(homes["el"])
    english = make.index_page(homes["en"], title="Services", slug="services")
    body = make.organisation(website="https://example.org", email="body@example.org")
    OrganisationWords.objects.create(organisation=body, language="en", name="Example body", legal_form="Company")
    ContactLine.objects.create(organisation=body, number="+302109999999", kind="fax")
    sign = SpokenLanguage.objects.create(slug="gss", own_name="ΕΝΓ", sign=True)
    SpokenLanguageWords.objects.create(term=sign, language="el", name="Ελληνική Νοηματική Γλώσσα")

    whole = make.structure("whole", cost="paid", cost_amount="2.50", website="https://a.example")
    LanguageOffer.objects.create(structure=whole, language=sign, how="interpreter", osm="Tu 10:00-13:00")
    make.rule(whole, "age", min_age=18, max_age=65)
    make.rule(whole, "referral", answer="required", words="Κοινωνικές Υπηρεσίες")
    make.document(whole, come_without=True, url="https://example.org/paper")
    whole.save()
    phone = make.access_point(whole, "phone", osm="Mo-Fr 08:00-15:00; Sa[1,3] 10:00-12:00")
    for kind, number in (("voice", "+302100000000"), ("sms", "+306900000000"), ("video_sign", "112")):
        make.line(phone, number, kind=kind, extension="12", cost="free")
    place = make.location("spot", lat="37.940000", lon="23.640000", postal_code="185 31", community=make.community())
    point = make.access_point(whole, "place", location=place, citywide=False)
    point.communities.set([make.community()])
    point.save()
    make.outlines("d")
    AccessPointWords.objects.create(access_point=point, language="el", note="Δεύτερος όροφος.")
    make.seen(place, "step_free", note="Από την πίσω πόρτα.", seen_on=today)
    make.seen(place, "door_width", measure=90)
    summer = {"valid_from": date(today.year + 1, 7, 1), "valid_to": date(today.year + 1, 8, 31)}
    Schedule.objects.create(access_point=point, kind="hours", osm="Mo-Fr 22:00-02:00; We[1] off; PH 10:00-12:00")
    Schedule.objects.create(access_point=point, kind="hours", osm="week 1-53/2 Mo-Su 00:00-24:00", **summer)
    for channel, fields in (
        ("outreach", {}),
        ("mobile", {}),
        ("home_visit", {}),
        ("street_work", {"osm": "24/7"}),
        ("online", {"url": "https://example.org/talk"}),
        ("text", {"email": "write@example.org", "url": "https://example.org/write"}),
    ):
        make.access_point(whole, channel, **fields)
    visited(whole, place, today)
    for_some = make.structure("for-some", cost="free_for", without_papers=True)
    for_some.free_for.set([make.group()])
    for_some.save()
    make.link(whole, "refers_to", for_some)
    Schedule.objects.create(
        access_point=make.access_point(make.structure("booked"), "online", url="https://example.org/b"),
        kind="appointment",
        booking_osm="Mo 09:00-10:00",
    )
    closure = Closure.objects.create(structure=whole, first_day=today, last_day=today)
    ClosureWords.objects.create(closure=closure, language="el", reason="διακοπή")
    Closure.objects.create(first_day=today, last_day=today, kind="special", osm="10:00-11:00")
    HolidayRule.objects.create(day=date(today.year + 1, 6, 1), kind="local")
    in_every_state(today)
    with_pages(greek, english)
    make.link(whole, "supports", make.structure("draft"))
    return whole


def visited(structure, place, today):
    """A unit at a known place, in a community of which no place is known, over midnight; one visit is cancelled."""
    unit, noon = make.mobile_unit(structure), timezone.make_aware(datetime.combine(today, time(12)))
    spoken = make.visit(unit, noon + timedelta(days=3), location=place)
    MobileVisitWords.objects.create(visit=spoken, language="el", note="Δίπλα στο σχολείο.")
    make.visit(unit, noon + timedelta(days=200), location=place, state="confirmed")
    make.visit(unit, noon + timedelta(days=4, hours=10), hours=6)
    make.visit(unit, noon + timedelta(days=5), state="cancelled")


def in_every_state(today):
    """Structures that are withheld, without a way in, paused, not begun, over, ended, of the whole country."""
    hidden = make.structure("hidden", sensitive=True)
    make.line(make.access_point(hidden, "phone"), "+302101234567")
    secret = make.location("secret", street="Κρυφή", lat=MARKS[1], lon=MARKS[2])
    make.access_point(hidden, "place", location=secret)
    make.structure("bare")
    make.structure("paused", status="paused")
    make.structure("coming", kind="action", valid_from=date(today.year + 1, 1, 1), valid_to=date(today.year + 1, 2, 1))
    make.structure("past", kind="action", valid_from=date(2020, 1, 1), valid_to=date(2020, 2, 1))
    make.structure("ended", status="ended")
    make.structure("country", reach=3)


def with_pages(greek, english):
    """All in Greek, three in English too."""
    for structure in Structure.objects.all():
        page = make.structure_page(greek, structure, how="Τηλεφωνείτε.", for_whom="Για όλους.", official_name="Επίσημο")
        if structure.slug in ("whole", "hidden", "paused"):
            words = {"title": structure.slug.title(), "summary": "In English.", "translation_key": page.translation_key}
            make.structure_page(english, structure, **words)


def test_strict_checker_finds_nothing_in_any_language(every_shape, settings):
    settings.HUB_PAGE_CACHE = True
    crawls = {language: crawl(language) for language in LANGUAGES}
    comparison = validate_hsds.Report()
    validate_hsds.compare(crawls, comparison)
    wrong = [line for found in crawls.values() for line in found.report.errors]
    assert wrong + comparison.errors == []
    assert {name: len(found) for name, found in crawls["el"].lists.items()} == {
        "services": 9,
        "organizations": 1,
        "service_at_locations": 6,
        "locations": 5,
        "taxonomies": 6,
        "taxonomy_terms": 16,
    }
    bodies = b"".join(body for found in crawls.values() for body in found.client.bodies).decode()
    assert not [mark for mark in MARKS if mark in bodies]


def test_facts_beside_the_ways_in_are_told_with_their_codes(every_shape, client):
    service = client.get(f"/api/hsds/services/{every_shape.uuid}?lang=en").json()
    linked = Structure.objects.get(slug="for-some")
    assert service["eligibility_description"] == "Για όλους. Age: From 18 to 65 years. Referral: Κοινωνικές Υπηρεσίες."
    assert (service["minimum_age"], service["maximum_age"]) == (18, 65)
    assert service["x-eligibility"] == ["age:18-65", "referral:required"]
    assert service["interpretation_services"].endswith(": with an interpreter, Tuesday 10:00–13:00")
    assert [paper["x-needed"] for paper in service["required_documents"]] == ["always"]
    assert [(each["code"], each["x-how"]) for each in service["languages"]] == [("gss", "interpreter")]
    assert service["x-links"] == [{"type": "refers_to", "service_id": str(linked.uuid)}]
    free = client.get(f"/api/hsds/services/{linked.uuid}?lang=en").json()
    assert free["cost_options"][0]["x-groups"] == ["everyone"]
    assert free["x-without-papers"] is True


def test_accessibility_is_a_row_a_profile_with_what_is_unknown_in_words(every_shape, client):
    service = client.get(f"/api/hsds/services/{every_shape.uuid}?lang=en").json()
    places = [each["location"] for each in service["service_at_locations"]]
    rows, visited = [place["accessibility"] for place in places if "accessibility" in place]
    assert rows == visited  # the unit stops where the service is
    assert [row["x-profile"] for row in rows] == ["wheelchair", "walking"]
    assert rows[0]["description"].startswith(
        "The entrance has no steps. Από την πίσω πόρτα. The narrowest door is 90 cm"
    )
    assert "We do not know whether there is an accessible toilet." in rows[0]["description"]
    assert rows[0]["x-lang"] == "el"
    assert [fact["question"] for fact in rows[1]["x-facts"]] == ["step_free"]


def test_states_are_said_in_the_words_of_the_standard(every_shape):
    services = Client().get("/api/hsds/services", {"per_page": 100}).json()["contents"]
    assert {service["name"]: service["status"] for service in services} == {
        "for-some": "active",
        "whole": "active",
        "booked": "active",
        "hidden": "active",
        "bare": "active",
        "country": "active",
        "paused": "temporarily closed",
        "coming": "inactive",
        "past": "defunct",
    }


def test_ended_structure_answers_gone_and_draft_is_unknown(every_shape):
    ended, draft = Structure.objects.get(slug="ended"), Structure.objects.get(slug="draft")
    assert Client().get(f"/api/hsds/services/{ended.uuid}").status_code == 410
    assert Client().get(f"/api/hsds/services/{draft.uuid}").status_code == 404


@pytest.mark.parametrize(
    ("query", "names"),
    [
        pytest.param({"search": "whole"}, {"whole"}, id="words"),
        pytest.param({"postcode": "18531"}, {"whole"}, id="postal code"),
        pytest.param({"postcode": "18531", "proximity": "500"}, {"whole"}, id="postal code and distance"),
        pytest.param({"postcode": "10431"}, set(), id="postal code without anything"),
        pytest.param({"modified_after": "2199-01-01"}, set(), id="day in the future"),
        pytest.param({"organization_id": "00000000-0000-4000-8000-000000000000"}, set(), id="unknown body"),
        pytest.param({"taxonomy_term_id": "00000000-0000-4000-8000-000000000000"}, set(), id="unknown term"),
    ],
)
def test_parameters_narrow_the_list(every_shape, query, names):
    assert {each["name"] for each in Client().get("/api/hsds/services", query).json()["contents"]} == names


def test_channel_is_a_term_by_which_services_are_found(every_shape):
    terms = Client().get("/api/hsds/taxonomy_terms", {"per_page": 100}).json()["contents"]
    (online,) = [term["id"] for term in terms if term["code"] == "online"]
    found = Client().post("/api/hsds/services", {"taxonomy_term_id": online}, content_type="application/json").json()
    assert {each["name"] for each in found["contents"]} == {"whole", "booked"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ({"page": "0"}, "page"),
        ({"page": "²"}, "page"),
        ({"per_page": "101"}, "per_page"),
        ({"lang": "xx"}, "lang"),
        ({"modified_after": "2027-02-31"}, "modified_after"),
        ({"postcode": "18x"}, "postcode"),
        ({"postcode": "18531", "proximity": "far"}, "proximity"),
        ({"search": "a" * 10_000}, "search"),
        ({"taxonomy_id": "\x00"}, "taxonomy_id"),
    ],
)
def test_wrong_parameter_is_named_in_greek_and_english(query, parameter):
    answer = Client().get("/api/hsds/services", query)
    error = answer.json()["error"]
    assert (answer.status_code, error["parameter"], error["value"]) == (400, parameter, query[parameter])
    assert error["el"] and error["en"]
    assert answer["Access-Control-Allow-Origin"] == "*"


@pytest.mark.django_db
@pytest.mark.parametrize("body", [b"{", b"[1]", b"\xff", b"[" * 50_000], ids=lambda body: body[:4])
def test_body_that_is_no_object_is_refused(body):
    answer = Client().post("/api/hsds/services", body, content_type="application/json")
    assert (answer.status_code, answer.json()["error"]["parameter"]) == (400, "body")


def test_half_a_sign_in_a_body_is_refused_as_any_other_value():
    answer = Client().post("/api/hsds/services", b'{"lang": "\\ud800"}', content_type="application/json")
    assert (answer.status_code, answer.json()["error"]["value"]) == (400, "?")


def test_places_on_a_map_leave_out_what_is_withheld(every_shape):
    places = Client().get("/api/directory/structures.geojson?lang=en").json()["features"]
    assert [place["geometry"]["coordinates"] for place in places] == [[23.64, 37.94]]
    assert (places[0]["properties"]["name"], places[0]["properties"]["needs"]) == ("Whole", ["food"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_vocabulary_of_the_demo_is_whole_in_every_language(db, language):
    load_taxonomy()
    terms = Client().get(f"/api/hsds/taxonomy_terms?lang={language}&per_page=100").json()
    assert terms["total_pages"] == 1
    assert [term["name"] for term in terms["contents"] if "x-lang" in term] == []


def test_hours_are_described_in_the_language_asked_for(every_shape):
    said = {
        language: {
            schedule.get("description", "")
            for place in Client().get(f"/api/hsds/service_at_locations?lang={language}&full=true").json()["contents"]
            for schedule in place.get("schedules", [])
        }
        for language in LANGUAGES
    }
    assert all(said.values())
    both = [said[one] & said[other] - {""} for one in LANGUAGES for other in LANGUAGES if one < other]
    assert [shared for shared in both if shared] == []


@pytest.mark.parametrize("language", ["el", "en"])
def test_page_for_developers_names_the_addresses(homes, language):
    body = Client().get("/open-data/" if language == "el" else "/en/open-data/").content.decode().replace("<wbr>", "")
    assert "http://testserver/api/hsds/" in body
    assert "http://testserver/api/openapi.json" in body


@pytest.mark.django_db
def test_description_names_every_parameter_it_refers_to(client):
    text = client.get("/api/openapi.json").content.decode()
    said = json.loads(text)
    assert {part.split('"')[0] for part in text.split("#/components/parameters/")[1:]} == set(
        said["components"]["parameters"]
    )
