"""A table brings new structures and ways in, whole, once, and they can be taken back."""

import pytest

from directory.models import AccessPoint, Location, Structure
from directory.services.importing import runs
from directory.services.importing.structures import REQUIRED, rehearse_structures
from directory.tables.files import read_table
from tests.directory.test_import_runs import taken_back
from tests.factories import directory as make

HEADER = (
    "structure_code,access_code,name,organisation_code,kind,needs,groups,channel,communities,citywide,"
    "phones,hours_kind,hours,street,number,city,lat,lon,location_code"
)


@pytest.fixture
def body(homes):
    make.need()
    make.group()
    make.community()
    return make.organisation()


def table(*rows):
    return "\r\n".join([HEADER, *rows, ""]).encode()


def phone(body, code="new-1", name="Πλυντήριο", channel="phone", phones="2100000000;voice"):
    facts = f"{code},new-p,{name},{body.code},place,food,everyone"
    return f"{facts},{channel},,1,{phones},hours,Mo-Fr 9:00-14:00,,,,,,"


def place(body, code="new-1", street="Οδός Παραδείγματος", location=""):
    facts = f"{code},new-t,Πλυντήριο,{body.code},place,food,everyone"
    return f'{facts},place,d,0,,,,{street},5,Πόλη,"37,95",23.64,{location}'


def imported(content, now):
    run = runs.begin(content, name="new.csv", by=None, at=now)
    runs.rehearse(run, today=now.date())
    assert run.errors == []
    runs.write(runs.confirm(run, by=None, at=now), at=now, zone=now.tzinfo)
    run.refresh_from_db()
    assert run.errors == []
    return run


def wrong(content, now):
    outcome = rehearse_structures(read_table(content, required=REQUIRED), today=now.date())
    return {(each.row, each.column) for each in outcome.errors}


def test_new_structure_comes_with_its_ways_in_and_its_place(body, now):
    run = imported(table(phone(body), place(body)), now)
    made = Structure.objects.get()
    points = list(made.access_points.order_by("sort_order"))
    assert (run.counts["made"], run.counts["changed"], made.label, made.family) == (1, 0, "Πλυντήριο", body.family)
    assert [point.channel for point in points] == ["phone", "place"]
    assert (points[0].lines.get().number, points[0].schedules.get().osm) == ("+302100000000", "Mo-Fr 09:00-14:00")
    assert (str(points[1].location), str(points[1].location.lat)) == ("Οδός Παραδείγματος 5", "37.950000")
    assert len({made.code, *(point.code for point in points)} - {""}) == 3
    assert [need.slug for need in made.needs.all()] == ["food"]


def test_new_way_in_of_a_known_structure_shares_a_known_place(body, now):
    known = make.structure("known")
    shared = make.location("shared")
    row = place(body, code=known.code, street="", location=shared.code).replace("new-t,Πλυντήριο", "new-t,known")
    imported(table(row), now)
    assert AccessPoint.objects.get().location == shared


def test_new_structure_is_taken_back_unless_readers_know_it(body, home, now):
    run = imported(table(phone(body), phone(body, "new-2", "Ιατρείο")), now)
    make.structure_page(make.index_page(home), Structure.objects.get(label="Ιατρείο"))
    assert [each.label for each in taken_back(run, now)] == ["Ιατρείο"]
    assert [each.label for each in Structure.objects.all()] == ["Ιατρείο"]


def test_what_a_new_structure_lacks_is_named_and_nothing_is_made(body, now):
    assert wrong(table(phone(body, name="")), now) == {(2, "name")}
    assert wrong(table(phone(body).replace(body.code, "XXXXX")), now) == {(2, "organisation_code")}
    assert wrong(table(phone(body, channel="fax")), now) == {(2, "channel")}
    assert wrong(table(phone(body, phones="")), now) == {(2, "phones")}
    assert wrong(table(place(body, street="")), now) == {(2, "street")}
    assert wrong(table(phone(body, code="ABCD")), now) == {(2, "structure_code")}
    assert not Structure.objects.exists() and not Location.objects.exists()


def test_new_mobile_unit_is_written_in_the_form_first(body, now):
    assert wrong(table(phone(body, channel="mobile", phones="")), now) == {(2, "channel")}


def test_withheld_place_is_no_place_for_a_new_way_in(body, now):
    hidden = make.location("hidden")
    Location.objects.filter(pk=hidden.pk).update(sensitive=True, street="", number="", postal_code="")
    assert wrong(table(place(body, street="", location=hidden.code)), now) == {(2, "location_code")}


def test_new_structure_that_may_be_there_already_is_named_before_it_is_imported(body, now):
    known = make.structure("known", label="Κοινωνικό Πλυντήριο")
    make.line(make.access_point(known, "phone"), "+302101111111")
    rows = table(
        phone(body, name="ΚΟΙΝΩΝΙΚΟ ΠΛΥΝΤΗΡΙΟ", phones="2101111111"), phone(body, "new-2", "koinoniko plyntirio")
    )
    outcome = rehearse_structures(read_table(rows, required=REQUIRED), today=now.date())
    said = [(each.row, str(each.sentence)) for each in outcome.warnings]
    assert [row for row, _sentence in said] == [2, 3, 3]
    assert known.code in said[0][1] and "το ίδιο όνομα, το ίδιο τηλέφωνο" in said[0][1]
    assert outcome.errors == []
