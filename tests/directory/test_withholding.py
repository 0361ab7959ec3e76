"""Who may withhold and read an address, what the form refuses, and what a watched reader's browser is told."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from wagtail.models import ModelLogEntry

from core.editing.roles import EDITOR, KEEPER, VERIFIER
from core.editing.services import sync_roles
from core.settings_models import HubSettings
from directory import sensitive
from directory.models import Location, LocationWords, Structure
from directory.models.links import StructureLink
from directory.services import check_structure
from directory.services.withholding import withhold_structure
from directory.traces import CUT, Traces
from tests.factories import directory as make

pytestmark = pytest.mark.django_db
ADDRESS = sensitive.Address(street="Οδός Παραδείγματος", number="1", postal_code="185 99", lat="37.912345")


@pytest.fixture
def shelter(homes):
    made = make.structure("shelter")
    make.line(make.access_point(made, "phone"))
    make.access_point(made, "place")
    make.structure_page(make.index_page(homes["el"]), made)
    return made


def sign_in(client, role):
    sync_roles()
    user = get_user_model().objects.create_user(role.slug, password="x")
    user.groups.add(Group.objects.get(name=role.name))
    client.force_login(user)


def test_editor_sees_first_what_withholding_changes_and_then_does_it(client, shelter):
    sign_in(client, EDITOR)
    address = reverse("directory_withhold", args=[shelter.pk])
    assert "1 " in client.get(address).content.decode()
    assert not Location.objects.get().sensitive
    client.post(address)
    assert Location.objects.get().sensitive
    assert Structure.objects.get().sensitive
    assert ModelLogEntry.objects.filter(action="directory.withheld").count() == 1


@pytest.mark.parametrize(("role", "allowed"), [(EDITOR, False), (KEEPER, True)], ids=["editor", "keeper"])
def test_address_is_opened_by_keepers_alone_and_each_opening_is_written_down(client, shelter, role, allowed):
    place = Location.objects.get()
    sensitive.withhold(place)
    sign_in(client, role)
    answer = client.post(reverse("directory_withheld_address", args=[place.pk]))
    assert ("Οδός Παραδείγματος" in answer.content.decode()) is allowed
    assert ModelLogEntry.objects.filter(action="directory.address_read").count() == int(allowed)


def test_link_to_a_neighbour_in_the_same_house_goes(shelter, now):
    neighbour = make.structure("neighbour")
    for kind in ("same_place", "refers_to"):
        StructureLink.objects.create(structure=neighbour, target=shelter, kind=kind)
    withhold_structure(shelter, by=None, at=now, zone=now.tzinfo)
    assert [link.kind for link in StructureLink.objects.all()] == ["refers_to"]


def test_verifier_may_not_withhold(client, shelter):
    sign_in(client, VERIFIER)
    client.post(reverse("directory_withhold", args=[shelter.pk]))
    assert not Location.objects.get().sensitive


def test_public_address_cannot_be_hidden_by_a_tick_alone(shelter, now):
    shelter.sensitive = True
    with pytest.raises(ValidationError) as refusal:
        check_structure(shelter, today=now.date())
    assert refusal.value.code == "sensitive_place"


def test_nothing_of_an_address_can_be_written_on_a_withheld_location(shelter):
    place = Location.objects.get()
    sensitive.withhold(place)
    for fields in ({"street": "Οδός"}, {"postal_code": "185 99"}, {"lat": "37.9", "lon": "23.6"}):
        with pytest.raises(IntegrityError, match="location_withheld_is_empty"), transaction.atomic():
            Location.objects.update(**fields)
    with pytest.raises(ValidationError, match="δεν δημοσιεύεται"):
        LocationWords(location=place, language="en", city="City", way="Second door").full_clean()


def test_no_relation_leads_from_a_location_to_its_withheld_address():
    reached = {field.related_model.__name__ for field in Location._meta.get_fields() if field.related_model}
    assert "SensitiveAddress" not in reached
    assert sensitive.only_here(None) == []


def test_module_that_gets_hold_of_the_table_is_named(monkeypatch):
    from directory import exports
    from directory.models.withheld import SensitiveAddress

    monkeypatch.setattr(exports, "Table", SensitiveAddress, raising=False)
    (error,) = sensitive.only_here(None)
    assert error.msg == "directory.exports holds SensitiveAddress: only directory.sensitive may import it."


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Ελάτε Οδός Παραδείγματος 1, ισόγειο", f"Ελάτε {CUT}, ισόγειο"),
        ("ΟΔΟΣ ΠΑΡΑΔΕΙΓΜΑΤΟΣ", CUT),
        ("odos-paradeigmatos-1", CUT),
        ("Τ.Κ. 18599", f"Τ.Κ. {CUT}"),
        ("37,91234", CUT),
        ("37.91 είναι μόνο η πόλη", "37.91 είναι μόνο η πόλη"),
        ('{"a": "\\u039f\\u03b4\\u03cc\\u03c2 Παραδείγματος"}', f'{{"a": "{CUT}"}}'),
        ({"was": ["Οδός Παραδείγματος 1"]}, {"was": [CUT]}),
    ],
    ids=["words", "capitals", "latin", "postal code", "coordinate", "coarse", "json", "tree"],
)
def test_address_is_cut_however_it_is_written(text, cut):
    assert Traces([ADDRESS]).cut(text) == cut


def test_page_of_a_sensitive_structure_tells_the_browser_to_keep_nothing(client, shelter):
    Structure.objects.update(sensitive=True)
    answer = client.get("/domes/shelter/")
    body = answer.content.decode()
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "<title>Πληροφορίες</title>" in body
    assert f'class="exit" href="{HubSettings.objects.get().exit_url}" rel="noreferrer"' in body


def test_page_of_help_with_a_sensitive_need_has_the_exit_too(client, shelter):
    assert 'class="exit"' not in client.get("/domes/shelter/").content.decode()
    shelter.needs.set([make.need("violence", "Βία", sensitive=True)])
    shelter.save()
    for address in ("/domes/shelter/", "/domes/?need=violence"):
        assert 'class="exit"' in client.get(address).content.decode()
