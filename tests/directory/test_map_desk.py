"""The desk for the map: a file is shown before it is taken, a bad one says what to do, rights are asked for."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.editing.services import sync_roles
from directory.geography.reading import MOST_BYTES
from directory.models import CommunityOutline
from home.roles import EDITOR, VERIFIER
from tests.factories import borders
from tests.factories import directory as make

DESK, STEP = "directory_map", "directory_map_step"


@pytest.fixture
def editor(client, django_user_model, homes):
    make.community("a", "Α΄ Κοινότητα")
    make.community("d", "Δ΄ Κοινότητα")
    return signed_in(client, django_user_model, EDITOR)


def signed_in(client, model, role):
    sync_roles()
    user = model.objects.create_user(role.slug, f"{role.slug}@example.org", "x")
    user.groups.add(*user.groups.model.objects.filter(name=role.name))
    client.force_login(user)
    return client


def sent(client, content, **typed):
    file = SimpleUploadedFile("city.geojson", content)
    return client.post(reverse(DESK), {"file": file, "named_by": "community", "source": "Δήμος, 2027"} | typed)


def test_file_is_shown_first_and_taken_by_a_second_click(editor):
    shown = sent(editor, borders.written(borders.city("ad")))
    assert not CommunityOutline.objects.exists()
    assert b"<path d=" in shown.content
    taken = editor.post(reverse(STEP), {"token": shown.context["token"]}, follow=True)
    assert [row.source for row in CommunityOutline.objects.all()] == ["Δήμος, 2027"] * 2
    assert taken.context["drawn"].schematic is False
    removed = editor.post(reverse(STEP), {"do": "remove"}, follow=True)
    assert removed.context["drawn"] is None and not CommunityOutline.objects.exists()


@pytest.mark.parametrize("content", [b"nothing", borders.written(borders.city("az")), b" " * (MOST_BYTES + 1)])
def test_bad_file_says_what_to_do_and_nothing_typed_is_lost(editor, content):
    answer = sent(editor, content, named_by="KOIN", schematic="on")
    assert answer.status_code == 200 and answer.context["form"].errors["file"]
    assert b'value="KOIN"' in answer.content and "Δήμος, 2027" in answer.content.decode()
    assert not CommunityOutline.objects.exists()


@pytest.mark.parametrize("token", ["", "changed", "a:b:c"])
def test_what_was_not_shown_here_is_not_taken(editor, token):
    assert editor.post(reverse(STEP), {"token": token}).status_code == 302
    assert not CommunityOutline.objects.exists()


def test_community_that_has_gone_meanwhile_is_an_error_and_no_half_map(editor):
    token = sent(editor, borders.written(borders.city("ad"))).context["token"]
    make.community("d").delete()
    editor.post(reverse(STEP), {"token": token})
    assert not CommunityOutline.objects.exists()


def test_who_may_not_import_sees_no_desk(client, django_user_model, homes):
    client = signed_in(client, django_user_model, VERIFIER)
    assert client.get(reverse(DESK)).status_code in (302, 403)
    assert client.post(reverse(STEP), {"do": "remove"}).status_code in (302, 403)
