"""What stands around a text: its contents, its children, what belongs to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from core.cache import collect
from core.hub import Link
from core.templatetags.hub import anchor

# Fewer headings than this need no list of contents.
CONTENTS_FROM = 3


@dataclass(frozen=True, slots=True)
class PageCard:
    """A page as a card of a list."""

    title: str
    url: str
    text: str = ""


def contents(body: Any) -> tuple[Link, ...]:
    """Links to the headings of a body, when there are enough of them."""
    headings = [block.value["text"] for block in body if block.block_type == "heading"]
    if len(headings) < CONTENTS_FROM:
        return ()
    return tuple(Link(heading, f"#{anchor(heading)}") for heading in headings)


def below(children: Iterable[Page]) -> tuple[PageCard, ...]:
    """Live children of one kind, with their summaries."""
    return tuple(_card(page, getattr(page, "summary", "")) for page in children)


def beside(links: Iterable[Any]) -> tuple[PageCard, ...]:
    """Live pages that editors put beside a text; their names alone, for they may be of any kind."""
    return tuple(_card(link.target) for link in links if link.target.live)


def _card(page: Page, text: str = "") -> PageCard:
    collect(f"page:{page.pk}")
    return PageCard(page.title, page.get_url() or "", text)
