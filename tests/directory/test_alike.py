"""Editors see what may be there already while they type, and find what they choose by any spelling."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from core.editing.services import sync_roles
from directory.models import Location, Organisation, Structure
from home.roles import EDITOR, VERIFIER
from tests.factories import directory as make
from tests.factories.accounts import signed_in


@pytest.fixture
def laundry(homes):
    structure = make.structure("laundry", label="Κοινωνικό πλυντήριο")
    make.line(make.access_point(structure, "phone"), "+302101111111")
    make.access_point(structure, "place", location=make.location("there", street="Αθηνάς", number="5"))
    return structure


def member(role):
    sync_roles()
    person = get_user_model().objects.create_user("anna", "anna@example.org", "secret")
    person.groups.add(Group.objects.get(name=role.name))
    return signed_in(person)


def asked(client, **query):
    answer = client.get(reverse("directory_alike"), query)
    assert answer.status_code == 200
    return [(each["label"], each["why"]) for each in answer.json()["alike"]]


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ({"name": "ΚΟΙΝΩΝΙΚΟ ΠΛΥΝΤΗΡΙΟ"}, "το ίδιο όνομα"),
        ({"name": "koinoniko plyntirio"}, "το ίδιο όνομα"),
        ({"name": "Κοινωνικό πλυν"}, "όνομα που αρχίζει έτσι"),
        ({"number": ["2104", "0030 210 111 1111"]}, "το ίδιο τηλέφωνο"),
        ({"name": "κοινωνικο πλυντηριο", "number": "2101111111"}, "το ίδιο όνομα, το ίδιο τηλέφωνο"),
        ({"name": "Ιατρείο", "number": "210", "place": "x", "but": "y"}, None),
    ],
)
def test_structure_that_may_be_the_same_is_named_while_typing(laundry, admin_client, query, why):
    assert asked(admin_client, **query) == ([(laundry.label, why)] if why else [])


def test_place_counts_unless_it_is_withheld(laundry, admin_client):
    place = Location.objects.get(slug="there")
    twin = make.location("twin", street="ΑΘΗΝΑΣ", number="5")
    assert asked(admin_client, place=twin.pk) == [(laundry.label, "την ίδια θέση")]
    assert asked(admin_client, place=place.pk, but=laundry.pk) == []
    Location.objects.filter(pk=place.pk).update(sensitive=True, street="", number="")
    laundry.save()
    assert asked(admin_client, place=place.pk) == asked(admin_client, place=twin.pk) == []


def test_only_who_may_write_structures_is_told(laundry):
    assert asked(member(EDITOR), name=laundry.label)
    verifier = get_user_model().objects.create_user("vera", "vera@example.org", "secret")
    verifier.groups.add(Group.objects.get(name=VERIFIER.name))
    for client in (signed_in(verifier), Client()):
        assert client.get(reverse("directory_alike"), {"name": laundry.label}).status_code in (302, 403)


def test_form_holds_the_place_for_them_and_its_script(laundry, admin_client):
    html = admin_client.get(reverse(Structure.snippet_viewset.get_url_name("add"))).content.decode()
    assert f'data-alike="{reverse("directory_alike")}"' in html
    assert 'js/alike.js" type="module"' in html


def chosen(client, model, query):
    url = reverse(model.snippet_viewset.chooser_viewset.get_url_name("choose_results"))
    answer = client.get(url, {"q": query})
    return [row.pk for row in answer.context["results"].object_list]


@pytest.mark.parametrize("query", ["πλυντηριο", "plyntirio", "Κοινωνικό", ";πλυντ", "koin"])
def test_structure_is_chosen_by_any_spelling(laundry, admin_client, query):
    make.structure("other", label="Ιατρείο")
    assert chosen(admin_client, Structure, query) == [laundry.pk]


def test_places_and_organisations_are_chosen_by_any_spelling(laundry, admin_client):
    place = Location.objects.get(slug="there")
    assert chosen(admin_client, Location, "athinas 5") == [place.pk]
    assert chosen(admin_client, Location, place.code.lower()) == [place.pk]
    square = make.location("square", street="", number="")
    square.words.update(way="Ισόγειο Δημαρχείου")
    assert chosen(admin_client, Location, "isogeio dhmarx") == [square.pk]
    assert chosen(admin_client, Organisation, "foreas") == [laundry.organisation_id]
    assert chosen(admin_client, Location, "πουθενά") == []


def test_chooser_without_a_query_shows_all_in_few_queries(laundry, admin_client, django_assert_max_num_queries):
    for number in range(20):
        make.structure(f"s{number}")
    url = reverse(Structure.snippet_viewset.chooser_viewset.get_url_name("choose"))
    admin_client.get(url)
    with django_assert_max_num_queries(12):
        answer = admin_client.get(url)
    assert 'name="q"' in answer.json()["html"]
