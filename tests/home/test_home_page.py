"""The home page stands whatever one of its parts does."""

import logging
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail import hooks

from core.hooks import HomePanel
from core.snapshot import clear_snapshots
from home.models.parts import HomePanelSetting
from tests.factories import home as make

pytestmark = pytest.mark.django_db


def panel(name: str, order: int, cards: int = 2, *, fails: bool = False) -> HomePanel:
    def selector(language, now):
        if fails:
            raise RuntimeError("broken on purpose")
        return {"cards": [{"title": f"{name} {place}", "url": "/"} for place in range(cards)]} if cards else None

    return HomePanel(name, order, f"Title of {name}", "components/entries.html", selector)


@pytest.fixture
def panels(monkeypatch):
    """Lets a test say which parts there are."""

    def register(*wanted):
        monkeypatch.setitem(hooks._hooks, "hub_home_panels", [((lambda each=each: each), 0) for each in wanted])
        clear_snapshots()

    return register


def titles(client, address="/"):
    page = client.get(address)
    assert page.status_code == 200
    return [part.title for part in page.context["front"].parts]


def test_home_page_shows_parts_in_their_order(client, homes, panels):
    panels(panel("news", 50), panel("open", 20))
    assert titles(client) == ["Title of open", "Title of news"]


def test_home_page_leaves_out_an_empty_part(client, homes, panels):
    panels(panel("news", 50, cards=0), panel("open", 20))
    assert titles(client) == ["Title of open"]


@pytest.mark.parametrize("broken", ["open", "news", "studies"])
def test_home_page_stands_when_one_part_is_broken(client, homes, panels, caplog, broken):
    names = ["open", "news", "studies"]
    panels(*(panel(name, 20 + place * 10, fails=name == broken) for place, name in enumerate(names)))
    with caplog.at_level(logging.ERROR):
        assert titles(client) == [f"Title of {name}" for name in names if name != broken]
    assert f"Part {broken} of the home page failed" in caplog.text


def test_home_page_stands_when_a_template_of_a_part_is_broken(client, homes, panels):
    panels(HomePanel("odd", 50, "Odd", "no/such/template.html", lambda language, now: {}), panel("open", 20))
    assert titles(client) == ["Title of open"]


def test_editors_hide_rename_and_move_parts(client, home, panels):
    panels(panel("open", 20), panel("news", 50), panel("studies", 100), panel("figures", 80))
    HomePanelSetting.objects.create(page=home, sort_order=0, panel="studies", heading="Τι διαβάζουμε", count=1)
    HomePanelSetting.objects.create(page=home, sort_order=1, panel="figures", shown=False)
    page = client.get("/")
    parts = page.context["front"].parts
    assert [part.title for part in parts] == ["Title of open", "Τι διαβάζουμε", "Title of news"]
    assert "studies 0" in parts[1].html and "studies 1" not in parts[1].html


def test_editors_cannot_move_what_is_open_now(client, home, panels):
    panels(panel("open", 20), panel("news", 50))
    HomePanelSetting.objects.create(page=home, sort_order=0, panel="news")
    assert titles(client) == ["Title of open", "Title of news"]


def test_a_setting_for_a_part_that_is_gone_is_passed_over(client, home, panels):
    panels(panel("open", 20))
    HomePanelSetting.objects.create(page=home, panel="gone")
    assert titles(client) == ["Title of open"]


def test_home_page_leads_to_urgent_help_in_its_language(client, homes):
    for language, page in homes.items():
        page.danger_page = make.standard_page(page, title="Urgent", slug=f"urgent-{language}")
        page.save()
    assert b'href="/urgent-el/"' in client.get("/").content
    assert b'href="/en/urgent-en/"' in client.get("/en/").content


@pytest.mark.parametrize("cards", [1, 50])
def test_home_page_costs_the_same_for_one_and_fifty_entries(
    client, homes, panels, django_assert_max_num_queries, cards
):
    panels(panel("open", 20, cards=cards), panel("news", 50, cards=cards))
    make.alert(begins=timezone.now() - timedelta(hours=1))
    client.get("/")
    with django_assert_max_num_queries(7):
        client.get("/")
