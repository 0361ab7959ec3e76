"""What the studies app adds to the mechanisms of the project."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext, gettext_lazy
from wagtail import hooks

from core.hooks import DemoLoader, DocumentPlace, HomePanel
from core.readable import url_of
from search.documents import SearchSource
from studies.demo.example import load_example
from studies.demo.facts import load_statistics, load_studies
from studies.indexing import indicator_source, study_source
from studies.models import StudyPage
from studies.selectors.library import newest_studies
from studies.selectors.statistics import key_figures


@hooks.register("hub_demo")
def demo_statistics() -> DemoLoader:
    return DemoLoader("indicators", 40, load_statistics)


@hooks.register("hub_demo")
def demo_studies() -> DemoLoader:
    return DemoLoader("studies", 41, load_studies)


@hooks.register("hub_demo")
def demo_example() -> DemoLoader:
    return DemoLoader("example document", 42, load_example)


@hooks.register("hub_search_sources")
def search_studies() -> SearchSource:
    return study_source()


@hooks.register("hub_search_sources")
def search_indicators() -> SearchSource:
    return indicator_source()


@hooks.register("hub_document_places")
def documents_of_studies() -> DocumentPlace:
    return DocumentPlace("studies", lambda document: StudyPage.objects.filter(study__document=document))


@hooks.register("hub_home_panels")
def figures_panel() -> HomePanel:
    return HomePanel("figures", 80, gettext_lazy("The city in figures"), "studies/home_figures.html", figures)


@hooks.register("hub_home_panels")
def studies_panel() -> HomePanel:
    return HomePanel("studies", 100, gettext_lazy("New studies"), "studies/home_studies.html", studies)


def figures(language: str, now: datetime) -> Mapping[str, Any] | None:
    """Key figures for the home page."""
    stats = key_figures(language)
    if not stats:
        return None
    return {
        "stats": stats,
        "more_url": url_of("studies.IndicatorIndexPage", language),
        "more_text": gettext("All figures"),
    }


def studies(language: str, now: datetime) -> Mapping[str, Any] | None:
    """The newest studies for the home page."""
    cards = newest_studies(language, count=3)
    if not cards:
        return None
    return {
        "cards": cards,
        "more_url": url_of("studies.StudyIndexPage", language),
        "more_text": gettext("All studies"),
    }
