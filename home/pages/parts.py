"""Parts of the home page that home itself gives: what projects do, and the door for organisations."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Site

from core.hub import homes
from core.snapshot import snapshot
from home.pages.project_show import project_cards
from home.pages.projects import ProjectPage
from home.selectors.doors import HomeLinks, home_links

SHOWN = 3


def projects_part(language: str, now: datetime) -> Mapping[str, Any] | None:
    """Projects that run, and the way to the strategy (one query)."""
    pages = list(ProjectPage.objects.live().filter(locale__language_code=language))
    if not pages:
        return None
    links = links_in(language)
    cards = project_cards(pages, language=language, today=timezone.localtime(now).date())[:SHOWN]
    return {
        "cards": cards,
        "strategy_url": links.strategy,
        "more_url": links.projects,
        "more_text": _("All projects"),
    }


def bodies_part(language: str, now: datetime) -> Mapping[str, Any] | None:
    """How a body joins; nothing until editors chose the page for it."""
    join = links_in(language).join
    return {"join_url": join} if join else None


@snapshot("home.links_in", tags={"site"})
def links_in(language: str) -> HomeLinks:
    """Where the home page of a language leads."""
    site = Site.objects.filter(is_default_site=True).first()
    known = homes(site.pk) if site else ()
    home = next((each for each in known if each.language == language), None)
    return home_links(home.pk) if home else HomeLinks()
