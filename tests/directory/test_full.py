"""full.zip holds every fact without loss, comes back as the same bytes, and tells nothing that is withheld."""

import csv
import io
from datetime import UTC, datetime
from zipfile import ZipFile

import pytest
from django.apps import apps
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page

from core import taxonomy
from directory import sensitive
from directory.models import (
    AccessPointWords,
    Closure,
    ClosureWords,
    HolidayRule,
    HolidayWords,
    Landmark,
    LandmarkWords,
    Location,
    Organisation,
    Schedule,
    Structure,
)
from directory.services.importing.full import import_full
from directory.tables.files import FileRefused
from directory.tables.full.facts import LEFT_OUT, TERMS, facts, file_name
from directory.tables.full.writing import write_full
from tests.factories import directory as make

FILES = """
    need need_words target_group target_group_words community community_words spoken_language spoken_language_words
    document_type document_type_words location organisation activation_plan coverage_snapshot holiday_rule
    finder_question landmark community_outline location_words organisation_words structure accessibility_fact
    holiday_words
    finder_question_words finder_answer landmark_words access_point accessibility_fact_words eligibility_rule
    required_document closure finder_answer_words structure_link mobile_unit language_offer access_point_words
    contact_line schedule plan_override eligibility_rule_words closure_words mobile_unit_words mobile_visit
    mobile_visit_words
"""


@pytest.fixture
def city(homes):
    """Facts of every kind that is hard to carry: quotation marks, formulas, lines, links, moments, lists."""
    body = make.organisation("body", 'Φορέας «α», "β"\nγ', website="https://example.org", email="a@example.org")
    Organisation.objects.create(slug="part", family="civil", parent=body)
    source = {"type": "source", "value": {"title": "Πηγή", "url": "", "date": "2027", "what": "μόνο για συντάκτες"}}
    laundry = make.structure(sources=[source], cost="paid", cost_amount="2.50", open_questions="+μυστικό", image=None)
    laundry.partners.set(Organisation.objects.all())
    laundry.save()
    other = make.structure("other", status="ended", valid_to="2026-01-01")
    make.link(laundry, "refers_to", other)
    phone = make.access_point(laundry, "phone", osm="Mo-Fr 08:00-15:00; PH off")
    make.line(phone, "+302100000000", in_danger=True)
    Schedule.objects.create(access_point=phone, kind="unknown", valid_from="2027-06-01", proposed_osm="Mo 10:00-11:00")
    place = make.access_point(laundry, "place", citywide=False, walk_in=None)
    place.communities.set([make.community(), make.community("a", "Α΄")])
    place.save()
    AccessPointWords.objects.create(access_point=place, language="el", note="=1+1")
    make.seen(place.location, "door_width", "yes", measure=90, note="Δεξιά η πόρτα")
    make.rule(laundry, "income", words="Χαμηλό εισόδημα")
    make.document(laundry, come_without=True)
    make.language_offer(laundry, "ar", "Αραβικά", how="interpreter")
    closure = Closure.objects.create(structure=laundry, first_day="2027-08-01", last_day="2027-08-15")
    ClosureWords.objects.create(closure=closure, language="el", reason="Διακοπές")
    holiday = HolidayRule.objects.create(day="2027-12-06")
    HolidayWords.objects.create(holiday=holiday, language="el", name="Πολιούχος")
    mark = Landmark.objects.create(slug="station", lat="37.940000", lon="23.640000")
    LandmarkWords.objects.create(landmark=mark, language="el", name="Σταθμός")
    Structure.objects.filter(pk=laundry.pk).update(created=datetime(2020, 1, 2, 3, 4, 5, 678, tzinfo=UTC))
    return laundry


def exported():
    target = io.BytesIO()
    write_full(target)
    return target.getvalue()


def emptied():
    for model in reversed(facts()):
        if model is Organisation:
            model.objects.update(parent=None)
        model._base_manager.all().delete()


def files(content):
    with ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def changed(content, name, change):
    """The archive with one file changed."""
    target = io.BytesIO()
    with ZipFile(target, "w") as packed:
        for each, text in files(content).items():
            packed.writestr(each, change(text) if each == name else text)
    return target.getvalue()


def taken(content, now):
    return import_full(content, at=now, zone=now.tzinfo)


def test_every_fact_model_travels_or_is_left_out_for_a_reason():
    # A new model travels by itself. Add its file here when that is right, or say in LEFT_OUT why it stays.
    assert sorted(file_name(model) for model in facts()) == sorted(f"{name}.csv" for name in FILES.split())
    ours = {each._meta.label for each in apps.get_app_config("directory").get_models() if not issubclass(each, Page)}
    assert {model._meta.label for model in facts() if model not in TERMS} == ours - set(LEFT_OUT)
    assert set(LEFT_OUT) <= ours


def test_export_into_an_empty_directory_comes_back_as_the_same_bytes(city, now):
    before = exported()
    emptied()
    assert taken(before, now).wrong == []
    assert exported() == before
    assert Structure.objects.get(slug="laundry").created == datetime(2020, 1, 2, 3, 4, 5, 678, tzinfo=UTC)


def test_terms_of_the_hub_win_over_those_of_the_archive(city, now):
    before = exported()
    emptied()
    make.need("food", "Φαΐ")
    assert taken(before, now).wrong == []
    assert [words.name for words in taxonomy.Need.objects.get(slug="food").words.all()] == ["Φαΐ"]
    assert [need.slug for need in Structure.objects.get(slug="laundry").needs.all()] == ["food"]


def test_archive_is_refused_where_facts_are(city, now):
    with pytest.raises(FileRefused) as refusal:
        taken(exported(), now)
    assert refusal.value.code == "not_empty"


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("structure.csv", lambda text: text.replace("municipal", "nobody"), ("structure.csv", 2, "family")),
        ("structure.csv", lambda text: text.replace("2.50", "free"), ("structure.csv", 2, "cost_amount")),
        ("contact_line.csv", lambda text: text.replace("+302100000000", "2104"), ("contact_line.csv", 2, "__all__")),
        ("schedule.csv", lambda text: text.replace("15:00; PH off", "25:99"), ("structure.csv", 2, "code")),
        (
            "structure_link.csv",
            lambda text: text.replace("refers_to,", "refers_to,X"),
            ("structure_link.csv", 2, "target"),
        ),
        ("need.csv", lambda text: text + text.splitlines()[1] + "\r\n", ("need.csv", 3, "slug")),
    ],
)
def test_wrong_cell_of_an_archive_is_named_and_nothing_is_written(city, now, name, change, said):
    content = changed(exported(), name, change)
    emptied()
    wrong = taken(content, now).wrong
    assert said in [(each.file, each.row, each.column) for each in wrong]
    assert not Structure.objects.exists() and not Location.objects.exists()


@pytest.mark.parametrize(
    ("name", "change", "code"),
    [
        ("structure.csv", lambda text: text.replace("uuid,", "uid,", 1), "header"),
        ("structure.csv", lambda text: text + "one cell\r\n", "ragged"),
        ("structure.csv", lambda text: text + '"', "no_csv"),
    ],
)
def test_archive_of_another_form_is_refused(city, now, name, change, code):
    content = changed(exported(), name, change)
    emptied()
    with pytest.raises(FileRefused) as refusal:
        taken(content, now)
    assert refusal.value.code == code


def test_file_that_is_no_archive_is_refused(db, now):
    with pytest.raises(FileRefused) as refusal:
        taken(b"structure_code,access_code\r\n", now)
    assert refusal.value.code == "zip"


def test_public_archive_tells_of_public_structures_alone(city, home):
    make.structure_page(make.index_page(home), city)
    told = files(Client().get("/api/directory/full.zip").content)
    assert [row["label"] for row in csv.DictReader(io.StringIO(told["structure.csv"]))] == ["laundry"]
    assert "other" not in told["structure.csv"] and "μυστικό" not in told["structure.csv"]
    assert "μόνο για συντάκτες" not in told["structure.csv"] and "Πηγή" in told["structure.csv"]
    assert told["structure_link.csv"].count("\r\n") == 1
    assert not {"activation_plan.csv", "contact_request.csv", "verification.csv"} & set(told)


def test_public_archive_holds_no_place_of_a_sensitive_structure(city, home):
    make.structure_page(make.index_page(home), city)
    sensitive.withhold(Location.objects.get())
    Structure.objects.update(sensitive=True)
    told = files(Client().get("/api/directory/full.zip").content)
    channels = [row["channel"] for row in csv.DictReader(io.StringIO(told["access_point.csv"]))]
    assert (channels, told["location.csv"].count("\r\n")) == (["phone"], 1)


def test_commands_carry_the_directory_to_another_database(city, tmp_path):
    path, said = tmp_path / "full.zip", io.StringIO()
    call_command("directory_export", str(path), stdout=said)
    emptied()
    call_command("directory_import", str(path), stdout=said)
    assert exported() == path.read_bytes()
    with pytest.raises(SystemExit) as end:
        call_command("directory_import", str(path), stdout=said, stderr=said)
    assert end.value.code == 2
