"""A table of structures comes back unchanged, changes what it says, and never stays half."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry

from core.exports import csv_lines
from directory.models import ContactLine, Schedule, Structure
from directory.services.importing.structures import REQUIRED, import_structures, rehearse_structures
from directory.tables.columns import COLUMNS
from directory.tables.files import FileRefused, read_table
from directory.tables.rows import structure_rows
from tests.factories import directory as make


@pytest.fixture
def laundry(homes):
    """A structure with every kind of way in, hours, seasons, lines and an area."""
    structure = make.structure(cost="paid", cost_amount="2.50", website="https://example.org")
    phone = make.access_point(structure, "phone", osm="Mo-Fr 08:00-15:00; PH off")
    make.line(phone, "+302100000000")
    make.line(phone, "112", kind="sms")
    place = make.access_point(structure, "place", citywide=False, email="a@example.org")
    place.communities.set([make.community()])
    place.save()
    online = make.access_point(structure, "online", url="https://example.org/=1")
    Schedule.objects.create(access_point=online, kind="hours", osm="Mo 10:00-12:00", valid_from="2027-01-01")
    make.access_point(structure, "home_visit")
    make.rule(structure, "age", min_age=18)
    make.rule(structure, "income", words="Χαμηλό εισόδημα")
    make.document(structure, needed="sometimes", come_without=True, url="https://example.org/paper")
    make.document_type("amka", "ΑΜΚΑ")
    make.language_offer(structure, "ar", "Αραβικά", how="interpreter")
    make.seen(place.location, "step_free", "partly")
    make.structure("bare")
    return structure


def exported(change=lambda row: None):
    rows = list(structure_rows(Structure.objects.all()))
    for row in rows:
        change(row)
    return b"".join(csv_lines(COLUMNS, rows))


def taken(content, now):
    return import_structures(read_table(content, required=REQUIRED), at=now, zone=now.tzinfo)


def rehearsed(content, now):
    return rehearse_structures(read_table(content, required=REQUIRED), today=now.date())


def setting(column, text, channel="phone"):
    def change(row):
        if row["name"] == "laundry" and channel in (None, row.get("channel")):
            row[column] = text

    return change


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1253"])
def test_table_that_nobody_changed_changes_nothing(laundry, now, encoding):
    before = exported()
    outcome = taken(before.decode().encode(encoding), now)
    assert (outcome.errors, outcome.changes, outcome.changed, outcome.structures) == ([], [], 0, 2)
    assert bool(outcome.notice) == encoding.startswith(("utf-16", "cp"))
    assert exported() == before


def test_semicolons_are_read_too(laundry, now):
    assert taken(b"structure_code;access_code;status\r\n%s;;paused\r\n" % laundry.code.encode(), now).changed == 1
    laundry.refresh_from_db()
    assert laundry.status == "paused"


@pytest.mark.parametrize(
    ("change", "read"),
    [
        pytest.param(setting("cost", "free", None), None, id="cost with an amount left"),
        pytest.param(setting("phones", "210 111 1111|112;sms"), "+302101111111;voice|112;sms", id="phones"),
        pytest.param(setting("hours", "Mo-Fr 9:00-13:00"), "Mo-Fr 09:00-13:00", id="hours"),
        pytest.param(setting("languages", "", None), "", id="no language"),
        pytest.param(
            setting("documents", "amka|identity;sometimes", None), "amka;always|identity;sometimes", id="papers"
        ),
        pytest.param(setting("eligibility", "income|age:18-65", None), "income|age:18-65", id="conditions"),
        pytest.param(setting("without_papers", "1", None), "1", id="without papers"),
        pytest.param(setting("step_free", "yes", "place"), "yes", id="what was seen of a place"),
        pytest.param(setting("hours", "Mo 11:00-12:00", "online"), "Mo 11:00-12:00", id="hours of a season"),
        pytest.param(setting("step_free", "yes", "phone"), None, id="a place of a phone"),
    ],
)
def test_changed_cell_is_written_or_refused_whole(laundry, now, change, read):
    before = exported()
    outcome = taken(exported(change), now)
    if read is None:
        assert outcome.errors
        assert exported() == before
        return
    assert ({each.new for each in outcome.changes}, outcome.errors) == ({read}, [])
    assert taken(exported(change), now).changes == []


def test_number_that_stays_keeps_its_public_id(laundry, now):
    kept = ContactLine.objects.get(number="112").uuid
    taken(exported(setting("phones", "112;sms")), now)
    assert [line.uuid for line in ContactLine.objects.filter(access_point__structure=laundry)] == [kept]


def test_condition_and_paper_that_stay_keep_what_a_cell_cannot_say(laundry, now):
    change = setting("eligibility", "income|insurance:required", None)
    assert taken(exported(change), now).errors == []
    assert [words.text for words in laundry.rules.get(kind="income").words.all()] == ["Χαμηλό εισόδημα"]
    assert taken(exported(setting("documents", "identity;always", None)), now).errors == []
    paper = laundry.documents.get()
    assert (paper.needed, paper.come_without, paper.url) == ("always", True, "https://example.org/paper")


def test_rehearsal_tells_the_changes_and_writes_none(laundry, now):
    before = exported()
    outcome = rehearsed(exported(setting("email", "b@example.org")), now)
    assert [(each.column, each.old, each.new) for each in outcome.changes] == [("email", "", "b@example.org")]
    assert exported() == before


@pytest.mark.parametrize(
    ("column", "text", "channel", "code"),
    [
        ("phones", "2104", "phone", "2104"),
        ("hours", "25:99", "phone", "25:99"),
        ("valid_from", "31/02/2027", None, "31/02/2027"),
        ("needs", "nonsense", None, "nonsense"),
        ("citywide", "ναι", "phone", "ναι"),
        ("status", "open", None, "open"),
        ("eligibility", "age:-", None, "age:-"),
        ("eligibility", "gender:required", None, "gender:required"),
        ("documents", "passport;always", None, "passport"),
        ("cost_amount", "two", None, "two"),
        ("channel", "place", "phone", "phone"),
    ],
)
def test_wrong_cell_is_named_by_row_and_column_and_nothing_stays(laundry, now, column, text, channel, code):
    before = exported()

    def change(row):
        setting("email", "new@example.org", "place")(row)
        setting(column, text, channel)(row)

    outcome = taken(exported(change), now)
    assert {error.column for error in outcome.errors} == {column}
    assert all(error.row > 1 and code in str(error) for error in outcome.errors)
    assert exported() == before


def test_code_that_stands_twice_names_both_rows(laundry, now):
    head, *rows = exported().splitlines(keepends=True)
    (error, *_rest) = taken(head + rows[0] + rows[0], now).errors
    assert (error.row, error.column, "2" in str(error)) == (3, "access_code", True)


def test_facts_that_differ_between_rows_of_a_structure_are_refused(laundry, now):
    errors = taken(exported(setting("status", "paused", "place")), now).errors
    assert {error.column for error in errors} == {"status"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04xlsx", "spreadsheet"),
        (b"a,b\r\n1,2\r\n", "header"),
        (b"structure_code,access_code,kind,kind\r\n", "header_twice"),
        (b"structure_code,access_code\r\n1,2,3\r\n", "ragged"),
        (b"structure_code,access_code\r\n\x00,2\r\n", "no_text"),
        (b'structure_code,access_code\r\n"1,2\r\n', "no_csv"),
        (b"structure_code,access_code" + b",x" * 5000, "header_twice"),
        (b"", "header"),
        (b"x" * (20 * 1024 * 1024 + 1), "too_large"),
    ],
)
def test_file_that_is_no_table_is_refused_with_what_to_do(content, code):
    with pytest.raises(FileRefused) as refusal:
        read_table(content, required=REQUIRED)
    assert refusal.value.code == code


def test_many_changed_structures_cost_no_more_queries_than_one(laundry, now):
    def cost(change):
        with CaptureQueriesContext(connection) as queries:
            assert taken(exported(change), now).changed
        return len(queries) - len([each for each in queries if "SAVEPOINT" in each["sql"]])

    def every(row):
        row["website"] = "https://example.org/all"
        if row["name"].startswith("many"):
            row["phones"], row["hours"] = "210 222 2222", "Mo-Fr 8:00-12:00"
        row["languages"] = "ar|en"

    make.language("en", "Αγγλικά")
    few = cost(every)
    for number in range(20):
        phone = make.access_point(make.structure(f"many-{number}"), "phone", osm="Mo-Fr 08:00-15:00")
        make.line(phone, "+302100000000")
    assert cost(every) <= few + 8


def test_history_says_once_that_a_structure_was_changed(laundry, now):
    taken(exported(setting("website", "https://example.org/new", None)), now)
    assert [entry.action for entry in ModelLogEntry.objects.for_instance(laundry)] == ["wagtail.edit"]


@pytest.mark.parametrize(
    ("column", "text", "channel", "at"),
    [
        ("email", "none", "place", "email"),
        ("website", "https://example.org/" + "a" * 300, None, "website"),
        ("phones", "2100000000|210 000 0000", "phone", "phones"),
        ("hours_kind", "always", "phone", "hours_kind"),
        ("citywide", "1", "place", "communities"),
        ("valid_to", "2020-01-01", None, "valid_to"),
    ],
)
def test_what_the_form_refuses_is_refused_at_its_cell(laundry, now, column, text, channel, at):
    laundry.valid_from = "2026-01-01"
    laundry.save()
    before = exported()
    errors = taken(exported(setting(column, text, channel)), now).errors
    assert {error.column for error in errors} == {at}
    assert exported() == before


def test_command_ends_with_what_happened(laundry, tmp_path):
    path, out = tmp_path / "structures.csv", StringIO()
    path.write_bytes(exported(setting("phones", "2104")))
    with pytest.raises(SystemExit) as end:
        call_command("directory_import", str(path), "--json", stdout=out, stderr=StringIO())
    assert (end.value.code, json.loads(out.getvalue())["errors"][0]["column"]) == (1, "phones")


def public_text():
    return Client().get("/api/directory/structures.csv").getvalue().decode()


def test_public_table_holds_no_draft_and_nothing_of_where_a_sensitive_structure_is(laundry, home):
    make.structure_page(make.index_page(home), laundry)
    code = laundry.access_points.get(channel="place").location.code
    text = public_text()
    assert laundry.code in text and "Οδός Παραδείγματος" in text and code in text
    assert "bare" not in text
    Structure.objects.filter(pk=laundry.pk).update(sensitive=True)
    text = public_text()
    assert laundry.code in text
    assert "Οδός Παραδείγματος" not in text and code not in text
