"""What the home page shows: doors by need, and the parts that apps contribute, in the editors' order."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from core.hooks import HomePanel, registered
from core.snapshot import snapshot
from home.models.parts import HomePanelSetting
from home.selectors.doors import Door, doors, home_links

log = logging.getLogger(__name__)

# Needs, search and what is open stand first whatever editors do.
FIXED_BELOW = 30


@dataclass(frozen=True, slots=True)
class Part:
    """A contributed part, rendered: `html` is the matter below the heading."""

    name: str
    title: str
    html: SafeString
    more_url: str = ""
    more_text: str = ""
    intro: str = ""


@dataclass(frozen=True, slots=True)
class Front:
    """The home page of one language at one moment."""

    danger_url: str
    directory_url: str
    finder_url: str
    needs: tuple[Door, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What editors decided about one part; `place` is its place among those they named."""

    place: int
    shown: bool
    heading: str
    count: int | None


def front(home_pk: int, language: str, now: datetime) -> Front:
    """The whole home page; a part that fails is left out and logged, never the page."""
    links = home_links(home_pk)
    return Front(
        danger_url=links.danger,
        directory_url=links.directory,
        finder_url=links.finder,
        needs=doors(links, language),
        parts=tuple(_parts(home_pk, language, now)),
    )


@snapshot("home.wishes", tags={"site"})
def wishes(home_pk: int) -> Mapping[str, Wish]:
    """The editors' decisions by name of the part."""
    rows = HomePanelSetting.objects.filter(page_id=home_pk)
    return {row.panel: Wish(place, row.shown, row.heading, row.count) for place, row in enumerate(rows)}


def _parts(home_pk: int, language: str, now: datetime) -> list[Part]:
    decided = wishes(home_pk)
    panels = [panel for panel in _in_order(decided) if panel.name not in decided or decided[panel.name].shown]
    read = (_part(panel, decided.get(panel.name), language, now) for panel in panels)
    return [part for part in read if part is not None]


def _in_order(decided: Mapping[str, Wish]) -> list[HomePanel]:
    def place(panel: HomePanel) -> tuple[int, int]:
        if panel.order < FIXED_BELOW:
            return (0, panel.order)
        wish = decided.get(panel.name)
        return (1, wish.place) if wish else (2, panel.order)

    return sorted(registered("hub_home_panels"), key=place)


def _part(panel: HomePanel, wish: Wish | None, language: str, now: datetime) -> Part | None:
    try:
        shown = panel.selector(language, now)
        if shown is None:
            return None
        shown = _cut(shown, wish.count if wish else None)
        html = render_to_string(panel.template, {**shown, "title": panel.title})
    except Exception:  # the page falls for no app; the log says which
        log.exception("Part %s of the home page failed and was left out.", panel.name)
        return None
    return Part(
        name=panel.name,
        title=(wish and wish.heading) or str(panel.title),
        html=html,
        more_url=str(shown.get("more_url", "")),
        more_text=str(shown.get("more_text", "")),
        intro=str(shown.get("intro", "")),
    )


def _cut(shown: Mapping[str, Any], count: int | None) -> Mapping[str, Any]:
    """At most `count` cards; what is not a list of cards has its own length."""
    if count is None or "cards" not in shown:
        return shown
    return {**shown, "cards": list(shown["cards"])[:count]}
