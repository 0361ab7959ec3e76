"""Roles are data, groups follow them, and nobody gets more than the data says."""

from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import GroupPagePermission, Page, Task, Workflow

from core.editing.roles import model_rights, roles
from core.editing.services import STEP, WORKFLOW, differences, held_rights, sync_roles
from home.roles import ADMINISTRATOR, EDITOR, every_snippet, translator

pytestmark = pytest.mark.django_db


def member(role, name="maria"):
    sync_roles()
    user = get_user_model().objects.create_user(name, password="x")
    user.groups.add(Group.objects.get(name=role.name))
    return user


def test_sync_makes_groups_what_the_roles_say_and_a_second_run_finds_nothing(homes):
    assert sync_roles()
    assert differences() == []
    assert sync_roles() == []


def test_sync_takes_back_what_somebody_added_by_hand(homes):
    sync_roles()
    group = Group.objects.get(name=translator("en").name)
    group.permissions.add(Permission.objects.get(codename="delete_user"))
    GroupPagePermission.objects.create(group=group, page=homes["el"], permission_type="publish")
    found = [str(difference) for difference in sync_roles()]
    assert found == [
        "- Μεταφραστές: English: auth.delete_user",
        f"- Μεταφραστές: English: page {homes['el'].pk} publish",
    ]


def test_check_names_differences_and_changes_nothing(homes):
    out = StringIO()
    with pytest.raises(SystemExit, match="1"):
        call_command("roles_sync", "--check", stdout=out)
    assert f"+ {EDITOR.name}: wagtailadmin.access_admin" in out.getvalue()
    assert not Group.objects.filter(name=EDITOR.name).exists()


def test_every_right_that_a_role_names_exists():
    known = {f"{p.content_type.app_label}.{p.codename}" for p in Permission.objects.select_related("content_type")}
    assert {right for role in roles() for right in model_rights(role)} <= known


def test_no_role_deletes_a_fact():
    snippets = set(every_snippet(()))
    assert snippets
    sync_roles()
    for role in roles():
        held = held_rights(Group.objects.get(name=role.name))
        assert not {label for label in snippets if f"{label.replace('.', '.delete_')}" in held}


@pytest.mark.parametrize(
    ("role", "greek", "english"),
    [
        pytest.param(EDITOR, {"publish"}, {"publish"}, id="editor"),
        pytest.param(translator("en"), set(), {"change"}, id="translator"),
    ],
)
def test_pages_may_be_published_by_editors_and_drafted_by_translators(homes, role, greek, english):
    user = member(role)
    for page, expected in zip(homes.values(), (greek, english), strict=True):
        tester = Page.objects.get(pk=page.pk).permissions_for_user(user)
        assert tester.can_publish() is ("publish" in expected)
        assert tester.can_edit() is bool(expected)


def test_whatever_a_translator_drafts_an_editor_may_publish():
    assert {language for role in roles() for language in role.languages} == set(EDITOR.languages)


def test_administrator_reads_facts_but_writes_none(homes):
    user = member(ADMINISTRATOR)
    facts = [label for label in every_snippet(()) if label.split(".")[0] not in {"core", "home"}]
    for label in facts:
        app, model = label.split(".")
        assert user.has_perm(f"{app}.view_{model}")
        assert not user.has_perm(f"{app}.change_{model}")
    assert user.has_perm("auth.add_user")


def test_workflow_stands_on_every_tree_and_replaces_the_one_of_the_library(homes):
    sync_roles()
    workflow = Workflow.objects.get(name=WORKFLOW)
    assert [Page.objects.get(pk=page.pk).get_workflow() for page in homes.values()] == [workflow, workflow]
    assert [task.specific.groups.get().name for task in workflow.tasks] == [EDITOR.name]
    assert not Group.objects.filter(name__in=["Moderators", "Editors"]).exists()
    assert [task.name for task in Task.objects.all()] == [STEP]
    assert Workflow.objects.count() == 1


def test_admin_of_a_new_account_is_greek_even_in_an_english_browser(homes, client):
    client.force_login(member(EDITOR))
    page = client.get("/admin/", headers={"Accept-Language": "en"}).content.decode()
    assert '<html lang="el"' in page
    assert "icons.svg#mark" in page


def test_sign_in_is_greek_in_an_english_browser_too(client, homes):
    page = client.get("/sign-in/", headers={"Accept-Language": "en"}).content.decode()
    assert "<h1>Σύνδεση</h1>" in page
    assert "Wagtail" not in page
