"""The coverage matrix as a table for readers: numbers with their lists, and in words how good each cell is."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.listing import Facet, Option
from core.terms import terms
from directory.hours.rhythm import Often
from directory.models.choices import AREAS, CHANNEL_ICONS, Channel, Reach
from directory.models.coverage import CITY
from directory.selectors.coverage import CHANNELS, AreaRow, Cell, Changes, Coverage, in_cell
from directory.selectors.daytimes import open_in
from directory.selectors.hours import Asked
from directory.selectors.visits import Visit


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A cell of the component `matrix`: number, words, list. A gap is covered by nothing, here or from outside."""

    text: str
    count: int
    url: str
    label: Any
    gap: bool


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row of the component `matrix`; `url` leads to the page of the community."""

    name: Any
    cells: tuple[MatrixCell, ...]
    language: str = ""
    url: str = ""


def matrix_head() -> list[dict[str, Any]]:
    """The channels as heads of columns."""
    return [{"label": channel.label, "icon": CHANNEL_ICONS[channel]} for channel in CHANNELS]


def matrix_rows(coverage: Coverage, *, index: str, chosen: QueryDict, pages: dict[int, str]) -> list[MatrixRow]:
    """One row per area; `chosen` are the filters that every list keeps, `pages` the addresses of communities."""
    return [
        MatrixRow(
            name=row.term.name if row.term else AREAS[Reach.CITY],
            language=row.term.language if row.term else "",
            url=pages.get(row.term.pk, "") if row.term else "",
            cells=tuple(
                MatrixCell(
                    text=" · ".join((*_in_emergency(cell), quality(cell, row, coverage.city))),
                    count=cell.structures,
                    url=_list_url(index, row.code, cell.channel, chosen),
                    label=cell.channel.label,
                    gap=not (cell.structures or cell.next_visit or coverage.city.cell(cell.channel).structures),
                )
                for cell in row.cells
            ),
        )
        for row in coverage.rows
    ]


def quality(cell: Cell, row: AreaRow, city: AreaRow) -> str:
    """How good a cell is: how often it is there, or what stands in for it."""
    if cell.next_visit:
        return _visits(cell.often, cell.next_visit)
    if not cell.structures:
        return _instead(cell, row, city)
    if cell.channel == Channel.MOBILE:
        return _("no next visit is set")
    if cell.always:
        return _("day and night")
    if cell.days:
        return ngettext("steady, %(days)s day", "steady, %(days)s days", cell.days) % {"days": cell.days}
    return _("by appointment") if cell.by_appointment else _("we do not know the hours")


def _visits(often: Often | None, coming: Visit) -> str:
    """«ανά δύο εβδομάδες, επόμενη 13 Μαΐου»"""
    if often == Often.WEEKLY:
        return _("every week, next %(day)s") % {"day": coming.date}
    if often == Often.FORTNIGHTLY:
        return _("every two weeks, next %(day)s") % {"day": coming.date}
    if often == Often.MONTHLY:
        return _("every month, next %(day)s") % {"day": coming.date}
    return _("next visit: %(day)s") % {"day": coming.day}


def _in_emergency(cell: Cell) -> Iterable[str]:
    """What an emergency changes in a cell now."""
    if cell.opened:
        yield _("emergency: %(count)s open") % {"count": cell.opened}
    if cell.closed:
        yield _("emergency: %(count)s closed") % {"count": cell.closed}


def change_sentences(changes: Changes, coverage: Coverage) -> Iterable[str]:
    """«Δ΄ Κοινότητα, Τηλέφωνο: από 2 σε 3.»"""
    names = {row.code: row.term.name if row.term else AREAS[Reach.CITY] for row in coverage.rows}
    for change in changes.rows:
        yield _("%(area)s, %(channel)s: from %(before)s to %(now)s.") % {
            "area": names.get(change.area, change.area),
            "channel": change.channel.label,
            "before": change.before,
            "now": change.now,
        }


def way_facet(value: str, asked: Asked, times: Collection[str]) -> Facet:
    """The filter of the list behind a number of the matrix, for example `d.phone`: its one value is the one asked for.

    With times of day, it is that way which must be open then, as in the matrix.

    It is no filter that readers choose from: area × channel would be too many to count each time.
    """
    area, _mark, channel = value.partition(".")
    names = {term.slug: term.name for term in terms("community", asked.language)} | {CITY: AREAS[Reach.CITY]}
    known = area in names and channel in Channel.values
    label = f"{names[area]}: {Channel(channel).label}" if known else ""
    return Facet(
        name="way",
        label=gettext_lazy("Way in"),
        options=(Option(value, label),) if known else (),
        condition=lambda _value: in_cell(area, channel, [open_in(time, asked) for time in times]),
        live=frozenset({value}),
    )


def _instead(cell: Cell, row: AreaRow, city: AreaRow) -> str:
    outside = city.cell(cell.channel).structures
    if outside:
        return _("none here, %(count)s for the whole city") % {"count": outside}
    if row.cell(Channel.PHONE).structures or city.cell(Channel.PHONE).structures:
        return _("by phone only")
    return _("none")


def _list_url(index: str, area: str, channel: Channel, chosen: QueryDict) -> str:
    query = chosen.copy()
    query["way"] = f"{area}.{channel}"
    return f"{index}?{query.urlencode()}"
