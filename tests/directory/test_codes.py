"""Short codes: unique however rows are written, read kindly, and an address that leads to the page."""

import pytest
from django.urls import reverse

from core.access.codes import ALPHABET
from directory.models import Structure
from directory.models.codes import free_codes, read_code
from tests.factories import directory as make


@pytest.fixture
def page(home):
    return make.structure_page(make.index_page(home), make.structure())


@pytest.mark.django_db
def test_new_facts_get_a_code_of_five_plain_characters():
    structure = make.structure()
    point = make.access_point(structure, "place")
    codes = {structure.code, structure.organisation.code, point.code, point.location.code}
    assert {len(code) for code in codes} == {5}
    assert set("".join(codes)) <= set(ALPHABET)


@pytest.mark.django_db
def test_a_code_stays_when_its_fact_changes():
    structure = make.structure()
    before = structure.code
    structure.label = "Άλλο όνομα"
    structure.save()
    assert Structure.objects.get().code == before


@pytest.mark.django_db
def test_codes_of_a_batch_are_free_and_differ():
    body = make.organisation()
    codes = free_codes(Structure, 200)
    rows = [Structure(slug=code, label=code, code=code, organisation=body, family="civil") for code in codes]
    Structure.objects.bulk_create(rows)
    assert len(set(codes)) == 200
    assert not Structure.objects.filter(code__in=free_codes(Structure, 50)).exists()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        pytest.param("ab12c", "AB12C", id="small letters"),
        pytest.param("a b1-2c", "AB12C", id="spaces and a dash"),
        pytest.param("OIL23", "01123", id="letters that look like digits"),
        pytest.param("AB12U", "", id="letter that no code has"),
        pytest.param("AB12", "", id="too short"),
        pytest.param("ΑΒ12Γ", "", id="Greek letters"),
    ],
)
def test_a_code_is_read_as_people_type_it(typed, code):
    assert read_code(typed) == code


def test_short_address_leads_to_the_page_of_its_structure(client, page):
    response = client.get(reverse("directory:short", args=[page.structure.code.lower()]))
    assert (response.status_code, response.url) == (302, "/domes/laundry/")


def test_short_address_falls_back_to_the_language_that_has_a_page(client, page):
    assert client.get(f"/en/s/{page.structure.code}").url == "/domes/laundry/"


@pytest.mark.parametrize("typed", ["00000", "UUUUU"])
def test_short_address_of_nothing_is_not_found(client, page, typed):
    assert client.get(f"/s/{typed}").status_code == 404


def test_short_address_follows_its_page_to_a_new_address(client, page, django_capture_on_commit_callbacks):
    address = f"/s/{page.structure.code}"
    assert client.get(address).url == "/domes/laundry/"
    with django_capture_on_commit_callbacks(execute=True):
        page.slug = "plyntirio"
        page.save_revision().publish()
    assert client.get(address).url == "/domes/plyntirio/"
