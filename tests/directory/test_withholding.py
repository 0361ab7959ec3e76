"""Who may withhold and read an address, what the form refuses, and what a watched reader's browser is told."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse
from wagtail.models import ModelLogEntry
from wagtail_localize.models import String, TranslationSource

from core.editing.services import sync_roles
from core.settings_models import HubSettings
from directory import sensitive
from directory.models import Location, LocationWords, Structure
from directory.models.links import StructureLink
from directory.services import check_structure
from directory.services.addresses import publish_addresses
from directory.services.withholding import withhold_structure
from directory.traces import CUT, Traces
from home.roles import EDITOR, KEEPER, VERIFIER
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


def test_words_of_a_translation_that_was_taken_back_are_cut_too(shelter, now):
    page = shelter.pages.get()
    page.summary = "Οδός Παραδείγματος 1"
    page.save()
    source, _made = TranslationSource.update_or_create_from_instance(page.specific)
    source.delete()
    assert String.objects.filter(data__contains="Παραδείγματος", segments__isnull=True).exists()
    withhold_structure(shelter, by=None, at=now, zone=now.tzinfo)
    assert not String.objects.filter(data__contains="Παραδείγματος").exists()


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


def form_of(client, place):
    """The address as the keeper's form shows it, ready to be sent again."""
    form = client.post(reverse("directory_withheld_address", args=[place.pk])).context["form"]
    return {name: form[name].value() or "" for name in form.fields}


def test_keeper_puts_a_withheld_address_right_and_no_page_changes(client, shelter):
    place = Location.objects.get()
    sensitive.withhold(place)
    sign_in(client, KEEPER)
    address = reverse("directory_withheld_address", args=[place.pk])
    typed = form_of(client, place) | {"street": "Οδός Νέα", "way_el": "Από πίσω", "notes": "Κουδούνι 3\n\n"}
    wrong = client.post(address, typed | {"postal_code": "12"}).content.decode()
    assert "Γράψτε τον ταχυδρομικό κώδικα με πέντε ψηφία" in wrong
    assert "Οδός Νέα" in wrong
    assert client.post(address, typed).status_code == 302
    kept = sensitive.address_of(place)
    assert (kept.street, kept.number, kept.ways, kept.notes) == ("Οδός Νέα", "1", {"el": "Από πίσω"}, ["Κουδούνι 3"])
    assert Location.objects.get().street == ""
    assert "Νέα" not in str(list(ModelLogEntry.objects.values_list("data", "label")))
    assert ModelLogEntry.objects.filter(action="directory.address_changed").count() == 1


def test_keeper_makes_an_address_public_again_only_when_it_is_meant(client, shelter, now):
    before = Location.objects.get()
    withhold_structure(shelter, by=None, at=now, zone=now.tzinfo)
    sign_in(client, KEEPER)
    address = reverse("directory_publish_address", args=[shelter.pk])
    client.post(address)
    assert Structure.objects.get().sensitive
    client.post(address, {"sure": "on"})
    after = Location.objects.get()
    assert not Structure.objects.get().sensitive
    assert (after.street, after.number, after.lat, after.sensitive) == (before.street, before.number, before.lat, False)
    assert before.street in client.get("/domes/shelter/").content.decode()
    assert ModelLogEntry.objects.filter(action="directory.published_address").count() == 1


def test_address_stays_withheld_while_another_shelter_is_at_the_same_place(shelter, now):
    other = make.structure("other-shelter")
    make.access_point(other, "place", location=Location.objects.get(access_points__structure=shelter))
    for each in (shelter, other):
        withhold_structure(each, by=None, at=now, zone=now.tzinfo)
    with pytest.raises(ValidationError) as refusal:
        publish_addresses(shelter, by=None, at=now, zone=now.tzinfo)
    assert refusal.value.code == "hides_there"
    assert Location.objects.get(access_points__structure=shelter).sensitive


def test_dump_holds_tokens_and_a_hub_with_the_keys_reads_them_back(shelter, tmp_path):
    place = Location.objects.get()
    kept = sensitive.withhold(place)
    dump = tmp_path / "dump.json"
    call_command("dumpdata", "directory.SensitiveAddress", output=str(dump), verbosity=0)
    assert kept.street not in dump.read_text().encode().decode("unicode-escape")
    sensitive.rewrite(place, sensitive.Address())
    call_command("loaddata", str(dump), verbosity=0)
    assert sensitive.address_of(place) == kept


def test_editor_without_the_right_neither_changes_nor_publishes(client, shelter, now):
    withhold_structure(shelter, by=None, at=now, zone=now.tzinfo)
    sign_in(client, EDITOR)
    client.post(reverse("directory_withheld_address", args=[Location.objects.get().pk]), {"street": "Οδός Νέα"})
    client.post(reverse("directory_publish_address", args=[shelter.pk]), {"sure": "on"})
    assert sensitive.address_of(Location.objects.get()).street != "Οδός Νέα"
    assert Structure.objects.get().sensitive
