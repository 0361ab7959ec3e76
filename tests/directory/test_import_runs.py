"""An import on its way: sent, rehearsed in the queue, confirmed, written, taken back; the same file once."""

import hashlib
import io
import json
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import IntegrityError
from django.urls import reverse
from wagtail.models import ModelLogEntry

from core.editing.services import sync_roles
from core.exports import csv_lines
from directory import tasks
from directory.models import ContactLine, ImportRun, Structure
from directory.services.importing import runs
from directory.services.importing.refusals import ImportRefused
from directory.services.importing.reverting import ask_undo, undo
from directory.tables.columns import COLUMNS
from directory.tables.files import FileRefused
from directory.tables.rows import structure_rows
from home.roles import EDITOR, VERIFIER
from tests.factories import directory as make
from tests.factories.accounts import signed_in


@pytest.fixture
def city(homes):
    return ten_structures()


def ten_structures():
    """Ten structures with a phone each; the first line has what no cell can say."""
    for number in range(10):
        phone = make.access_point(make.structure(f"s{number}"), "phone", osm="Mo-Fr 08:00-15:00")
        make.line(phone, f"+30210000000{number}", extension="7" if number == 0 else "")
    make.language("ar", "Αραβικά")
    return Structure.objects.order_by("slug")


def member(role, name):
    """Somebody of the staff with a role."""
    sync_roles()
    person = get_user_model().objects.create_user(name, f"{name}@example.org", "secret")
    person.groups.add(Group.objects.get(name=role.name))
    return person


def exported(change=lambda row: None):
    rows = list(structure_rows(Structure.objects.all()))
    for row in rows:
        change(row)
    return b"".join(csv_lines(COLUMNS, rows))


def first(row):
    if row["name"] == "s0":
        row["phones"], row["languages"], row["hours"] = "210 999 9999", "ar", "Mo-Fr 09:00-12:00"


def every_phone(row):
    row["phones"] = "210 999 9999"


def sent(content, now, *, by=None, **options):
    run = runs.begin(content, name="structures.csv", by=by, at=now, **options)
    runs.rehearse(run, today=now.date())
    return run


def written(run, now, *, by=None):
    confirmed = runs.confirm(run, by=by, at=now)
    runs.write(confirmed, at=now, zone=now.tzinfo)
    return confirmed


def taken_back(run, now, **told):
    """What stayed because it was changed since."""
    return undo(ask_undo(run, by=None, at=now), at=now, zone=now.tzinfo, **told)


def facts():
    """A print of all facts of the directory."""
    rows = [*ContactLine.objects.order_by("pk").values(), *Structure.objects.order_by("pk").values("code", "status")]
    return hashlib.sha256(repr((exported(), rows)).encode()).hexdigest()


def test_import_is_rehearsed_then_written_and_can_be_taken_back_whole(city, now):
    before = facts()
    run = sent(exported(first), now)
    assert (run.state, run.counts["changed"], run.counts["columns"]) == (
        "ready",
        1,
        {"languages": 1, "phones": 1, "hours": 1},
    )
    assert facts() == before
    run = written(run, now)
    assert (run.state, city.first().language_offers.count()) == ("done", 1)
    assert taken_back(run, now) == []
    assert facts() == before
    assert ContactLine.objects.get(number="+302100000000").extension == "7"
    actions = ModelLogEntry.objects.for_instance(city.first()).values_list("action", flat=True)
    assert list(actions) == ["directory.import_undone", "wagtail.edit"]


def test_file_that_was_imported_says_so_and_changes_nothing(city, now):
    content = exported(first)
    written(sent(content, now), now)
    with pytest.raises(ImportRefused) as refusal:
        runs.begin(content, name="again.csv", by=None, at=now)
    assert refusal.value.code == "already"


def test_what_was_changed_since_stays_when_an_import_is_taken_back(city, now):
    def two(row):
        if row["name"] in ("s0", "s1"):
            row["website"] = "https://example.org/new"

    run = written(sent(exported(two), now), now)
    since = Structure.objects.get(slug="s1")
    since.website = "https://example.org/newer"
    since.save()
    assert taken_back(run, now) == [since]
    assert list(city.values_list("website", flat=True)[:2]) == ["", "https://example.org/newer"]


def test_import_of_last_week_cannot_be_taken_back(city, now):
    run = written(sent(exported(first), now), now)
    with pytest.raises(ImportRefused) as refusal:
        ask_undo(run, by=None, at=now + timedelta(days=8))
    assert refusal.value.code == "too_late"


def test_many_changed_phones_need_a_second_person(city, now):
    anna, boris = member(EDITOR, "anna"), member(EDITOR, "boris")
    run = sent(exported(every_phone), now, by=anna)
    assert (run.needs_second, runs.confirm(run, by=anna, at=now).state) == (True, "proposed")
    with pytest.raises(ImportRefused) as refusal:
        runs.confirm(run, by=anna, at=now)
    assert refusal.value.code == "same_person"
    assert written(run, now, by=boris).state == "done"
    with pytest.raises(IntegrityError):
        ImportRun.objects.update(confirmed_by=anna)


def test_what_became_too_much_since_the_rehearsal_asks_again(city, now):
    run = sent(exported(every_phone), now)
    ImportRun.objects.update(needs_second=False)
    run = runs.confirm(run, by=member(EDITOR, "anna"), at=now)
    before = facts()
    runs.write(run, at=now, zone=now.tzinfo)
    run.refresh_from_db()
    assert (run.state, run.needs_second, facts()) == ("ready", True, before)


def test_missing_structures_end_when_asked_and_a_fifth_needs_a_second_person(city, now):
    rows = exported().splitlines(keepends=True)
    run = sent(b"".join(rows[:-2]), now, end_missing=True)
    assert (run.counts["ended"], run.needs_second) == (2, False)
    written(run, now)
    assert list(Structure.objects.filter(status="ended").values_list("valid_to", flat=True)) == [now.date()] * 2
    assert sent(b"".join(rows[:-5]), now, end_missing=True).needs_second


def test_queue_rehearses_and_writes_and_may_do_it_twice(city, now):
    run = runs.send(exported(first), name="structures.csv", by=None, at=now)
    assert [tasks.rehearse_import.call(run=run.pk) for _ in range(2)] == ["ready", "ready"]
    runs.confirm(run, by=None, at=now)
    assert [tasks.write_import.call(run=run.pk) for _ in range(2)] == ["done", "done"]
    run.refresh_from_db()
    assert (run.read, run.rows) == (10, 10)


def test_editor_sends_sees_every_change_confirms_and_takes_back(city, now):
    anna = signed_in(member(EDITOR, "anna"))
    file = SimpleUploadedFile("δομές.csv", exported(first))
    address = anna.post(reverse("directory_imports"), {"file": file})["Location"]
    waiting = anna.get(address).content.decode()
    assert "<progress" in waiting and 'http-equiv="refresh"' in waiting
    run = ImportRun.objects.get()
    tasks.rehearse_import.call(run=run.pk)
    page = anna.get(address).content.decode()
    assert "+302109999999" in page and 'value="confirm"' in page
    assert "+302109999999" in anna.get(f"{address}changes.csv").getvalue().decode()
    anna.post(f"{address}step/", {"do": "confirm"})
    tasks.write_import.call(run=run.pk)
    assert 'value="undo"' in anna.get(address).content.decode()
    anna.post(f"{address}step/", {"do": "undo"})
    waiting = anna.get(address).content.decode()
    assert "<progress" in waiting and 'value="undo"' not in waiting
    assert [tasks.undo_import.call(run=run.pk) for _ in range(2)] == ["undone", "undone"]
    run.refresh_from_db()
    assert (run.state, run.undone_by.username) == ("undone", "anna")


def test_mistakes_are_listed_by_row_and_column_and_nothing_can_be_confirmed(city, now):
    anna = signed_in(member(EDITOR, "anna"))
    file = SimpleUploadedFile("x.csv", exported(lambda row: row.update(phones="2104") if row["name"] == "s0" else None))
    address = anna.post(reverse("directory_imports"), {"file": file})["Location"]
    tasks.rehearse_import.call(run=ImportRun.objects.get().pk)
    page = anna.get(address).content.decode()
    assert "phones: " in page and "“2104”" in page
    assert 'value="confirm"' not in page


def test_desk_is_closed_to_who_may_not_import(city):
    client = signed_in(member(VERIFIER, "vera"))
    for name in ("directory_imports", "directory_imports_full", "directory_imports_structures"):
        assert client.get(reverse(name)).status_code in (302, 403)


def wide(city_rows):
    head, *rows = city_rows.splitlines()
    more = b"".join(b",x%d" % number for number in range(5000))
    return head + more + b"\r\n" + rows[0] + b"," * 5000 + b"\r\n"


BAD = {
    "another header": (lambda good: good.replace(b"structure_code", b"code", 1), "header"),
    "a spreadsheet renamed": (lambda good: b"PK\x03\x04" + good, "spreadsheet"),
    "100 MB": (lambda good: good + b" " * (100 * 1024 * 1024), "too_large"),
    "a NUL": (lambda good: good.replace(b"s0", b"s\x00", 1), "no_text"),
    "5,000 columns": (wide, "too_long"),
    "an encoding that nobody knows": (lambda good: good.replace(b"s0", b"\xd2\xaa\xff", 1), "encoding"),
}


@pytest.mark.parametrize(("spoil", "code"), BAD.values(), ids=BAD)
def test_bad_file_is_refused_with_a_sentence_and_nothing_changes(city, now, spoil, code):
    before = facts()
    with pytest.raises(FileRefused) as refusal:
        runs.begin(spoil(exported()), name="bad.csv", by=None, at=now)
    assert (refusal.value.code, facts(), ImportRun.objects.count()) == (code, before, 0)
    assert len(str(refusal.value.messages[0])) > 20


@pytest.mark.parametrize("encoding", ["cp1253", "utf-16"])
def test_file_in_another_encoding_is_read_and_the_encoding_is_named(city, now, encoding):
    run = sent(exported(first).decode().encode(encoding), now)
    assert (run.state, run.counts["changed"], bool(run.counts["notice"])) == ("ready", 1, True)


def test_codes_that_stand_twice_are_refused_and_nothing_changes(city, now):
    before, good = facts(), exported()
    run = sent(good + good.splitlines(keepends=True)[1], now)
    assert (run.state, run.errors[0][:2], facts()) == ("refused", [12, "access_code"], before)


def test_second_import_of_what_was_exported_changes_nothing(city, now):
    written(sent(exported(first), now), now)
    run = sent(exported(), now)
    assert (run.counts["changed"], run.counts["cells"]) == (0, 0)


def ran(path, *options):
    out = io.StringIO()
    try:
        call_command("directory_import", str(path), *options, stdout=out, stderr=out)
    except SystemExit as end:
        return end.code, out.getvalue()
    return 0, out.getvalue()


def test_command_imports_once_and_asks_about_much(city, tmp_path):
    path = tmp_path / "structures.csv"
    path.write_bytes(exported(first))
    code, said = ran(path, "--json")
    assert (code, json.loads(said)["changed"]) == (0, 1)
    assert ran(path)[0] == 0
    path.write_bytes(exported(every_phone))
    before = facts()
    assert (ran(path)[0], facts()) == (1, before)
    assert ran(path, "--dry-run")[0] == 0
    assert ran(path, "--much")[0] == 0
    assert set(ContactLine.objects.values_list("number", flat=True)) == {"+302109999999"}
    path.write_bytes(b"PK\x03\x04")
    assert ran(path)[0] == 2


def test_desk_costs_the_same_queries_for_one_import_and_for_many(city, now, django_assert_max_num_queries):
    anna = signed_in(member(EDITOR, "anna"))
    run = sent(exported(first), now)
    anna.get(reverse("directory_imports"))
    with django_assert_max_num_queries(12):
        anna.get(reverse("directory_import", args=[run.pk]))
    with django_assert_max_num_queries(12):
        anna.get(reverse("directory_imports"))
