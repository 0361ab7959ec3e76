"""An editor's day in the real admin: what is saved there is what everybody reads."""

import re
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from core.formats import phone
from directory.models import ContactLine, Structure, StructurePage
from directory.models.choices import LineKind
from home.roles import EDITOR
from news.models.item import NewsItem
from news.pages import NewsIndexPage, NewsPage

NEW_NUMBER = "+302105550123"
GREEK = {"title": "Νέο ωράριο στο κέντρο", "summary": "Από τη Δευτέρα ανοίγουμε νωρίτερα."}
ENGLISH = {GREEK["title"]: "New hours at the centre", GREEK["summary"]: "From Monday we open earlier."}


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


def site_news(language):
    index = NewsIndexPage.objects.live().get(locale__language_code=language)
    item = NewsItem.objects.create(slug="nea-diadromi", date=timezone.localdate())
    return index.pk, str(item)


def greek_page():
    page = NewsPage.objects.get(title=GREEK["title"])
    return page.pk, page.get_url()


def translate(pk):
    """What the translator types, kept as the editor of translations keeps it."""
    page = NewsPage.objects.get(pk=pk)
    translation = Translation.objects.get(source__object_id=page.translation_key, target_locale__language_code="en")
    for segment in StringSegment.objects.filter(source=translation.source).select_related("string"):
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            data=ENGLISH.get(segment.string.data, segment.string.data),
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        )
    return reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk])


def english_address(pk):
    return NewsPage.objects.get(pk=pk).get_translation(Locale.objects.get(language_code="en")).get_url()


def test_news_is_published_in_greek_and_translated_into_english(site, content, edit, open_page):
    index, fact = site.run(site_news, "el")
    screen = edit(reverse("wagtailadmin_pages:add", args=["news", "newspage", index]))
    for name, words in GREEK.items():
        screen.locator(f"[name={name}]").fill(words)
    facts = screen.locator("section[data-panel]").filter(has=screen.locator("[name=entry]"))
    facts.locator("[data-chooser-action-choose]").first.click()
    screen.locator(".modal-dialog a[data-chooser-modal-choice]").filter(has_text=fact).first.click()
    screen.locator(".modal-dialog").wait_for(state="hidden")
    screen.locator("footer [data-w-dropdown-target=toggle]").first.click()
    with screen.expect_navigation(url=re.compile(rf"/pages/{index}/")):
        screen.locator("button[name=action-publish]").click()
    pk, address = site.run(greek_page)
    screen = edit(reverse("wagtail_localize:submit_page_translation", args=[pk]) + "?select_locale=en")
    with screen.expect_navigation():
        screen.locator(".nice-padding form [type=submit]").click()
    screen = edit(site.run(translate, pk))
    publish = screen.get_by_role("button", name=re.compile("Publish|Δημοσ"))
    if not publish.first.is_visible():
        screen.locator("footer button").last.click()
    with screen.expect_navigation():
        publish.first.click()
    english = {name: ENGLISH[words] for name, words in GREEK.items()}
    for where, words in ((address, GREEK), (site.run(english_address, pk), english)):
        page = open_page(where)
        assert page.locator("h1").inner_text() == words["title"]
        assert page.locator("meta[name=description]").get_attribute("content") == words["summary"]


class Hand:
    """What an editor does with mouse and keys, counted."""

    def __init__(self, screen):
        self.screen, self.times = screen, 0

    def press(self, selector):
        self.times += 1
        self.screen.locator(selector).first.click()

    def write(self, name, words):
        self.times += 1
        self.screen.locator(f"[name='{name}']").fill(words)

    def choose(self, name, value=None):
        """A value of a menu; without one, the first that says something."""
        self.times += 1
        options = self.screen.locator(f"select[name='{name}'] option").evaluate_all("all => all.map(o => o.value)")
        self.screen.locator(f"select[name='{name}']").select_option(value or next(filter(None, options)))

    def look_up(self, name):
        """The first row of a chooser."""
        self.press(f"[id='id_{name}-chooser'] [data-chooser-action-choose]")
        self.press(".modal-dialog a[data-chooser-modal-choice]")
        self.screen.locator(".modal-dialog").wait_for(state="hidden")


def ways_of(label):
    """Channel, hours and number of each way in."""
    points = Structure.objects.get(label=label).access_points.all()
    return [(point.channel, point.schedules.get().osm, [row.number for row in point.lines.all()]) for point in points]


def test_structure_with_two_ways_in_and_hours_is_written_in_forty_steps(site, content, edit, open_page):
    hand = Hand(edit(reverse(Structure.snippet_viewset.get_url_name("add"))))
    hand.write("label", "Παράδειγμα πλυντηρίου")
    hand.look_up("organisation")
    hand.choose("family")
    for name in ("needs", "target_groups"):
        hand.press(f"input[name='{name}']")
    hand.press("[role=tab]:has-text('Τρόποι')")
    for number, channel in enumerate(("phone", "place")):
        way = f"access_points-{number}"
        hand.press("#id_access_points-ADD")
        hand.choose(f"{way}-channel", channel)
        hand.press(f"#id_{way}-schedules-ADD")
        hand.choose(f"{way}-schedules-0-kind", "hours")
        hand.write(f"{way}-schedules-0-osm", "Mo-Fr 08:00-15:00")
    hand.press("#id_access_points-0-lines-ADD")
    hand.write("access_points-0-lines-0-number", "210 555 0124")
    hand.look_up("access_points-1-location")
    with hand.screen.expect_navigation():
        hand.press("footer button[type=submit]")
    assert hand.screen.locator(".error-message").all_inner_texts() == []
    hours = "Mo-Fr 08:00-15:00"
    ways = site.run(ways_of, "Παράδειγμα πλυντηρίου")
    assert ways == [("phone", hours, ["+302105550124"]), ("place", hours, [])]
    assert hand.times <= 40
