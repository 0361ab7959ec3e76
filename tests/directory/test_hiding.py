"""A location that is withheld from its first moment: nothing of what was typed is anywhere in clear."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection
from django.urls import reverse
from wagtail.models import ModelLogEntry

from core.editing.services import sync_roles
from directory import sensitive
from directory.models import Location
from home.roles import EDITOR, VERIFIER
from tests.factories import directory as make
from tests.factories.accounts import signed_in

MARKS = ("Παπαφλέσσα", "κουδούνι", "37.912", "185 98")
TYPED = {
    "street": "Οδός Παπαφλέσσα", "number": "7", "postal_code": "185 98", "lat": "37,912345", "lon": "23,654321",
    "notes": "το κουδούνι αριστερά", "city_el": "Πόλη", "community": "d",
}  # fmt: skip


def member(role):
    sync_roles()
    person = get_user_model().objects.create_user("anna", "anna@example.org", "secret")
    person.groups.add(Group.objects.get(name=role.name))
    return signed_in(person)


def everything():
    """All rows of all tables as text."""
    with connection.cursor() as cursor:
        found = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 -- names of our own tables
            found.append(json.dumps(cursor.fetchall(), default=str, ensure_ascii=False))
    return "\n".join(found)


@pytest.mark.django_db
def test_new_location_is_withheld_from_its_first_moment(caplog):
    make.community()
    anna = member(EDITOR)
    answer = anna.post(reverse("directory_hide_address"), TYPED)
    place = Location.objects.get()
    assert (answer.status_code, place.sensitive, place.street, place.words.get().city) == (302, True, "", "Πόλη")
    kept = sensitive.address_of(place)
    assert (kept.street, kept.lat, kept.community, kept.notes) == (
        "Οδός Παπαφλέσσα",
        "37.912345",
        "d",
        ["το κουδούνι αριστερά"],
    )
    text = everything() + caplog.text
    assert place.code in text
    assert [(mark, text[text.index(mark) - 60 :][:90]) for mark in MARKS if mark in text] == []
    assert [entry.action for entry in ModelLogEntry.objects.for_instance(place)] == ["directory.address_hidden"]


@pytest.mark.django_db
def test_what_is_wrong_is_said_and_what_was_typed_stays():
    make.community()
    anna = member(EDITOR)
    page = anna.post(reverse("directory_hide_address"), TYPED | {"postal_code": "12", "city_el": ""})
    html = page.content.decode()
    assert page.status_code == 200 and "no-store" in page["Cache-Control"]
    assert "Οδός Παπαφλέσσα" in html and "με πέντε ψηφία" in html
    assert not Location.objects.exists()


@pytest.mark.django_db
def test_only_who_may_withhold_finds_the_way_there():
    url, listed = reverse("directory_hide_address"), reverse(Location.snippet_viewset.get_url_name("list"))
    anna = member(EDITOR)
    assert url in anna.get(listed).content.decode()
    assert anna.get(url).status_code == 200
    vera = get_user_model().objects.create_user("vera", "vera@example.org", "secret")
    vera.groups.add(Group.objects.get(name=VERIFIER.name))
    client = signed_in(vera)
    assert url not in client.get(listed).content.decode()
    assert client.post(url, TYPED).status_code in (302, 403)
    assert not Location.objects.exists()


@pytest.mark.django_db
def test_location_whose_address_did_not_come_along_gets_one():
    place = Location.objects.create(slug="withheld-x", sensitive=True)  # as full.zip brings it
    assert sensitive.address_of(place) == sensitive.Address()
    sensitive.rewrite(place, sensitive.Address(street="Κρυφή"))
    assert sensitive.address_of(place).street == "Κρυφή"
