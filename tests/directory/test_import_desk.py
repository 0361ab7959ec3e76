"""What else goes over the desk for tables: the archive of all facts, how far it is, and what is never kept."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from directory import tasks
from directory.models import ImportRun, Structure
from directory.selectors.imports import progress_of
from directory.services.importing import runs
from directory.tables.files import FileRefused
from directory.tables.full.writing import write_full
from home.roles import EDITOR
from tests.directory.test_import_runs import exported, first, member, sent, taken_back, ten_structures, written
from tests.factories.accounts import signed_in


def every_website(row):
    row["website"] = "https://example.org/new"


@pytest.fixture
def city(homes):
    return ten_structures()


def test_archive_of_all_facts_goes_the_same_way_through_the_queue(db, now):
    anna = signed_in(member(EDITOR, "anna"))
    target = io.BytesIO()
    write_full(target)
    address = anna.post(reverse("directory_imports"), {"file": SimpleUploadedFile("full.zip", target.getvalue())})
    run = ImportRun.objects.get()
    assert (address["Location"], run.state) == (reverse("directory_import", args=[run.pk]), "sent")
    assert tasks.rehearse_import.call(run=run.pk) == "ready"
    assert 'value="confirm"' in anna.get(address["Location"]).content.decode()
    anna.post(f"{address['Location']}step/", {"do": "confirm"})
    assert tasks.write_import.call(run=run.pk) == "done"


def test_archive_for_a_directory_with_facts_is_refused_by_a_sentence(city, now):
    target = io.BytesIO()
    write_full(target)
    run = runs.begin(target.getvalue(), name="full.zip", by=None, at=now)
    assert tasks.rehearse_import.call(run=run.pk) == "refused"
    run.refresh_from_db()
    assert "full.zip" in run.errors[0][2]


def test_progress_is_told_while_rows_are_written_and_is_gone_afterwards(city, now):
    seen = []
    run = runs.confirm(sent(exported(first), now), by=None, at=now)
    runs.write(run, at=now, zone=now.tzinfo, told=lambda rows: seen.append(progress_of(run)))
    assert [(told.done, told.total, told.is_whole) for told in seen] == [(10, 10, True)]
    assert progress_of(run) is None


def test_progress_is_told_while_it_is_taken_back_and_what_stays_is_named(city, now):
    anna, seen = signed_in(member(EDITOR, "anna")), []
    run = written(sent(exported(every_website), now), now)
    since = Structure.objects.get(slug="s1")
    since.website = "https://example.org/newer"
    since.save()
    taken_back(run, now, told=lambda things: seen.append(progress_of(run)))
    assert (seen[0].done, seen[-1].is_whole, progress_of(run)) == (1, True, None)
    page = anna.get(reverse("directory_import", args=[run.pk])).content.decode()
    assert since.label in page and "<progress" not in page


def test_address_of_a_sensitive_structure_is_not_even_kept(city, now):
    Structure.objects.filter(slug="s3").update(sensitive=True)

    def tell(row):
        if row["name"] == "s3":
            row["street"] = "Κρυφή"

    with pytest.raises(FileRefused) as refusal:
        runs.begin(exported(tell), name="x.csv", by=None, at=now)
    assert (refusal.value.code, ImportRun.objects.count()) == ("withheld_address", 0)
