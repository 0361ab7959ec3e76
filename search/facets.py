"""The facets of the page of results, with their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.listing import Facet, Option, term_facet
from search.cards import KINDS
from search.filters import CITY, NOW
from search.sources import sources

YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
NAMES = ("type", "need", "open", "community", "channel", "group", "language", "year")


def facets(language: str, years: Iterable[str]) -> tuple[Facet, ...]:
    """Every facet in the reader's language; of years only those named, since nobody lists them all."""
    kinds = tuple(Option(kind, names[1]) for kind, names in KINDS.items())
    channels = {code: label for source in sources() for code, label in source.channels}
    places = term_facet("community", _("Where"), "community", language=language)
    city = Option(CITY, pgettext_lazy("area that is served", "Whole city"))
    known = sorted({year for year in years if YEAR.fullmatch(year)}, reverse=True)
    return (
        Facet("type", _("Kind"), kinds, open=True),
        term_facet("need", _("What you need"), "need", language=language),
        Facet("open", _("When"), (Option(NOW, _("Open now")),)),
        Facet("community", places.label, (*places.options, city)),
        Facet("channel", _("How"), tuple(Option(code, label) for code, label in channels.items())),
        term_facet("group", _("For whom"), "group", language=language),
        term_facet("language", _("Language"), "language", language=language),
        Facet("year", _("Year"), tuple(Option(year, year) for year in known)),
    )


def kind_name(kind: str) -> Any:
    """One thing of a kind, as suggestions name it."""
    return KINDS[kind][0] if kind in KINDS else _("What you need")


def with_years(
    known: tuple[Facet, ...], counts: Mapping[tuple[str, str], int], chosen: Iterable[str]
) -> tuple[Facet, ...]:
    """The same facets with the years that were found."""
    years = {value for facet, value in counts if facet == "year"} | set(chosen)
    options = tuple(Option(year, year) for year in sorted(years, reverse=True))
    return (*known[:-1], Facet("year", _("Year"), options))
