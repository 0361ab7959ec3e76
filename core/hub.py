"""The hub's own facts and words, its homes and its menu, read once per process and language."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import translate_url
from django.utils import translation
from django.utils.encoding import iri_to_uri
from wagtail.models import Page, Site

from core.languages import codes
from core.settings_models import HubSettings, HubWords
from core.snapshot import snapshot
from core.words import in_language as in_language_of
from core.words import words_of


@dataclass(frozen=True, slots=True)
class Link:
    """A link as templates show it; `language` is set when its words are not in the page's language."""

    title: str
    url: str
    language: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links of the footer under one heading; `language` is set when its words are not in the page's language."""

    title: str
    links: tuple[Link, ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class Hub:
    """What the hub says of itself in one language. Phones are E.164 or short numbers."""

    name: str = ""
    city: str = ""
    claim: str = ""
    operator: str = ""
    address: str = ""
    phone: str = ""
    phone_note: str = ""
    email: str = ""
    emergency_number: str = "112"
    data_notice: str = ""
    exit_url: str = ""
    history_url: str = ""  # how one deletes what the browser remembers
    content_licence: str = ""
    licence_url: str = ""
    time_zone: str = settings.TIME_ZONE
    short_numbers: tuple[str, ...] = ()
    footer: tuple[LinkGroup, ...] = ()
    fault_url: str = ""  # where a reader tells that something is broken or wrong


@dataclass(frozen=True, slots=True)
class Home:
    """The home page of one language."""

    language: str
    pk: int
    url: str
    tree_path: str  # as stored by Wagtail, the beginning of every page below it

    def address(self, url_path: str) -> str:
        """The address of a page below it, from the path that Wagtail stores: no page need be read."""
        return iri_to_uri(self.url + url_path.removeprefix(self.tree_path))


@snapshot("core.hub", tags={"settings", "site"})
def hub(site_id: int, language: str) -> Hub:
    """Settings and words of a site; a hub without settings is empty but whole."""
    found = HubSettings.objects.filter(site_id=site_id).prefetch_related("words").first()
    if found is None:
        return Hub()
    words = words_of(found, language)
    return Hub(
        name=words.name if words else "",
        city=words.city if words else "",
        claim=words.claim if words else "",
        operator=words.operator if words else "",
        address=words.address if words else "",
        phone=found.phone,
        phone_note=words.phone_note if words else "",
        email=found.email,
        emergency_number=found.emergency_number,
        data_notice=words.data_notice if words else "",
        exit_url=found.exit_url,
        history_url=_live_url(words.history_page if words else None),
        content_licence=found.content_licence,
        licence_url=found.licence_url,
        time_zone=found.time_zone,
        short_numbers=found.short_number_list(),
        footer=_footer(found, language),
        fault_url=_fault_url(found, words),
    )


@snapshot("core.homes", tags={"site"})
def homes(site_id: int) -> tuple[Home, ...]:
    """Live home pages of a site in the order of settings.LANGUAGES."""
    site = Site.objects.select_related("root_page").get(pk=site_id)
    pages = {
        page.locale.language_code: page
        for page in Page.objects.filter(translation_key=site.root_page.translation_key, live=True)
        .exclude(alias_of__isnull=False)
        .select_related("locale")
    }
    return tuple(
        Home(code, page.pk, page.get_url() or "/", page.url_path) for code in codes() if (page := pages.get(code))
    )


@snapshot("core.menu", tags={"site"})
def menu(home_pk: int) -> tuple[Link, ...]:
    """Sections of the menu: live children of a home page that editors put there, in the order of the tree."""
    children = Page.objects.filter(pk=home_pk).first()
    if children is None:
        return ()
    return tuple(Link(page.title, page.get_url() or "") for page in children.get_children().live().in_menu())


def in_language(address: str, language: str) -> str:
    """An address of this site without a prefix as it is in a language; any other stays as it is."""
    with translation.override(settings.LANGUAGE_CODE):
        return translate_url(address, language) if address.startswith("/") else address


def _footer(found: HubSettings, language: str) -> tuple[LinkGroup, ...]:
    """The groups of the nearest language that has any: words alone do not take a reader's links away."""
    with_links = [words for words in found.words.all() if words.footer]
    nearest = in_language_of(with_links, language)
    if nearest is None:
        return ()
    groups = (block.value for block in nearest.footer)
    lent = nearest.language if nearest.language != language else ""
    shown = (LinkGroup(group["title"], tuple(_live(group["links"], nearest.language, lent)), lent) for group in groups)
    return tuple(group for group in shown if group.links)


def _live(links: Iterable[Mapping[str, Any]], language: str, lent: str) -> Iterator[Link]:
    for link in links:
        page = link["page"]
        if page and page.live:
            yield Link(link["title"], page.get_url() or "", lent)
        elif link["url"] and not page:
            yield Link(link["title"], in_language(link["url"], language), lent)


def _fault_url(found: HubSettings, words: HubWords | None) -> str:
    own = _live_url(words.fault_page if words else None)
    if own:
        return own
    if found.email:
        return f"mailto:{found.email}"
    return f"tel:{found.phone}" if found.phone else ""


def _live_url(page: Page | None) -> str:
    return (page.get_url() or "") if page and page.live else ""
