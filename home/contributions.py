"""What home adds to the mechanisms of the project."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from core.hooks import Band, ChipSource, DemoLoader, HelpLink, HomePanel, LegalLink, Role, Strip
from home.demo.pages import load_footer, load_pages
from home.demo.projects import load_projects
from home.demo.strategy import load_strategy
from home.demo.tree import load_home
from home.indexing import legal_pages, project_pages, standard_pages, strategy_pages
from home.pages.parts import bodies_part, projects_part
from home.roles import roles
from home.selectors.bands import bands_on
from home.selectors.chips import money_and_dates, newest_figures, own_phones, phones
from home.selectors.legal import legal_links
from home.selectors.strips import strips
from home.selectors.ways import search_help
from search.documents import SearchSource


@hooks.register("hub_demo")
def demo_tree() -> DemoLoader:
    return DemoLoader("home", 20, load_home)


@hooks.register("hub_demo")
def demo_pages() -> DemoLoader:
    return DemoLoader("pages", 75, load_pages)


@hooks.register("hub_demo")
def demo_footer() -> DemoLoader:
    return DemoLoader("footer", 90, load_footer)


@hooks.register("hub_demo")
def demo_projects() -> DemoLoader:
    return DemoLoader("projects", 80, load_projects)


@hooks.register("hub_demo")
def demo_strategy() -> DemoLoader:
    return DemoLoader("strategy", 81, load_strategy)


@hooks.register("hub_alerts")
def alerts(page: Any, language: str, now: datetime) -> list[Strip]:
    return strips(page, language, now)


@hooks.register("hub_publicity")
def publicity(page: Any, language: str) -> list[Band]:
    return bands_on(page, language)


@hooks.register("hub_chips")
def chips_of_phones() -> ChipSource:
    return ChipSource("phone", _("Phone of a structure"), phones)


@hooks.register("hub_chips")
def chips_of_the_hub() -> ChipSource:
    return ChipSource("hub", _("The hub"), own_phones)


@hooks.register("hub_chips")
def chips_of_projects() -> ChipSource:
    return ChipSource("project", _("Amount or date of a project"), money_and_dates)


@hooks.register("hub_chips")
def chips_of_figures() -> ChipSource:
    return ChipSource("figure", _("Figure of an indicator"), newest_figures)


@hooks.register("hub_roles")
def who_may_do_what() -> list[Role]:
    return list(roles())


@hooks.register("hub_legal")
def legal(language: str) -> tuple[LegalLink, ...]:
    return legal_links(language)


@hooks.register("hub_search_sources")
def search_pages() -> SearchSource:
    return standard_pages()


@hooks.register("hub_search_sources")
def search_legal() -> SearchSource:
    return legal_pages()


@hooks.register("hub_search_sources")
def search_projects() -> SearchSource:
    return project_pages()


@hooks.register("hub_search_sources")
def search_strategy() -> SearchSource:
    return strategy_pages()


@hooks.register("hub_search_help")
def ways_on(language: str) -> list[HelpLink]:
    return list(search_help(language))


@hooks.register("hub_home_panels")
def bodies() -> HomePanel:
    return HomePanel("bodies", 110, _("Are you an organisation?"), "home/parts/bodies.html", bodies_part)


@hooks.register("hub_home_panels")
def projects() -> HomePanel:
    return HomePanel("projects", 120, _("Projects and strategy"), "home/parts/projects.html", projects_part)
