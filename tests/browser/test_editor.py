"""An editor's day in the real admin: what is saved there is what everybody reads."""

from dataclasses import dataclass

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale

from core.editing.roles import EDITOR
from core.formats import phone
from directory.models import ContactLine, Structure, StructurePage
from directory.models.choices import LineKind

NEW_NUMBER = "+302105550123"


@pytest.fixture(scope="module")
def editor_session(site, content):
    """The session of a person who is an editor and nothing more."""

    def session():
        user = get_user_model().objects.create_user("eleni", "eleni@example.org")
        user.groups.add(Group.objects.get(name=EDITOR.name))
        client = Client()
        client.force_login(user)
        return client.cookies[settings.SESSION_COOKIE_NAME].value

    return site.run(session)


@pytest.fixture
def edit(open_page, site, editor_session):
    """`edit(path)` -> a screen of the admin as the editor sees it."""
    page = open_page("/robots.txt", 1280)
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": editor_session, "url": site.url}])

    def opened(path):
        page.goto(site.url + path, wait_until="load")
        return page

    return opened


@dataclass(frozen=True)
class Example:
    """A number that readers see in both languages, and where it is kept."""

    form: str
    stored: str
    addresses: tuple[str, str]


def published_number():
    """The first number of a structure with a page in Greek and in English."""
    english_locale = Locale.objects.get(language_code="en")
    for page in StructurePage.objects.live().filter(locale__language_code="el").order_by("pk"):
        english = page.get_translation_or_none(english_locale)
        line = ContactLine.objects.filter(access_point__structure=page.structure, kind=LineKind.VOICE).first()
        if english is not None and english.live and line is not None:
            form = reverse(Structure.snippet_viewset.get_url_name("edit"), args=[page.structure.pk])
            return Example(form, line.number, (page.get_url(), english.get_url()))
    raise LookupError("the demo has no structure with a phone and both languages")


def test_changed_phone_is_read_in_both_languages(site, content, edit, open_page):
    example = site.run(published_number)
    for address in example.addresses:
        assert open_page(address).locator(f"main a[href='tel:{example.stored}']").count() >= 1
    screen = edit(example.form)
    number = screen.locator(f"input[name$='-number'][value='{example.stored}']").first
    tab = number.locator("xpath=ancestor::*[@role='tabpanel']").get_attribute("aria-labelledby")
    screen.locator(f"#{tab}").click()
    number.fill("0030 210-555.0123")
    with screen.expect_navigation():
        screen.locator("footer button[type=submit]").first.click()
    assert example.form not in screen.url, "the form was refused"
    for address in example.addresses:
        main = open_page(address).locator("main")
        assert main.locator(f"a[href='tel:{NEW_NUMBER}']").count() >= 1
        assert phone(NEW_NUMBER) in main.inner_text()
