"""Editors look for structures as readers do, and find drafts too."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from search.groups import admin_ids
from search.services import rebuild
from tests.conftest import NOON
from tests.factories import directory as make

APPS = ("core", "search", "directory", "studies", "news", "consultations", "network", "home")
LIST = "wagtailsnippets_directory_structure:list"
ANSWERS = {"views", "api", "selectors", "feeds", "urls"}


@pytest.fixture
def structures(homes):
    """A laundry with a page, a pharmacy whose page is a draft, a shelter without a page."""
    index = make.index_page(homes["el"])
    laundry = make.structure("laundry", label="Δημοτικό Πλυντήριο Καμινίων")
    make.structure_page(index, laundry, title="Πλυντήριο για όλους", summary="Πλύσιμο ρούχων.")
    pharmacy = make.structure("pharmacy", label="Κοινωνικό Φαρμακείο")
    make.structure_page(index, pharmacy, title="Φαρμακείο", slug="pharmacy", live=False)
    shelter = make.structure("shelter", label="Υπνωτήριο")
    rebuild()
    return {"laundry": laundry.pk, "pharmacy": pharmacy.pk, "shelter": shelter.pk}


def found(query: str) -> list[int]:
    return list(admin_ids(query, label="directory.StructurePage", language="el", today=NOON.date()))


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("πλυντήριο", "laundry"), ("plinthrio", "laundry"), ("ΠΛΥΝΤ", "laundry"), ("kamini plynt", "laundry"),
        ("farmak", "pharmacy"), ("φαρμακειο κοινων", "pharmacy"), ("υπνωτ", "shelter"), ("ypnothrio", "shelter"),
        ("ypnvt;hrio", "shelter"), ("για όλους", "laundry"), ("ρούχα", "laundry"),
    ],
)  # fmt: skip
def test_a_structure_is_found_however_its_name_is_typed(structures, query, name):
    assert structures[name] in found(query)


@pytest.mark.parametrize("query", ["", "  ", "ελικόπτερο", "%", "';--", "x" * 5_000])
def test_what_is_no_name_finds_nothing(structures, query):
    assert found(query) == []


def test_a_structure_is_found_without_an_index_too(homes):
    shelter = make.structure("shelter", label="Υπνωτήριο")
    assert found("ypnothrio") == [shelter.pk]


@pytest.mark.parametrize("count", [1, 50])
def test_the_list_costs_the_same_for_few_and_many(homes, count, django_assert_max_num_queries):
    for number in range(count):
        make.structure(f"shelter-{number}", label=f"Υπνωτήριο {number}")
    found("υπνωτήριο")
    with django_assert_max_num_queries(3):
        assert len(found("ypnothrio")) == count


def test_the_admins_list_is_searched_so(structures, admin_client):
    text = admin_client.get(reverse(LIST), {"q": "farmakeio"}).content.decode()
    assert "Κοινωνικό Φαρμακείο" in text
    assert "Υπνωτήριο" not in text


def test_nothing_that_answers_readers_searches_with_wagtail():
    imported = re.compile(r"^\s*(?:from|import) (?:wagtail\.search|modelsearch)\b.*", re.MULTILINE)
    for path in (path for app in APPS for path in (Path(settings.ROOT) / app).rglob("*.py")):
        lines = set() if "migrations" in path.parts else set(imported.findall(path.read_text(encoding="utf-8")))
        # Declaring fields for the admin, and keeping its index true, is all.
        assert lines <= {"from wagtail.search import index"}, path
        assert not (lines and ANSWERS & {path.stem, *path.parts}), path
