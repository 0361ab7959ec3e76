"""Pages of text: contents, children, what belongs to them, sources, and their place in the tree."""

import json
import re

import pytest

from core.settings_models import HubWords
from home.pages import HomePage, SectionPage, StandardPage, StandardPageLink
from tests.factories import home as make

pytestmark = pytest.mark.django_db


def body(*headings):
    blocks = [{"type": "heading", "value": {"text": heading}} for heading in headings]
    return json.dumps([*blocks, {"type": "text", "value": "<p>Words.</p>"}])


@pytest.mark.parametrize(("headings", "listed"), [(("Α", "Β"), 0), (("Α", "Β", "Γ"), 3)])
def test_page_lists_its_contents_from_three_headings_on(client, home, headings, listed):
    make.standard_page(home, body=body(*headings))
    assert len(client.get("/o-kombos/").context["contents"]) == listed


def test_contents_lead_to_the_headings(client, home):
    make.standard_page(home, body=body("Τι είναι", "Τι κάνει", "Ποιος;"))
    page = client.get("/o-kombos/")
    found = re.findall(r'<h2 id="([^"]+)"', page.content.decode())
    assert [link.url for link in page.context["contents"]] == [f"#{name}" for name in found]
    assert len(found) == 3


def test_page_shows_live_children_and_related_pages(client, home):
    page = make.standard_page(home)
    page.add_child(instance=StandardPage(title="Όραμα", slug="orama", summary="Τι θέλουμε.", locale=page.locale))
    page.add_child(instance=StandardPage(title="Σχέδιο", slug="sxedio", live=False, locale=page.locale))
    StandardPageLink.objects.create(page=page, target=make.standard_page(home, title="Βοήθεια", slug="voitheia"))
    context = client.get("/o-kombos/").context
    assert [(card.title, card.text) for card in context["children"]] == [("Όραμα", "Τι θέλουμε.")]
    assert [card.title for card in context["related"]] == ["Βοήθεια"]


def test_what_is_missing_is_never_shown_to_readers(client, home):
    make.standard_page(home, missing="Υπεύθυνος επεξεργασίας")
    assert "Υπεύθυνος επεξεργασίας" not in client.get("/o-kombos/").content.decode()


def test_page_about_violence_has_a_quick_exit(client, home):
    settings = home.get_site().hubsettings
    settings.exit_url = "https://weather.example/"
    settings.save()
    make.standard_page(home, quick_exit=True)
    assert "https://weather.example/" in client.get("/o-kombos/").content.decode()


def test_page_with_a_quick_exit_says_what_stays_behind_once_editors_have_said_it(client, home):
    page = make.standard_page(home, quick_exit=True)
    assert "traces" not in client.get("/o-kombos/").content.decode()
    words = HubWords.objects.get(language="el")
    words.history_page = make.standard_page(home, title="Πώς σβήνω το ιστορικό", slug="istoriko", quick_exit=True)
    words.save()
    words.hub.save()
    answer = client.get(page.get_url())
    assert '<a class="traces" href="/istoriko/">' in answer.content.decode()
    assert answer["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("children", [1, 50])
def test_page_costs_the_same_for_one_and_fifty_children(client, home, django_assert_max_num_queries, children):
    page = make.standard_page(home)
    for place in range(children):
        page.add_child(instance=StandardPage(title=f"Σελίδα {place}", slug=f"s-{place}", locale=page.locale))
    client.get("/o-kombos/")
    with django_assert_max_num_queries(12):
        client.get("/o-kombos/")


def test_pages_of_text_stand_below_home_section_or_each_other():
    assert StandardPage.allowed_parent_page_models() == [HomePage, SectionPage, StandardPage]
    assert StandardPage.allowed_subpage_models() == [StandardPage]
    assert SectionPage.allowed_parent_page_models() == [HomePage]


def test_section_lists_its_children(client, home):
    home.refresh_from_db()
    section = home.add_child(instance=SectionPage(title="Για φορείς", slug="foreis", locale=home.locale))
    section.add_child(instance=StandardPage(title="Ελάτε", slug="elate", summary="Πώς.", locale=home.locale))
    assert [card.text for card in client.get("/foreis/").context["children"]] == ["Πώς."]
