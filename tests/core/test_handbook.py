"""The handbook is the same text in the folder of documents and in the admin, and names screens as they are named."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import translation
from wagtail.admin.menu import admin_menu

from core.editing.services import sync_roles
from core.handbook import FILE, as_html
from home.roles import CRISIS, EDITOR

TEXT = FILE.read_text(encoding="utf-8")


@pytest.fixture
def editor(homes):
    sync_roles()
    user = get_user_model().objects.create_user("maria")
    user.groups.add(*Group.objects.filter(name__in=(EDITOR.name, CRISIS.name)))
    return user


def named(menu, request) -> set[str]:
    items = menu.menu_items_for_request(request)
    below = set().union(*(named(item.menu, request) for item in items if hasattr(item, "menu")))
    return {str(item.label) for item in items} | below


def test_handbook_stands_in_the_help_of_the_admin(editor):
    client = Client()
    client.force_login(editor)
    text = client.get(reverse("hub_handbook")).content.decode()
    assert "<h2>Δομές</h2>" in text
    assert '<th scope="col">αντί για</th>' in text
    assert "<strong>Τα στοιχεία γράφονται μία φορά, τα λόγια σε κάθε γλώσσα.</strong>" in text
    assert reverse("hub_handbook") in client.get(reverse("wagtailadmin_home")).content.decode()


def test_handbook_is_for_those_who_may_enter(client, homes):
    assert client.get(reverse("hub_handbook")).status_code == 302


def test_every_way_that_begins_in_the_menu_exists(editor):
    request = RequestFactory().get("/admin/")
    request.user = editor
    with translation.override("el"):
        known = named(admin_menu, request)
    ways = re.findall(r"«([^»]+)» →\s(?:«([^»]+)»)?", TEXT)
    menus = {first for first, _second in ways if first in known}
    assert {"Δομές", "Νέα", "Σελίδες", "Ανακοινώσεις", "Μελέτες και στοιχεία", "Έκτακτες ανάγκες"} <= menus
    screens = re.findall(r"^\| «([^|]+)» \|", TEXT, re.MULTILINE)
    assert {name for cell in screens for name in re.split("», «", cell)} <= known


def test_what_is_written_is_escaped():
    assert as_html("## <b>α</b>\n\n1. **β**\n   γ & δ\n2. `ε`") == (
        "<h2>&lt;b&gt;α&lt;/b&gt;</h2>\n<ol><li><strong>β</strong> γ &amp; δ</li><li><code>ε</code></li></ol>"
    )
