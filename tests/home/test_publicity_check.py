"""The check of publicity is green where a page says who pays it, and names what is wrong where it does not."""

import json
from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import call_command

from core.hooks import Band
from home.models.parts_of_projects import ProjectStructure
from home.publicity import Box, SeenBand, bands_in, faults
from tests.factories import directory as there
from tests.factories import home as make

BAND = Band("Με τη συγχρηματοδότηση της Ευρωπαϊκής Ένωσης", "Πρόγραμμα «Αττική»", "Έμβλημα της Ευρωπαϊκής Ένωσης")
SEEN = SeenBand(f"{BAND.statement} {BAND.programme}", BAND.emblem_alt, Box(72, 48, 30))


def codes(seen, *, band=BAND, signs=()):
    return [fault.code for fault in faults("/", [band], seen, signs=signs)]


@pytest.mark.parametrize(
    ("seen", "code"),
    [
        ([], "statement"),
        ([replace(SEEN, text="Με τη συγχρηματοδότηση της ΕΕ Πρόγραμμα «Αττική»")], "statement"),
        ([replace(SEEN, text=BAND.statement)], "programme"),
        ([replace(SEEN, alt="")], "alt"),
        ([replace(SEEN, emblem=Box(30, 20, 30))], "small"),
        ([replace(SEEN, emblem=Box(0, 0, 30))], "small"),
    ],
)
def test_each_thing_that_is_wrong_has_its_name(seen, code):
    assert codes(seen) == [code]
    assert codes([SEEN]) == []


def test_band_of_the_first_view_stands_where_nobody_has_to_scroll():
    first = replace(BAND, first_view=True)
    assert codes([SEEN], band=first) == []
    assert codes([replace(SEEN, emblem=Box(72, 48, 700))], band=first) == ["place"]


def test_no_other_sign_is_larger_than_the_emblem():
    assert codes([SEEN], signs=[Box(80, 40), Box(60, 60)]) == []
    assert codes([SEEN], signs=[Box(80, 60)]) == ["logo"]


def test_band_is_read_from_the_page_as_it_was_written():
    html = (
        '<main><div class="publicity small"><svg class="flag" width="36" height="24" aria-label="Emblem"></svg>'
        "<div><p><b>Co-funded  by</b></p><div>one</div></div></div><p>other</p></main>"
    )
    assert bands_in(html) == [SeenBand("Co-funded by one", "Emblem", Box(36, 24))]


@pytest.fixture
def paid(homes):
    """A structure that a project pays, in two languages, on a site that a programme pays."""
    page = there.structure_page(there.index_page(homes["el"]), there.structure())
    english = page.copy_for_translation(homes["en"].locale, copy_parents=True)
    english.save_revision().publish()
    project = make.project(slug="kombos", programme=make.programme())
    ProjectStructure.objects.create(project=project, structure=page.structure)
    return page


def checked() -> dict:
    out = StringIO()
    try:
        call_command("publicity_check", "--json", stdout=out)
    except SystemExit as ended:
        return {**json.loads(out.getvalue()), "exit": ended.code}
    return {**json.loads(out.getvalue()), "exit": 0}


def test_pages_that_a_project_pays_are_green_in_every_language(paid):
    assert checked() == {"pages": 2, "faults": [], "exit": 0}


def test_pages_that_lost_their_band_are_named(paid, monkeypatch):
    monkeypatch.setattr("home.contributions.bands_on", lambda page, language: [])
    found = checked()
    assert found["exit"] == 1
    assert [fault["code"] for fault in found["faults"]] == ["statement", "statement"]
    assert {fault["url"] for fault in found["faults"]} == {paid.get_url(), "/en" + paid.get_url()}
