"""A file of somebody else is read by its profile: made the first time, changed the second."""

import io

import pytest
from django.core.management import CommandError, call_command

from directory.admin.imports import ImportProfileViewSet
from directory.models import ImportedKey, ImportProfile, ImportRun, Structure
from directory.services.importing import runs
from tests.factories import directory as make

COLUMNS = "Όνομα = name\nΤηλέφωνο = phones\nΑνάγκη = needs\nΣελίδα = website"


@pytest.fixture
def profile(homes):
    make.need()
    make.group()
    fixed = f"organisation_code = {make.organisation().code}\nchannel = phone\ngroups = everyone\ncitywide = 1"
    return ImportProfile.objects.create(slug="guide", name="Οδηγός", key_column="Α/Α", columns=COLUMNS, fixed=fixed)


def table(*rows):
    return ("Α/Α;Όνομα;Τηλέφωνο;Ανάγκη;Άγνωστη\r\n" + "".join(f"{row}\r\n" for row in rows)).encode("cp1253")


def imported(content, now, **how):
    run = runs.begin(content, name="guide.csv", by=None, at=now, **how)
    runs.rehearse(run, today=now.date())
    if run.state == "ready":
        run.needs_second = False
        run.save()
        run = runs.confirm(run, by=None, at=now)
        run.needs_second = True
        runs.write(run, at=now, zone=now.tzinfo)
    return run


def test_foreign_file_makes_structures_once_and_then_changes_them(profile, now):
    first = imported(table("17;Πλυντήριο;210 000 0000;food;x", "18;Ιατρείο;210 000 0001;food;x"), now, profile=profile)
    assert (first.state, first.counts["made"], ImportedKey.objects.count()) == ("done", 2, 2)
    second = imported(table("17;Πλυντήριο;210 000 0002;food;x", "18;Ιατρείο;210 000 0001;food;x"), now, profile=profile)
    assert (second.counts["made"], second.counts["changed"], second.counts["columns"]) == (0, 1, {"phones": 1})
    laundry = Structure.objects.get(foreign_keys__key="17")
    assert [line.number for point in laundry.access_points.all() for line in point.lines.all()] == ["+302100000002"]


def test_mistake_is_named_by_the_column_of_the_file(profile, now):
    run = imported(table("17;Πλυντήριο;2104;food;x", "18;;210 000 0001;food;x"), now, profile=profile)
    assert {(row, column) for row, column, _said in run.errors} == {(2, "Τηλέφωνο"), (3, "Όνομα")}


def test_what_left_the_foreign_file_ends_and_nothing_else(profile, now):
    make.access_point(make.structure("ours"), "phone", email="a@example.org")
    imported(table("17;Πλυντήριο;210 000 0000;food;x", "18;Ιατρείο;210 000 0001;food;x"), now, profile=profile)
    imported(table("17;Πλυντήριο;210 000 0000;food;x"), now, profile=profile, end_missing=True)
    assert [each.label for each in Structure.objects.filter(status="ended")] == ["Ιατρείο"]


@pytest.mark.parametrize(("columns", "code"), [("Όνομα", "pair"), ("Όνομα = title", "column")])
def test_profile_of_unknown_columns_is_refused(profile, columns, code):
    form_class = ImportProfileViewSet().get_edit_handler().get_form_class()
    typed = {"name": "x", "slug": "x", "key_column": "Α/Α", "columns": columns, "fixed": ""}
    form = form_class(typed, instance=profile)
    assert [error.code for error in form.errors.as_data()["columns"]] == [code]


def test_command_reads_by_a_profile(profile, tmp_path):
    path, out = tmp_path / "guide.csv", io.StringIO()
    path.write_bytes(table("17;Πλυντήριο;210 000 0000;food;x"))
    call_command("directory_import", str(path), "--profile", "guide", stdout=out, stderr=out)
    assert (Structure.objects.get().label, ImportRun.objects.get().state) == ("Πλυντήριο", "done")
    with pytest.raises(CommandError):
        call_command("directory_import", str(path), "--profile", "nobody", stdout=out, stderr=out)
