"""From figures to charts with their tables: in time, by place, by part."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from studies import sentences
from studies.charts import Bar, BarChart, Break, Line, LineChart, Mark, bar_svg, line_svg, segments, spark_svg
from studies.periods import Period, label, tick
from studies.series import Figures, Series, Value, shared_period, step

MOST_LINES = 2
LEAST_FOR_A_LINE = 3


@dataclass(frozen=True, slots=True)
class Chart:
    """What the `chart` component takes."""

    title: str
    desc: str
    caption: str
    note: str
    wide_svg: SafeString
    narrow_svg: SafeString
    table_id: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its chart."""

    heading: str
    chart: Chart


def sections(figures: Figures, language: str) -> tuple[Section, ...]:
    """The charts an indicator can honestly have; none for numbers of different things."""
    if figures.kind == "mixed":
        return ()
    found = [_in_time(figures, language), _by_place(figures, language), *_by_part(figures, language)]
    return tuple(section for section in found if section)


def spark(figures: Figures) -> SafeString:
    """A small line of the newest values that follow one another under one definition; empty for fewer than three."""
    first = figures.series[0]
    line = Line(first.place.name, tuple(Mark(each.period.end, float(each.value), "", "") for each in first.values))
    breaks = tuple(Break(rule.end, "") for rule in figures.breaks)
    *_earlier, run = segments(line, step((first,)), breaks)
    if len(run) < LEAST_FOR_A_LINE:
        return SafeString("")
    return mark_safe(spark_svg(mark.value for mark in run))  # noqa: S308 -- numbers only


def _in_time(figures: Figures, language: str) -> Section | None:
    rows = tuple(row for row in figures.wholes if len(row.values) > 1)
    if not rows:
        return None
    if len(rows) > MOST_LINES:
        rows = rows[:1]
    drawn = _lines if max(len(row.values) for row in rows) >= LEAST_FOR_A_LINE else _bars_in_time
    return Section(_("Over time"), drawn(rows, figures, language))


def _lines(rows: tuple[Series, ...], figures: Figures, language: str) -> Chart:
    title = sentences.course(rows[0], figures, language)
    spec = LineChart(
        id="time",
        title=title,
        desc=sentences.shape(rows, figures, language),
        lines=tuple(Line(row.place.name, _marks(row, figures, language)) for row in rows),
        step=step(rows),
        write=lambda value: sentences.tick(value, figures, language),
        breaks=tuple(Break(rule.end, _("new definition")) for rule in figures.breaks),
    )
    return Chart(
        title=title,
        desc=spec.desc,
        caption=title,
        note=", ".join(row.place.name for row in rows),
        wide_svg=mark_safe(line_svg(spec, wide=True)),  # noqa: S308 -- charts.py escapes its texts
        narrow_svg=mark_safe(line_svg(spec, wide=False)),  # noqa: S308 -- charts.py escapes its texts
        table_id="time-table",
        head=(_("Period"), *(row.place.name for row in rows)),
        rows=_by_period(rows, figures, language),
    )


def _marks(row: Series, figures: Figures, language: str) -> tuple[Mark, ...]:
    return tuple(
        Mark(
            value.period.end,
            float(value.value),
            tick(value.period, language),
            sentences.figure(value, figures, language),
        )
        for value in row.values
    )


def _by_period(rows: tuple[Series, ...], figures: Figures, language: str) -> tuple[tuple[str, ...], ...]:
    """Newest first; what has no value says so."""
    periods = sorted({value.period for row in rows for value in row.values}, key=lambda each: -each.end)
    return tuple(
        (label(period, language), *(_cell(row.at(period), figures, language) for row in rows)) for period in periods
    )


def _cell(value: Value | None, figures: Figures, language: str) -> str:
    return sentences.figure(value, figures, language) if value else _("not found")


def _bars_in_time(rows: tuple[Series, ...], figures: Figures, language: str) -> Chart:
    """Two values are two bars: a line would claim to know what lies between."""
    row = rows[0]
    named = [(label(value.period, language), value) for value in row.values]
    strongest = row.newest
    return _bars("time", named, figures, language, title=sentences.course(row, figures, language),
                 strong=strongest, note=row.place.name, first=_("Period"))  # fmt: skip


def _by_place(figures: Figures, language: str) -> Section | None:
    rows = figures.wholes
    period = shared_period(rows) if len({row.place.pk for row in rows}) > 2 else None
    if period is None:
        return None
    named = [(row.place.name, value) for row in rows if (value := row.at(period))]
    own = rows[0].at(period)
    chart = _bars("places", _sorted(named), figures, language,
                  title=sentences.extremes(named, figures, language),
                  strong=own, note=label(period, language), first=_("Area"))  # fmt: skip
    return Section(_("By area"), chart)


def _by_part(figures: Figures, language: str) -> list[Section]:
    place = figures.series[0].place
    dimensions = dict.fromkeys(row.part.dimension for row in figures.series if row.part)
    found = []
    for dimension in dimensions:
        rows = tuple(
            row for row in figures.series if row.part and row.part.dimension == dimension and row.place == place
        )
        period = shared_period(rows)
        if period is None:
            continue
        found.append(_part_section(dimension, rows, period, figures, language))
    return found


def _part_section(dimension: str, rows: tuple[Series, ...], period: Period, figures: Figures, language: str) -> Section:
    named = [(row.part.name, value) for row in rows if row.part and (value := row.at(period))]
    cut_by = rows[0].part.cut_by if rows[0].part else ""
    chart = _bars(f"part-{dimension}", named, figures, language,
                  title=sentences.extremes(named, figures, language),
                  strong=None, note=f"{rows[0].place.name}, {label(period, language)}", first=cut_by)  # fmt: skip
    return Section(_("By %(what)s") % {"what": cut_by.lower()}, chart)


def _sorted(named: list[tuple[str, Value]]) -> list[tuple[str, Value]]:
    return sorted(named, key=lambda item: -item[1].value)


def _bars(  # noqa: PLR0913 -- what a bar chart says: values, words, emphasis
    id: str,
    named: list[tuple[str, Value]],
    figures: Figures,
    language: str,
    *,
    title: str,
    strong: Value | None,
    note: str,
    first: str,
) -> Chart:
    texts = [sentences.figure(value, figures, language) for _name, value in named]
    spec = BarChart(
        id=id,
        title=title,
        desc=_("Bars: %(parts)s.")
        % {"parts": ", ".join(f"{name} {text}" for (name, _value), text in zip(named, texts, strict=True))},
        bars=tuple(
            Bar(name, float(value.value), text, strong is None or value is strong)
            for (name, value), text in zip(named, texts, strict=True)
        ),
    )
    return Chart(
        title=title,
        desc=spec.desc,
        caption=title,
        note=note,
        wide_svg=mark_safe(bar_svg(spec, wide=True)),  # noqa: S308 -- charts.py escapes its texts
        narrow_svg=mark_safe(bar_svg(spec, wide=False)),  # noqa: S308 -- charts.py escapes its texts
        table_id=f"{id}-table",
        head=(first, figures.name),
        rows=tuple((name, text) for (name, _value), text in zip(named, texts, strict=True)),
    )
