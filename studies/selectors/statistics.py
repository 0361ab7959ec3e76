"""What pages, the home page and downloads read of statistics."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db.models import Prefetch, QuerySet
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.cache import collect
from core.formats import partial_date
from core.hub import Link
from core.readable import readable
from core.snapshot import snapshot
from core.terms import terms
from core.words import words_of
from studies import sentences
from studies.drawing import Section, sections, spark
from studies.models.indicator import Area, Breakdown, Indicator, Observation
from studies.periods import label, parse
from studies.selectors.shapes import SourceLine
from studies.series import Figures, Part, Place, Series, Value, in_order

MOST_ROWS = 120
LONG_TABLE = 12
CSV_COLUMNS = (
    "indicator", "name", "area_code", "area", "period", "breakdown_code", "breakdown",
    "value", "unit", "precision", "source", "source_url",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stat:
    """A figure with its sentence, as the `stat` component takes it."""

    value: str
    text: str
    url: str
    link_text: str
    spark: SafeString


@dataclass(frozen=True, slots=True)
class Topic:
    """Indicators of one topic."""

    anchor: str
    name: str
    stats: tuple[Stat, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """All values, newest first, as the `table` component takes them."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left_out: int

    @property
    def is_long(self) -> bool:
        return len(self.rows) > LONG_TABLE


@dataclass(frozen=True, slots=True)
class IndicatorDetail:
    """Everything an indicator's page shows; no query is left in it. `headline` is None without values."""

    name: str
    language: str
    topic: str
    headline: sentences.Headline | None
    sections: tuple[Section, ...]
    table: Table
    definition: str
    note: str
    better: str
    sources: tuple[SourceLine, ...]
    periods: tuple[str, str]  # first and last, in ISO form
    places: tuple[str, ...]


def with_figures(pages: QuerySet) -> QuerySet:
    """Indicator pages with all that `figures()` reads, in three queries."""
    values = Prefetch("indicator__observations", Observation.objects.order_by("pk"))
    return pages.select_related("indicator", "locale").prefetch_related("indicator__words", values)


def figures(indicator: Indicator, language: str) -> Figures | None:
    """An indicator's values with names in a language; None while it has no value."""
    collect(f"indicator:{indicator.pk}")
    places = {place.pk: place for place in _places(language)}
    parts = {part.pk: part for part in _parts(language)}
    found: dict[tuple[int, int | None], list[Value]] = {}
    for row in indicator.observations.all():
        value = Value(parse(row.period), row.value, row.precision, row.source)
        found.setdefault((row.area_id, row.breakdown_id), []).append(value)
    if not found:
        return None
    words = words_of(indicator, language)
    series = [
        Series(places[area], parts.get(part) if part else None, tuple(sorted(values, key=lambda each: each.period.end)))
        for (area, part), values in found.items()
    ]
    return Figures(
        name=words.name if words else indicator.slug,
        unit=words.unit if words else "",
        language=words.language if words else language,
        kind=indicator.unit,
        # No value is shown rounder than its source gives it.
        decimals=max(indicator.decimals, *(_decimals(value.value) for values in found.values() for value in values)),
        better=indicator.better,
        breaks=indicator.break_periods(),
        series=in_order(series),
    )


def _decimals(value: Decimal) -> int:
    """How many decimals a number needs."""
    return max(0, -int(value.normalize().as_tuple().exponent))


def indicator_detail(indicator: Indicator, language: str) -> IndicatorDetail:
    """The page of an indicator in a language: words and values are two queries."""
    words = words_of(indicator, language)
    known = figures(indicator, language)
    with translation.override(language):
        return IndicatorDetail(
            name=words.name if words else indicator.slug,
            language=words.language if words else language,
            topic=_topic_name(indicator.topic_id, language),
            headline=sentences.headline(known, language) if known else None,
            sections=sections(known, language) if known else (),
            table=_table(known, language),
            definition=words.definition if words else "",
            note=words.note if words else "",
            better=_better(indicator.better),
            sources=source_lines(indicator, language, numbered=True),
            periods=_span(known),
            places=tuple(dict.fromkeys(row.place.name for row in known.series)) if known else (),
        )


def source_lines(fact: Any, language: str, *, numbered: bool = False) -> tuple[SourceLine, ...]:
    """Sources of a fact as the `sources` component takes them; tables point to their numbers."""
    return tuple(
        SourceLine(
            title=f"{place}. {source.title}" if numbered else source.title,
            url=source.url,
            date=partial_date(source.date, language) if source.date else "",
            what="",
            language=source.language,
        )
        for place, source in enumerate(fact.source_list(), start=1)
    )


def stat(page: Any, language: str) -> Stat | None:
    """The tile of an indicator page that came through `with_figures`; None while it has no value."""
    known = figures(page.indicator, language)
    if known is None:
        return None
    with translation.override(language):
        said = sentences.headline(known, language)
    return Stat(said.figure, said.text, page.get_url() or "", page.title, spark(known))


def topics(pages: QuerySet, language: str) -> tuple[Topic, ...]:
    """All readable indicator pages as tiles, by topic in the editors' order."""
    by_topic: dict[int, list[Stat]] = {}
    for page in with_figures(readable(pages, language)).order_by("path"):
        tile = stat(page, language)
        if tile:
            by_topic.setdefault(page.indicator.topic_id, []).append(tile)
    return tuple(
        Topic(f"topic-{term.slug}", term.name, tuple(by_topic[term.pk]))
        for term in terms("topic", language)
        if term.pk in by_topic
    )


@snapshot("studies.key_figures", tags={"list:studies"})
def key_figures(language: str) -> tuple[Stat, ...]:
    """The figures editors chose for the home page, in their order."""
    pages = apps.get_model("studies.IndicatorPage").objects.filter(indicator__key_figure__isnull=False)
    found = with_figures(readable(pages, language)).order_by("indicator__key_figure")
    return tuple(tile for page in found if (tile := stat(page, language)))


@snapshot("studies.indicator_links", tags={"list:studies"})
def indicator_links(language: str) -> tuple[tuple[int, Link], ...]:
    """Links to all readable indicator pages, with the key of their indicator."""
    pages = readable(apps.get_model("studies.IndicatorPage").objects.all(), language).select_related("locale")
    return tuple(
        (page.indicator_id, Link(page.title, page.get_url() or "", page.locale.language_code)) for page in pages
    )


def csv_rows(indicator: Indicator, language: str) -> Iterable[Mapping[str, Any]]:
    """One row per value, with codes and words; order of the table on the page."""
    known = figures(indicator, language)
    sources = dict(enumerate(indicator.source_list(), start=1))
    for row, value in _by_newest(known):
        source = sources.get(value.source or 0)
        yield {
            "indicator": indicator.slug,
            "name": known.name if known else "",
            "area_code": row.place.code,
            "area": row.place.name,
            "period": str(value.period),
            "breakdown_code": row.part.code if row.part else "",
            "breakdown": row.part.name if row.part else "",
            "value": value.value.normalize(),
            "unit": known.unit if known else "",
            "precision": value.precision,
            "source": source.title if source else "",
            "source_url": source.url if source else "",
        }


@snapshot("studies.places", tags={"list:studies"})
def _places(language: str) -> tuple[Place, ...]:
    return tuple(
        Place(area.pk, area.slug, _name(area, language), area.own, area.order)
        for area in Area.objects.prefetch_related("words")
    )


@snapshot("studies.parts", tags={"list:studies"})
def _parts(language: str) -> tuple[Part, ...]:
    found = []
    for part in Breakdown.objects.prefetch_related("words"):
        words = words_of(part, language)
        cut_by = words.dimension if words else part.dimension
        found.append(Part(part.pk, part.slug, _name(part, language), part.dimension, cut_by, part.order))
    return tuple(found)


def _name(fact: Any, language: str) -> str:
    words = words_of(fact, language)
    return words.name if words else fact.slug


def _topic_name(pk: int, language: str) -> str:
    return next((term.name for term in terms("topic", language) if term.pk == pk), "")


def _better(better: str) -> str:
    said = {"up": _("A higher value is better."), "down": _("A lower value is better.")}
    return said.get(better, "")


def _by_newest(known: Figures | None) -> list[tuple[Series, Value]]:
    rows = [(row, value) for row in known.series for value in row.values] if known else []
    return sorted(rows, key=lambda item: -item[1].period.end)


def _table(known: Figures | None, language: str) -> Table:
    if known is None:
        return Table((), (), 0)
    rows = _by_newest(known)
    has_parts = any(row.part for row, _value in rows)
    head = (_("Period"), _("Area"), *((_("Part"),) if has_parts else ()), _("Value"), _("Source"))
    cells = tuple(
        (
            label(value.period, language),
            row.place.name,
            *((row.part.name if row.part else _("Total"),) if has_parts else ()),
            sentences.figure(value, known, language),
            str(value.source or ""),
        )
        for row, value in rows[:MOST_ROWS]
    )
    return Table(head, cells, max(0, len(rows) - MOST_ROWS))


def _span(known: Figures | None) -> tuple[str, str]:
    if known is None:
        return ("", "")
    periods = sorted((value.period for row in known.series for value in row.values), key=lambda each: each.end)
    return (str(periods[0]), str(periods[-1]))
