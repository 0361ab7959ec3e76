"""Pages of the directory: their addresses (empty without such a page), counts, tiles of communities."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import Count, Q, QuerySet
from wagtail.models import Page

from core.cache import collect
from core.languages import order
from core.readable import url_of
from core.snapshot import snapshot
from core.terms import sign_of, terms
from directory.models.choices import Family, Status


def page_of_code(code: str, language: str) -> Page | None:
    """The live page of the structure with a short code in a reader's language; what has ended is found too."""
    model = apps.get_model("directory.StructurePage")
    found = model.objects.live().filter(structure__code=code).select_related("locale")
    pages = {page.locale.language_code: page for page in found} if code else {}
    collect("list:directory", *(f"page:{page.pk}" for page in pages.values()))
    spoken = order(language)
    return next((pages[each] for each in spoken if each in pages), None)


def live_pages(language: str) -> QuerySet:
    """Live pages of structures in a language whose structure has not ended."""
    model = apps.get_model("directory.StructurePage")
    pages = model.objects.live().filter(locale__language_code=language).exclude(structure__status=Status.ENDED)
    # Where words may be missing, a card says in which language they are.
    return pages if language == settings.LANGUAGE_CODE else pages.select_related("alias_of__locale")


def index_url(language: str) -> str:
    """Address of the list of structures."""
    return url_of("directory.DirectoryIndexPage", language)


def calendar_url(language: str) -> str:
    """Address of the calendar of the mobile units."""
    return url_of("directory.MobileCalendarPage", language)


def communities_url(language: str) -> str:
    return url_of("directory.CommunitiesPage", language)


def coverage_url(language: str) -> str:
    """Address of the coverage matrix."""
    return url_of("directory.CoveragePage", language)


def finder_url(language: str) -> str:
    return url_of("directory.FinderPage", language)


@snapshot("directory.counts", tags={"list:directory", "terms"})
def counts(language: str) -> dict[str, dict[str, int]]:
    """Live structures by need, by family and by the community in which they stand."""
    pages = live_pages(language)
    found = Count("pk", distinct=True)
    here = Q(structure__access_points__communities__isnull=False)
    return {
        "need": _by(pages, "structure__needs__slug", found),
        "family": _by(pages, "structure__family", found),
        "community": _by(pages.filter(here), "structure__access_points__communities__slug", found),
    }


def _by(pages: QuerySet, path: str, found: Count) -> dict[str, int]:
    return dict(pages.order_by().values(path).annotate(found=found).values_list(path, "found"))


@snapshot("directory.community_tiles", tags={"site", "list:directory", "terms"})
def community_pages(language: str) -> dict[int, str]:
    """Addresses of the live community pages by community."""
    model = apps.get_model("directory.CommunityPage")
    pages = model.objects.live().filter(locale__language_code=language)
    return {page.community_id: page.get_url() or "" for page in pages}


def community_tiles(language: str) -> list[dict[str, Any]]:
    """The communities as tiles: sign, rest of the name, address, how many structures stand there."""
    here, pages = counts(language)["community"], community_pages(language)
    return [
        {
            **_signed(term.name),
            "url": pages[term.pk],
            "count": here.get(term.slug, 0),
        }
        for term in terms("community", language)
        if term.pk in pages
    ]


def _signed(name: str) -> dict[str, str]:
    """A name apart from the word that is its sign."""
    sign = sign_of(name)
    return {"short": sign, "title": " ".join(word for word in name.split() if word != sign)}


def family_rows(language: str) -> list[dict[str, Any]]:
    """The four families with their counts and lists."""
    found, index = counts(language)["family"], index_url(language)
    return [
        {"title": family.label, "count": found.get(family, 0), "url": f"{index}?family={family}"} for family in Family
    ]
