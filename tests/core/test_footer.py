"""The footer: groups of links, the licence, and a way to tell of a fault."""

import json

import pytest
from wagtail.blocks import StreamBlockValidationError

from core.hub import LinkGroup, hub
from core.settings_models import HubSettings, HubWords
from home.pages import StandardPage

pytestmark = pytest.mark.django_db


def group(title, *links):
    return {"type": "group", "value": {"title": title, "links": list(links)}}


def link(title, page=None, url=""):
    return {"title": title, "page": page, "url": url}


@pytest.fixture
def settings_row(homes):
    return HubSettings.objects.get()


def write(*groups, language="el"):
    words = HubWords.objects.get(language=language)
    words.footer = json.dumps(groups)
    words.save()


def read(homes, language="el"):
    return hub(homes["el"].get_site().pk, language)


def test_groups_keep_their_order_and_leave_out_what_is_not_live(homes):
    pages = [
        homes["el"].add_child(instance=StandardPage(title=name, slug=name, live=live))
        for name, live in (("a", True), ("b", False))
    ]
    write(
        group("Βοήθεια", link("Α", pages[0].pk), link("Β", pages[1].pk)),
        group("Άδεια", link("Β", pages[1].pk)),
        group("Πόλη", link("Ο δήμος", url="https://city.example/")),
    )
    shown = read(homes).footer
    assert [each.title for each in shown] == ["Βοήθεια", "Πόλη"]
    assert [each.url for each in shown[0].links] == ["/a/"]
    assert isinstance(shown[1], LinkGroup)


@pytest.mark.parametrize(("language", "address"), [("el", "/open-data/"), ("en", "/en/open-data/")])
def test_address_of_this_site_leads_to_the_language_of_the_reader(homes, language, address):
    write(group("Δεδομένα", link("Ανοιχτά δεδομένα", url="/open-data/")), language=language)
    assert read(homes, language).footer[0].links[0].url == address


@pytest.mark.parametrize("url", ["", "open-data", "//elsewhere.example/", "javascript:alert(1)"], ids=str)
def test_link_without_a_good_address_is_refused(homes, url):
    block = HubWords._meta.get_field("footer").stream_block
    with pytest.raises(StreamBlockValidationError):
        block.clean(block.to_python([group("Α", link("Β", url=url))]))


def test_fourth_group_is_refused(homes):
    block = HubWords._meta.get_field("footer").stream_block
    with pytest.raises(StreamBlockValidationError):
        block.clean(block.to_python([group("Α", link("Β", url="/open-data/"))] * 4))


def test_fault_is_told_on_its_page_else_by_mail_else_by_phone(homes, settings_row):
    assert read(homes).fault_url == "tel:+302100000000"
    settings_row.email = "hub@city.example"
    settings_row.save()
    assert read(homes).fault_url == "mailto:hub@city.example"
    words = HubWords.objects.get(language="el")
    words.fault_page = homes["el"].add_child(instance=StandardPage(title="Επικοινωνία", slug="epikoinonia"))
    words.save()
    assert read(homes).fault_url == "/epikoinonia/"


def test_every_page_ends_with_languages_fault_and_licence(client, homes):
    page = client.get("/").content.decode()
    foot = page[page.index('<footer class="site-foot"') :]
    for words in ('hreflang="en"', "Βλάβη ή λάθος; Πείτε μας", 'rel="license">CC BY 4.0</a>', "+302100000000"):
        assert words in foot


def test_language_without_links_of_its_own_borrows_those_of_the_nearest(homes, settings_row):
    HubWords.objects.create(hub=settings_row, language="uk", name="Соціальний центр", city="Місто")
    write(group("Help", link("City", url="https://city.example/")), language="en")
    shown = read(homes, "uk")
    assert shown.name == "Соціальний центр"
    assert [(each.title, each.language, each.links[0].language) for each in shown.footer] == [("Help", "en", "en")]
