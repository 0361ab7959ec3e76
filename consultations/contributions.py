"""What the consultations app adds to the mechanisms of the project."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext, gettext_lazy
from wagtail import hooks

from consultations.demo import load_consultations
from consultations.indexing import consultation_source
from consultations.selectors import open_cards
from core.hooks import DemoLoader, HomePanel
from core.readable import url_of
from search.documents import SearchSource


@hooks.register("hub_demo")
def demo() -> DemoLoader:
    return DemoLoader("consultations", 70, load_consultations)


@hooks.register("hub_search_sources")
def search_consultations() -> SearchSource:
    return consultation_source()


@hooks.register("hub_home_panels")
def panel() -> HomePanel:
    title = gettext_lazy("Say what you think")
    return HomePanel("consultations", 65, title, "consultations/home_consultations.html", open_consultations)


def open_consultations(language: str, now: datetime) -> Mapping[str, Any] | None:
    """Open consultations for the home page."""
    cards = open_cards(now, language, count=2)
    if not cards:
        return None
    return {
        "cards": cards,
        "more_url": url_of("consultations.ConsultationIndexPage", language),
        "more_text": gettext("All consultations"),
    }
