"""The hub's own facts and words, its homes and its menu, read once per process and language."""

from dataclasses import dataclass

from django.conf import settings
from wagtail.models import Page, Site

from core.settings_models import HubSettings
from core.snapshot import snapshot
from core.words import words_of


@dataclass(frozen=True, slots=True)
class Link:
    """A link as templates show it; `language` is set when its words are not in the page's language."""

    title: str
    url: str
    language: str = ""
    current: bool = False


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
    content_licence: str = ""
    time_zone: str = settings.TIME_ZONE
    short_numbers: tuple[str, ...] = ()
    footer: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Home:
    """The home page of one language."""

    language: str
    pk: int
    url: str
    tree_path: str  # as stored by Wagtail, the beginning of every page below it


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
        content_licence=found.content_licence,
        time_zone=found.time_zone,
        short_numbers=found.short_number_list(),
        footer=_footer(words) if words else (),
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
        Home(code, page.pk, page.get_url() or "/", page.url_path)
        for code, _ in settings.LANGUAGES
        if (page := pages.get(code))
    )


@snapshot("core.menu", tags={"site"})
def menu(home_pk: int) -> tuple[Link, ...]:
    """Sections of the menu: live children of a home page that editors put there, in the order of the tree."""
    children = Page.objects.filter(pk=home_pk).first()
    if children is None:
        return ()
    return tuple(Link(page.title, page.get_url() or "") for page in children.get_children().live().in_menu())


def _footer(words: object) -> tuple[Link, ...]:
    links = (block.value for block in words.footer)
    return tuple(
        Link(link["title"], link["page"].get_url() if link["page"] else link["url"])
        for link in links
        if link["url"] or (link["page"] and link["page"].live)
    )
