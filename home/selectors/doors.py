"""The doors of the home page: what a person needs now, and where the fixed links lead."""

from dataclasses import dataclass

from django.apps import apps
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override
from wagtail.models import Page

from core.snapshot import snapshot
from core.terms import Term, terms
from directory.selectors.pages import counts


@dataclass(frozen=True, slots=True)
class Door:
    """A need as a tile; `language` is that of its words when it is not the page's."""

    title: str
    url: str
    icon: str
    language: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class HomeLinks:
    """Addresses the home page leads to; empty where there is no such page."""

    danger: str = ""
    join: str = ""
    directory: str = ""
    finder: str = ""
    projects: str = ""
    strategy: str = ""


# Page types by which a link finds its page: one of each stands below a home page.
SECTIONS = {
    "directory": ("directory", "directoryindexpage"),
    "finder": ("directory", "finderpage"),
    "projects": ("home", "projectindexpage"),
    "strategy": ("home", "strategypage"),
}


@snapshot("home.links", tags={"site"})
def home_links(home_pk: int) -> HomeLinks:
    """Where the home page leads, in its own language."""
    home = apps.get_model("home.HomePage").objects.filter(pk=home_pk).first()
    if home is None:  # a hub that has not begun: the site leads to Wagtail's welcome page
        return HomeLinks()
    children = {
        (child.content_type.app_label, child.content_type.model): child.get_url() or ""
        for child in home.get_children().live().select_related("content_type")
    }
    chosen = {name: page.get_url() or "" for name, page in _chosen(home) if page is not None and page.live}
    return HomeLinks(**{name: children.get(kind, "") for name, kind in SECTIONS.items()}, **chosen)


def _chosen(home: Page) -> list[tuple[str, Page | None]]:
    return [("danger", home.danger_page), ("join", home.join_page)]


def doors(links: HomeLinks, language: str) -> tuple[Door, ...]:
    """The needs editors made tiles, in their order, and the door to everything else; none without a directory."""
    if not links.directory:
        return ()
    tiles = sorted(
        (term for term in terms("need", language) if term.finder_answer),
        key=lambda term: term.finder_answer or 0,
    )
    found = counts(language)["need"]
    needs = tuple(
        Door(
            title=term.name,
            url=need_url(links, term),
            icon=term.icon,
            language=term.language,
            text=_structures(found.get(term.slug, 0), language),
        )
        for term in tiles
    )
    with override(language):
        other = Door(title=_("Something else"), url=links.directory, icon="other", text=_("All structures"))
    return (*needs, other)


def need_url(links: HomeLinks, term: Term) -> str:
    """Where a need leads: what is sensitive to the page for urgent help, the others to the list of structures."""
    return links.danger if term.sensitive and links.danger else f"{links.directory}?need={term.slug}"


def _structures(count: int, language: str) -> str:
    with override(language):
        return ngettext("%(n)s structure", "%(n)s structures", count) % {"n": count} if count else ""
