"""A withheld address is nowhere: on no page, not for machines, not in the admin or its histories, not on the disk."""

import logging
import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.log_actions import log
from wagtail.models import Locale
from wagtail_localize.models import TranslationSource

from core.media import HubImage
from directory import sensitive
from directory.models import (
    AccessPointWords,
    Landmark,
    LandmarkWords,
    Location,
    ProposedChange,
    ReaderReport,
    Structure,
    Verification,
)
from directory.selectors import ways
from directory.services import rebuild_all_intervals
from directory.services.withholding import withhold_structure
from home.roles import EDITOR
from search.services import rebuild
from tests.directory import leaks
from tests.factories import borders
from tests.factories import directory as make

ATHENS = ZoneInfo("Europe/Athens")
WHERE = f"{leaks.STREET} {leaks.NUMBER}, {leaks.POSTAL_CODE}, {leaks.LAT} {leaks.LON}"
ALL = f"{WHERE} ({leaks.WAY}, {leaks.NOTE}) KRYPSONOS 77"


@pytest.fixture
def shelter(homes, django_capture_on_commit_callbacks):
    """A public place that many have written about."""
    with django_capture_on_commit_callbacks(execute=True):
        structure = _planted(homes)
    page = structure.pages.get(locale__language_code="el").specific
    TranslationSource.update_or_create_from_instance(page)
    rebuild_all_intervals(at=timezone.now(), zone=ATHENS)
    rebuild()
    return structure


def _planted(homes):
    place = make.location(
        "krypsonos-77",
        street=leaks.STREET,
        number=leaks.NUMBER,
        postal_code=leaks.POSTAL_CODE,
        community=make.community(),
        lat=leaks.LAT,
        lon=leaks.LON,
    )
    place.words.update(way=leaks.WAY)
    picture = get_test_image_file("krypsonos-77-eisodos.png")
    image = HubImage.objects.create(title="krypsonos-77-eisodos", description="Είσοδος", file=picture)
    structure = make.structure("shelter", image=image, open_questions=f"Ισχύει το {WHERE};")
    make.line(make.access_point(structure, "phone", osm="Mo-Fr 08:00-15:00"))
    point = make.access_point(structure, "place", location=place, citywide=False)
    point.communities.set([make.community()])
    point.save()
    AccessPointWords.objects.create(access_point=point, language="el", note=leaks.NOTE)
    _pages(homes, structure)
    _histories(structure, place)
    return structure


def _pages(homes, structure):
    mark = Landmark.objects.create(slug="station", lat="37.940000", lon="23.640000")
    LandmarkWords.objects.create(landmark=mark, language="el", name="Σταθμός")
    index = make.index_page(homes["el"])
    make.coverage_page(index)
    make.community_page(homes["el"], make.community())
    page = make.structure_page(index, structure, how=f"Ελάτε: {WHERE}.", offers=[("offer", f"Ύπνος στην {WHERE}")])
    page.summary = f"Στην οδό {leaks.STREET.upper()}"
    page.save_revision().publish()
    english = make.index_page(homes["en"], title="Services", slug="domes", translation_key=index.translation_key)
    words = {"title": "Shelter", "translation_key": page.translation_key, "how": f"Come to Krypsonos 77, {WHERE}."}
    make.structure_page(english, structure, **words).save_revision().publish()
    for code in leaks.COPIED:
        # As the demo makes them: copies of the Greek page below a copy of its index.
        locale, _made = Locale.objects.get_or_create(language_code=code)
        page.copy_for_translation(locale, copy_parents=True, alias=True)


def _histories(structure, place):
    log(place, "wagtail.edit")
    log(structure, "wagtail.edit", data={"was": ALL})
    at = timezone.now()
    ReaderReport.objects.create(
        structure=structure, kind="address", text=WHERE, language="el", created=at, day=at.date(), network="x"
    )
    change = {"key": "website", "label": "x", "old": WHERE, "new": "krypsonos-77"}
    ProposedChange.objects.create(structure=structure, changes=[change], note=WHERE, created=at, fact_hash="x")
    Verification.objects.create(
        structure=structure, how="phone", by="x", result="confirmed", note=WHERE, fact_hash="x", at=at
    )


def withhold(structure):
    return withhold_structure(structure, by=None, at=timezone.now(), zone=ATHENS)


def surfaces(structure, languages=leaks.LANGUAGES, roles=leaks.WITHOUT_THE_RIGHT):
    yield from leaks.of_readers(structure, languages)
    yield from leaks.of_staff(structure, roles)
    yield from leaks.of_machines_room()


def test_every_mark_is_found_where_it_was_planted_and_none_after_withholding(
    shelter, caplog, django_capture_on_commit_callbacks
):
    before = leaks.leaks(surfaces(shelter, ["el"], [EDITOR]))
    assert set().union(*before.values()) == set(leaks.MARKS)
    assert len(before) > 30

    caplog.set_level(logging.DEBUG)
    with django_capture_on_commit_callbacks(execute=True):
        withhold(shelter)
    shelter = Structure.objects.get()

    assert leaks.leaks(surfaces(shelter)) == {}
    assert leaks.leaks([("logs", caplog.text.encode())]) == {}


def test_maps_show_neither_the_point_nor_the_community_of_a_withheld_place(
    shelter, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(borders, "SOUTH", 37.90)  # so that the place lies in it
    with django_capture_on_commit_callbacks(execute=True):
        make.outlines("d", "e")
    drawn = "".join(leaks.maps())
    assert drawn.count('class="dot"') == 3 and 'class="here"' in drawn and "Δ΄ Δημοτική Κοινότητα: 1 δομή" in drawn

    with django_capture_on_commit_callbacks(execute=True):
        withhold(shelter)
    drawn = "".join(leaks.maps())
    assert "Δ΄ Δημοτική Κοινότητα: 0 δομές" in drawn
    assert not re.search(r'class="dot"|class="here"|shelter|: 1 δομή', drawn)


def test_address_that_one_selector_joins_is_found(shelter, monkeypatch):
    withhold(shelter)

    def joined(point, said, language):
        known = sensitive.address_of(point.location) if point.location_id else None
        return {"street": known.street, "city": known.lat} if known else {}

    monkeypatch.setattr(ways, "_address", joined)
    assert leaks.leaks(leaks.of_readers(Structure.objects.get(), ["el"]))


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"\\u039a\\u03c1\\u03c5\\u03c8\\u03ce\\u03bd\\u03bf\\u03c2", id="json"),
        pytest.param(b"%CE%9A%CE%A1%CE%A5%CE%A8%CE%A9%CE%9D%CE%9F%CE%A3", id="address"),
        pytest.param("ΚΡΥΨΩΝΟΣ".encode(), id="capitals"),
        pytest.param("&#922;ρυψώνος".encode(), id="html"),
    ],
)
def test_mark_is_found_however_it_is_written(raw):
    assert "street" in leaks.marks_in(raw)


def test_reader_gets_the_sentence_in_place_of_the_address(client, shelter):
    withhold(shelter)
    body = client.get("/domes/shelter/").content.decode()
    assert "Η διεύθυνση δεν δημοσιεύεται για λόγους ασφάλειας. Καλέστε και θα σας πουν πού και πώς." in body
    assert "<address" not in body
    assert 'href="tel:+302100000000"' in body
    english = client.get("/en/domes/shelter/").content.decode()
    assert "The address is not published, for safety. Call and they will tell you where and how." in english


def test_address_is_kept_for_those_who_may_read_it(shelter):
    withhold(shelter)
    place = Location.objects.get(access_points__channel="place")
    assert sensitive.address_of(place) == sensitive.Address(
        street=leaks.STREET,
        number=leaks.NUMBER,
        postal_code=leaks.POSTAL_CODE,
        community="d",
        lat=leaks.LAT,
        lon=leaks.LON,
        ways={"el": leaks.WAY},
        notes=[leaks.NOTE],
    )
    again = withhold(Structure.objects.get())
    assert (again.places, again.texts) == (1, 0)


def test_place_of_an_open_structure_withheld_alone_leaves_its_phone(client, shelter):
    sensitive.withhold(Location.objects.get(access_points__channel="place"))
    service = client.get(f"/api/hsds/services/{shelter.uuid}").json()
    assert not service.get("service_at_locations")
    assert service["phones"][0]["number"] == "+302100000000"
    assert client.get("/api/directory/structures.geojson").json()["features"] == []


def test_next_check_does_not_ask_for_what_was_cut(shelter):
    withhold(shelter)
    assert Verification.objects.get().note.startswith("[…]")
    assert timezone.now() - Verification.objects.get().at < timedelta(minutes=1)
