"""A hub of another city: it answers before anything is in it, and begins by one command."""

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from wagtail.models import Locale, Page, Site

from core.hub import hub
from core.taxonomy import Community, Need
from home.pages import HomePage

READERS = ("/", "/search/?q=food", "/open-data/", "/api/hsds/", "/api/hsds/services", "/sitemap.xml", "/robots.txt")


def begin(**options):
    call_command("begin_hub", "Κοινωνικός Κόμβος Δοκιμής", "Δοκιμή", verbosity=0, **options)


@pytest.mark.parametrize("address", READERS)
def test_hub_answers_before_it_has_begun(db, client, address):
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", READERS)
def test_hub_answers_when_it_has_begun(db, client, address):
    begin()
    assert client.get(address).status_code == 200


def test_hub_begins_with_its_name_and_languages_and_without_a_city_of_the_demo(db, client):
    begin(host="hub.example.org", terms=True)
    site = Site.objects.get()
    assert (site.hostname, site.port, site.root_url) == ("hub.example.org", 443, "https://hub.example.org")
    assert hub(site.pk, "el").city == "Δοκιμή"
    assert set(Locale.objects.values_list("language_code", flat=True)) == {code for code, _name in settings.LANGUAGES}
    assert [page.title for page in Page.objects.filter(depth__lte=2)] == ["Σελίδες", "Κοινωνικός Κόμβος Δοκιμής"]
    assert (Need.objects.count(), Community.objects.count()) == (15, 0)
    assert "Πειραι" not in client.get("/").content.decode()


def test_hub_begins_once(homes):
    with pytest.raises(CommandError, match="has begun already"):
        begin()
    assert HomePage.objects.count() == len(homes)


def test_hub_with_too_long_a_name_does_not_begin(db):
    with pytest.raises(CommandError, match="60"):
        call_command("begin_hub", "Κ" * 61, "Δοκιμή")
    assert not HomePage.objects.exists()
