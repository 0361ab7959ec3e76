"""A page among its ancestors and its other languages: one query for both."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.urls import translate_url
from wagtail.models import Page

from core.hub import Home, Link


@dataclass(frozen=True, slots=True)
class Around:
    """Ancestors from the home page down; live pages by (translation key, language), the page among them."""

    page: Page | None = None
    ancestors: tuple[Page, ...] = ()
    twins: dict[tuple[UUID, str], Page] = field(default_factory=dict)


def around(page: Page | None) -> Around:
    """What stands around a page. Copies that only repeat another language count as missing.

    Those of a page whose facts speak the reader's language do not, as places to go to.
    """
    if page is None:
        return Around()
    steps = [page.path[: end * Page.steplen] for end in range(2, page.depth + 1)]
    line = Page.objects.filter(path__in=steps)
    found = (
        Page.objects.filter(Q(path__in=steps) | Q(translation_key__in=line.values("translation_key")))
        .select_related("locale")
        .order_by("depth")
    )
    return Around(
        page=page,
        ancestors=tuple(each for each in found if each.path in steps and each.pk != page.pk),
        twins={
            (each.translation_key, each.locale.language_code): each
            for each in found
            if each.live and (each.alias_of_id is None or _speaks(page, each))
        },
    )


def _speaks(page: Page, copy: Page) -> bool:
    return copy.translation_key == page.translation_key and getattr(page, "facts_speak", False)


def language_links(request: HttpRequest, here: Around, *, language: str, known: tuple[Home, ...]) -> Iterator[Link]:
    """One link per language of the site: to the same thing, or to its nearest ancestor with a notice.

    The reader's choice of filters stays.
    """
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    for home in known:
        name = settings.LANGUAGE_NAMES[home.language]
        if home.language == language:
            yield Link(name, request.get_full_path(), home.language, current=True)
        elif here.page is None:
            yield Link(name, translate_url(request.path, home.language) + query, home.language)
        elif twin := here.twins.get((here.page.translation_key, home.language)):
            yield Link(name, (twin.get_url(request) or home.url) + _part(here.page) + query, home.language)
        else:
            yield Link(name, _nearest(request, home, here) + "#not-translated", home.language)


def _part(page: Page) -> str:
    part = getattr(page, "part", "")
    return f"{part}/" if part else ""


def alternate_links(request: HttpRequest, here: Around, host: str) -> tuple[Link, ...]:
    """hreflang links between live translations, both ways, with the default language as x-default."""
    if here.page is None:
        return ()
    own = sorted(
        (
            (code, each)
            for (key, code), each in here.twins.items()
            if key == here.page.translation_key and each.alias_of_id is None
        ),
        key=lambda pair: pair[0],
    )
    links = [Link("", host + (each.get_url(request) or ""), code) for code, each in own]
    # A page alone has no other language, and a copy is no translation.
    if len(links) < 2 or here.page.alias_of_id:
        return ()
    default = [Link("", each.url, "x-default") for each in links if each.language == settings.LANGUAGE_CODE]
    return (*links, *default)


def _nearest(request: HttpRequest, home: Home, here: Around) -> str:
    for ancestor in reversed(here.ancestors):
        twin = here.twins.get((ancestor.translation_key, home.language))
        if twin:
            return twin.get_url(request) or home.url
    return home.url
