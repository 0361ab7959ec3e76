"""What stands around every page: name, menu, languages, strips, footer and the head's data.

One query for a page (its ancestors and their translations); the rest comes from snapshots and hooks.
"""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.cache import collect
from core.hooks import Band, Feed, LegalLink, asked, registered
from core.hub import Hub, Link, LinkGroup, homes, hub, in_language, menu
from core.languages import direction
from core.routing import site_of
from core.strips import Strips, strips_of
from core.translations import alternate_links, around, language_links

MENU_SIZE = 5


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything base.html needs; values only."""

    language: str
    direction: str = "ltr"
    hub: Hub = field(default_factory=Hub)
    menu: tuple[Link, ...] = ()
    more: tuple[Link, ...] = ()
    languages: tuple[Link, ...] = ()
    strips: Strips = field(default_factory=Strips)
    publicity: tuple[Band, ...] = ()
    legal: tuple[LegalLink, ...] = ()
    feeds: tuple[Link, ...] = ()
    home_url: str = "/"
    search_url: str = ""
    opensearch_url: str = ""
    crumbs: tuple[Link, ...] = ()
    title: str = ""
    description: str = ""
    canonical: str = ""
    alternates: tuple[Link, ...] = ()
    jsonld: tuple[str, ...] = ()  # escaped for its element by base.html
    noindex: bool = False
    is_home: bool = False
    sensitive: bool = False

    # Short names for what templates ask for most.
    @property
    def name(self) -> str:
        return self.hub.name

    @property
    def claim(self) -> str:
        return self.hub.claim

    @property
    def phone(self) -> str:
        return self.hub.phone

    @property
    def phone_note(self) -> str:
        return self.hub.phone_note

    @property
    def footer(self) -> tuple[LinkGroup, ...]:
        return self.hub.footer

    @property
    def first_bands(self) -> tuple[Band, ...]:
        """Who pays, to be seen without scrolling."""
        return tuple(band for band in self.publicity if band.first_view)

    @property
    def last_bands(self) -> tuple[Band, ...]:
        """Who pays, at the end of the page."""
        return tuple(band for band in self.publicity if not band.first_view)

    @property
    def suggest_url(self) -> str:
        return f"{self.search_url}suggest/" if self.search_url else ""

    @property
    def exit_url(self) -> str:
        return self.hub.exit_url

    @property
    def history_url(self) -> str:
        return self.hub.history_url


def bare_frame(language: str, *, title: str = "") -> Frame:
    """A frame without a database, for error pages when nothing else works."""
    return Frame(language=language, direction=direction(language), title=title, noindex=True)


def frame(request: HttpRequest, page: Page | None, *, language: str, now: datetime, title: str = "") -> Frame:
    """The frame of a page, or of a view without one (`page` None, `title` then names it)."""
    collect("site")
    site = site_of(request)
    if site is None:
        return bare_frame(language, title=title)
    known = homes(site.pk)
    home = next((each for each in known if each.language == language), known[0] if known else None)
    own = hub(site.pk, language)
    is_sensitive = bool(page and getattr(page, "is_sensitive", False))
    sections = _marked(menu(home.pk), request.path) if home else ()
    is_home = bool(page and home and page.pk in {each.pk for each in known})
    here = around(page)
    crumbs = tuple(
        Link(_("Home") if place == 0 else each.title, each.get_url(request) or "")
        for place, each in enumerate(here.ancestors)
    )
    absolute = f"{request.scheme}://{request.get_host()}"
    return Frame(
        language=language,
        direction=direction(language),
        hub=own,
        menu=sections[:MENU_SIZE],
        more=sections[MENU_SIZE:],
        languages=tuple(language_links(request, here, language=language, known=known)),
        strips=strips_of(page, language, now, staff=_is_staff(request)),
        publicity=tuple(asked("hub_publicity", page, language)),
        legal=tuple(asked("hub_legal", language)),
        feeds=_feeds(language),
        home_url=home.url if home else "/",
        search_url=in_language("/search/", language),
        opensearch_url=in_language("/opensearch.xml", language),
        crumbs=crumbs,
        title=_title(page, own, title, is_home=is_home),
        description=_description(page),
        canonical=_canonical(request, page, absolute),
        alternates=alternate_links(request, here, absolute),
        jsonld=tuple(
            json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in _jsonld(page, crumbs, absolute)
        ),
        noindex=page is None or bool(set(request.GET) - {"page"}),
        is_home=is_home,
        sensitive=is_sensitive,
    )


def _is_staff(request: HttpRequest) -> bool:
    """Whether a signed-in person may enter the admin. Without a session's cookie nobody is asked: pages stay alike."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not hasattr(request, "user"):
        return False
    return bool(request.user.has_perm("wagtailadmin.access_admin"))


def _title(page: Page | None, own: Hub, title: str, *, is_home: bool) -> str:
    """The page's own title; base.html puts the hub's name behind it, except on the home page."""
    if page is None:
        return title or own.name
    if is_home:
        return page.seo_title or f"{own.name}: {page.title}"
    return page.seo_title or page.title


def _description(page: Page | None) -> str:
    if page is None:
        return ""
    return page.search_description or getattr(page, "summary", "")


def _canonical(request: HttpRequest, page: Page | None, absolute: str) -> str:
    if page is None:
        return ""
    number = request.GET.get("page", "")
    own = (page.alias_of or page).get_url(request) or request.path
    return f"{absolute}{own}" + (f"?page={number}" if number.isdigit() and number != "1" else "")


def _feeds(language: str) -> tuple[Link, ...]:
    feeds: list[Feed] = registered("hub_feeds")
    return tuple(Link(str(each.title), in_language(each.address, language), language) for each in feeds)


def _marked(links: tuple[Link, ...], path: str) -> tuple[Link, ...]:
    return tuple(Link(each.title, each.url, each.language, current=path.startswith(each.url)) for each in links)


def _jsonld(page: Page | None, crumbs: tuple[Link, ...], absolute: str) -> list[dict[str, Any]]:
    if page is None or not hasattr(page, "jsonld"):
        return []
    trail = [*crumbs, Link(page.title, page.get_url() or "")] if crumbs else []
    places = [
        {"@type": "ListItem", "position": place, "name": each.title, "item": absolute + each.url}
        for place, each in enumerate(trail, start=1)
    ]
    own = page.jsonld()
    if not places:
        return own
    return [*own, {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": places}]
