"""Screens that editors open every day are Greek to the last word, whatever a new release of Wagtail brings."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils.translation import trans_real

from core.editing.services import sync_roles
from home.roles import ADMINISTRATOR, EDITOR


@pytest.fixture
def without_greek(monkeypatch) -> set[str]:
    """What is asked of the Greek catalogues while a test runs, and comes back as it went."""
    found: set[str] = set()
    asked = trans_real.DjangoTranslation.gettext

    def gettext(self, message):
        answer = asked(self, message)
        if self.to_language() == "el" and answer == message and re.search("[a-z]{3}", message):
            found.add(message)
        return answer

    monkeypatch.setattr(trans_real.DjangoTranslation, "gettext", gettext)
    return found


# Written so in Greek too; and what is asked for, and taken out of the menu.
AS_IT_IS = {"e-mail", "What's new in Wagtail %(version)s"}


def test_daily_screens_ask_for_no_word_that_has_no_greek(homes, without_greek):
    sync_roles()
    user = get_user_model().objects.create_user("maria")
    user.groups.add(*Group.objects.filter(name__in=(EDITOR.name, ADMINISTRATOR.name)))
    client = Client()
    client.force_login(user)
    home = homes["el"].pk
    for name, args in (
        ("wagtailadmin_home", ()),
        ("wagtailadmin_account", ()),
        ("wagtailadmin_explore", (home,)),
        ("wagtailadmin_pages:edit", (home,)),
        ("wagtailadmin_pages:history", (home,)),
        ("wagtailadmin_pages:copy", (home,)),
        ("wagtailadmin_pages:unpublish", (home,)),
        ("wagtailadmin_pages:set_privacy", (home,)),
        ("wagtail_localize:submit_page_translation", (home,)),
        ("wagtailadmin_choose_page", ()),
        ("wagtailimages:index", ()),
        ("wagtailimages:add", ()),
        ("wagtailimages_chooser:choose", ()),
        ("wagtaildocs:index", ()),
        ("wagtailredirects:add", ()),
        ("wagtailadmin_reports:site_history", ()),
        ("wagtailadmin_reports:locked_pages", ()),
        ("wagtailusers_users:index", ()),
        ("wagtailusers_users:add", ()),
        ("wagtailadmin_workflows:task_index", ()),
        ("wagtailsnippets_directory_structure:list", ()),
        ("wagtailsnippets_directory_structure:add", ()),
    ):
        assert client.get(reverse(name, args=args)).status_code == 200, name
    assert without_greek - AS_IT_IS == set()
