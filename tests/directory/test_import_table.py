"""structures.csv as the specification shows it: its example comes in, and comes out as the same bytes."""

from datetime import date

import pytest

from core import taxonomy
from core.exports import csv_lines
from directory.checks import fact_hash
from directory.models import (
    AccessibilityFact,
    AccessPoint,
    Closure,
    ClosureWords,
    Location,
    Organisation,
    Schedule,
    Structure,
    StructurePage,
    Verification,
)
from directory.selectors.hours import hours_of
from directory.services.importing import runs
from directory.services.importing.structures import REQUIRED, import_structures
from directory.tables.columns import COLUMNS
from directory.tables.files import read_table
from directory.tables.rows import structure_rows
from tests.directory.test_import_runs import taken_back
from tests.factories import directory as make

HEADER = (
    "structure_code,access_code,organisation_code,organisation,family,name_el,name_en,summary_el,summary_en,kind,needs,"
    "groups,status,valid_from,valid_to,cost,cost_amount,languages,documents,eligibility,risk,sensitive,channel,"
    "communities,citywide,location_code,street,number,postal_code,city,lat,lon,phones,email,url,hours_kind,hours,"
    "holidays,closures,season_from,season_to,step_free,checked_on,checked_by,source,source_url"
)
EXAMPLE = f"""{HEADER}
EX001,EX01A,EXRG1,Παράδειγμα φορέα,civil,Παράδειγμα: κοινωνικό πλυντήριο,Example: social laundry,Πλένετε δωρεάν τα ρούχα σας.,Wash your clothes for free.,place,hygiene,homeless,active,,,free,,el|ar,,age:18-,B,0,place,d,0,EXK01,Οδός Παραδείγματος,1,185 00,Πειραιάς,,,,,,hours,Mo-Fr 09:00-14:00; PH off,1,2027-08-02/2027-08-20:θερινή διακοπή,,,yes,2027-05-03,phone,παράδειγμα,
EX001,EX01B,EXRG1,Παράδειγμα φορέα,civil,Παράδειγμα: κοινωνικό πλυντήριο,Example: social laundry,Πλένετε δωρεάν τα ρούχα σας.,Wash your clothes for free.,place,hygiene,homeless,active,,,free,,el|ar,,age:18-,B,0,phone,,1,,,,,,,,+302100000000;voice;el|+302100000001;sms;el,,,hours,Mo-Fr 09:00-14:00,1,,,,,2027-05-03,phone,παράδειγμα,
"""  # noqa: E501 -- the rows of the specification


@pytest.fixture
def city(homes):
    """The terms of the example, and a list of structures in Greek and in English."""
    make.need("hygiene", "Υγιεινή")
    make.group("homeless", "Άστεγοι")
    make.community()
    for code in ("el", "ar"):
        make.language(code, code)
    make.index_page(homes["el"])
    make.index_page(homes["en"], title="Structures", slug="structures")


def taken(text, now, by=None):
    return import_structures(read_table(text.encode(), required=REQUIRED), at=now, zone=now.tzinfo, by=by)


def exported(columns=COLUMNS):
    return b"".join(csv_lines(columns, structure_rows(Structure.objects.all()))).decode()


def test_example_of_the_specification_comes_in_whole_and_out_as_it_was(city, now):
    now = now.replace(year=2027, month=5, day=20)
    outcome = taken(EXAMPLE, now)
    assert [str(error) for error in outcome.errors] == []
    assert (outcome.made, outcome.bodies, outcome.pages) == (1, 1, {"new_live": 2})
    laundry = Structure.objects.get(code="EX001")
    place, phone = laundry.access_points.order_by("code")
    assert (laundry.organisation.code, str(laundry.organisation), laundry.family) == (
        "EXRG1",
        "Παράδειγμα φορέα",
        "civil",
    )
    assert (place.location.code, place.location.words.get().city, phone.location) == ("EXK01", "Πειραιάς", None)
    assert [page.title for page in StructurePage.objects.live().order_by("locale")] == [
        "Παράδειγμα: κοινωνικό πλυντήριο", "Example: social laundry",
    ]  # fmt: skip
    assert exported(HEADER.split(",")).replace("'+", "+") == EXAMPLE.replace("\n", "\r\n")
    assert COLUMNS[: HEADER.count(",") + 1] == tuple(HEADER.split(","))
    assert taken(exported(), now).changes == []


def test_check_of_a_file_is_a_line_of_the_history_of_checks(city, now):
    now = now.replace(year=2027, month=5, day=20)
    taken(EXAMPLE, now)
    check = Verification.objects.get()
    assert (check.how, check.by, check.note, check.result) == ("import", "phone", "παράδειγμα", "confirmed")
    laundry = Structure.objects.get()
    assert check.fact_hash == fact_hash(laundry)
    assert (laundry.checked_on, laundry.next_check_on) == (date(2027, 5, 3), date(2027, 8, 1))
    taken(exported().replace("Mo-Fr 09:00-14:00", "Mo-Fr 10:00-14:00"), now)
    assert Verification.objects.count() == 1, "a change of facts is no check"


@pytest.mark.parametrize(
    ("day", "warned", "wrong"), [("2027-05-02", 1, 0), ("", 1, 0), ("2027-05-21", 0, 1), ("2027-05-19", 0, 0)]
)
def test_check_goes_forward_only(city, now, day, warned, wrong):
    now = now.replace(year=2027, month=5, day=20)
    taken(EXAMPLE, now)
    outcome = taken(EXAMPLE.replace("2027-05-03", day), now)
    assert (len(outcome.warnings), len(outcome.errors)) == (warned, wrong)
    expected = day if not (warned or wrong) else "2027-05-03"
    assert str(Structure.objects.get().checked_on) == expected


def test_closure_of_one_way_in_leaves_the_others_open(city, now):
    now = now.replace(year=2027, month=5, day=20)
    taken(EXAMPLE, now)
    place, phone = AccessPoint.objects.order_by("code")
    rows = list(Closure.objects.all())
    assert [len(hours_of(point, point.structure, rows).breaks) for point in (place, phone)] == [1, 0]
    kept = Closure.objects.get()
    ClosureWords.objects.create(closure=kept, language="en", reason="summer break")
    both = exported().replace(",1,,,,,2027-05-03", ",1,2027-08-02/2027-08-20:θερινή διακοπή,,,,2027-05-03")
    assert taken(both, now).errors == []
    whole = Closure.objects.get()
    assert (whole.structure, whole.access_point) == (place.structure, None)
    assert exported() == both
    renamed = both.replace("θερινή διακοπή", "έργα")
    assert taken(renamed, now).errors == []
    assert [words.reason for words in Closure.objects.get().words.filter(language="el")] == ["έργα"]


def emptied():
    StructurePage.objects.all().delete()
    Verification._base_manager.all()._raw_delete("default")
    for model in (Structure, Location, Organisation):
        model.objects.all().delete()


def test_export_into_an_empty_directory_comes_back_as_the_same_bytes(city, now):
    structure = make.structure("rich", cost="paid", cost_amount="2.50", website="https://example.org", risk="B")
    structure.sources = [("source", {"title": title, "url": ""}) for title in ("Πηγή", "Άλλη")]
    structure.save()
    phone = make.access_point(structure, "phone", osm="Mo-Fr 08:00-15:00; PH off")
    Schedule.objects.create(
        access_point=phone, kind="hours", osm="Mo 10:00-12:00", valid_from="2027-07-01", valid_to="2027-08-31"
    )
    make.line(phone, "+302100000009")
    make.language_offer(structure, "ar", channel="phone")
    place = make.access_point(structure, "place", citywide=False)
    place.communities.set([make.community()])
    place.save()
    Location.objects.filter(pk=place.location_id).update(lat="37.940000", lon="23.640000", postal_code="185 31")
    AccessibilityFact.objects.create(location=place.location, question="step_free", answer="partly")
    Closure.objects.create(structure=structure, first_day="2027-12-24", last_day="2027-12-26")
    make.document(structure)
    make.structure("bare")
    before = exported()
    emptied()
    outcome = taken(before, now)
    assert ([str(error) for error in outcome.errors], outcome.made) == ([], 2)
    assert exported() == before
    assert {need.slug for need in taxonomy.Need.objects.all()} >= {"food", "hygiene"}


def test_new_hours_of_a_season_keep_the_rest_of_its_row(city, now):
    structure = make.structure()
    online = make.access_point(structure, "online", url="https://example.org")
    for osm, first in (("Mo 10:00-12:00", None), ("Tu 10:00-12:00", "2027-07-01")):
        Schedule.objects.create(
            access_point=online,
            kind="hours",
            osm=osm,
            valid_from=first,
            sort_order=bool(first),
            source_wording="ως έχει",
        )
    assert taken(exported().replace("Tu 10:00-12:00", "We 10:00-12:00"), now).errors == []
    assert list(online.schedules.values_list("osm", "source_wording")) == [
        ("Mo 10:00-12:00", "ως έχει"), ("We 10:00-12:00", "ως έχει"),
    ]  # fmt: skip
    assert taken(exported().replace("hours|hours", "hours"), now).errors, "one kind for two seasons"


def test_imported_example_is_taken_back_whole(city, now):
    now = now.replace(year=2027, month=5, day=20)
    run = runs.begin(EXAMPLE.encode(), name="x.csv", by=None, at=now)
    runs.rehearse(run, today=now.date())
    run = runs.confirm(run, by=None, at=now)
    runs.write(run, at=now, zone=now.tzinfo)
    assert StructurePage.objects.count() == 2
    assert taken_back(run, now) == []
    left = [
        model.objects.count() for model in (Structure, StructurePage, Location, Organisation, Closure, Verification)
    ]
    assert left == [0, 0, 0, 0, 0, 0]
