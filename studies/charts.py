"""Charts drawn on the server: pure functions from values to SVG, in a wide and a narrow drawing.

Classes only (colours come from the style sheet), coordinates rounded to one decimal, so equal input gives
equal bytes. A gap in a series is a gap, a break in its definition is a rule that no line crosses.
"""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape

MOST_TICKS = 5
LETTER = 7.2  # average width of a letter of 13 px
LONGEST_LABEL = 250.0
LONGEST_NARROW = 42  # letters


@dataclass(frozen=True, slots=True)
class Mark:
    """A value of a line: `at` counts months, `tick` stands on the axis, `text` is the value in words."""

    at: int
    value: float
    tick: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """From `at` on values follow another definition."""

    at: int
    text: str


@dataclass(frozen=True, slots=True)
class LineChart:
    """Two lines at most. Marks further apart than `step` months are not joined."""

    id: str
    title: str
    desc: str
    lines: tuple[Line, ...]
    step: int
    write: Callable[[float], str]
    breaks: tuple[Break, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    value: float
    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class BarChart:
    id: str
    title: str
    desc: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """A drawing's size and the box in which values lie."""

    name: str
    width: float
    height: float
    left: float
    right: float
    top: float = 30.0
    bottom: float = 34.0

    def x(self, at: float, first: float, last: float) -> float:
        if first == last:
            return (self.left + self.width - self.right) / 2
        return self.left + (at - first) / (last - first) * (self.width - self.left - self.right)

    def y(self, value: float, low: float, high: float) -> float:
        return self.top + (high - value) / (high - low) * (self.height - self.top - self.bottom)


def line_svg(chart: LineChart, *, wide: bool) -> str:
    """The lines of a chart over time, with an axis from zero."""
    values = [mark.value for line in chart.lines for mark in line.marks]
    ticks = scale(min(values), max(values))
    axis = max(len(chart.write(tick)) for tick in ticks) * LETTER + 10
    frame = _Frame("wide", 640, 290, axis, 24) if wide else _Frame("narrow", 320, 230, axis, 20)
    moments = [mark.at for line in chart.lines for mark in line.marks]
    first, last = min(moments), max(moments)

    def point(mark: Mark) -> tuple[float, float]:
        return frame.x(mark.at, first, last), frame.y(mark.value, ticks[0], ticks[-1])

    body = [*_grid(frame, ticks, chart.write), *_time_axis(frame, chart, first, last)]
    for rule in chart.breaks:
        if first < rule.at <= last:
            body.extend(_break(frame, frame.x(rule.at - chart.step / 2, first, last), rule.text))
    for number, line in enumerate(chart.lines, start=1):
        body.extend(_line(chart, line, number, point))
    body.extend(_ends(chart, point))
    return _svg(chart.id, frame, chart.title, chart.desc, body)


def bar_svg(chart: BarChart, *, wide: bool) -> str:
    """Horizontal bars from zero, each with its label and value in words."""
    longest = max(len(bar.label) for bar in chart.bars) * LETTER + 12
    beside = wide and longest <= LONGEST_LABEL
    left = longest if beside else 0.0
    row = 32.0 if beside else 48.0
    width = 640.0 if wide else 320.0
    frame = _Frame("wide" if wide else "narrow", width, row * len(chart.bars) + 8, left, 0)
    room = width - left - max(len(bar.text) for bar in chart.bars) * LETTER - 14
    high = max(0.0, *(bar.value for bar in chart.bars)) or 1.0
    body: list[str] = []
    for place, bar in enumerate(chart.bars):
        top = 4 + place * row
        length = max(0.0, bar.value) / high * room
        bar_top = top + (6 if beside else 22)
        label = bar.label if wide or len(bar.label) <= LONGEST_NARROW else bar.label[: LONGEST_NARROW - 1] + "…"
        body.append(_text(0, top + (21 if beside else 15), label))
        body.append(
            f'<rect class="{"b1" if bar.strong else "b2"}" x="{_n(left)}" y="{_n(bar_top)}"'
            f' width="{_n(length)}" height="20"/>'
        )
        body.append(_text(left + length + 7, bar_top + 15, bar.text, "now"))
    body.append(f'<path class="zero" d="{_zero(frame, chart, row)}"/>')
    return _svg(chart.id, frame, chart.title, chart.desc, body)


def _zero(frame: _Frame, chart: BarChart, row: float) -> str:
    """The line of zero: one where labels stand beside it, a piece for each bar where they stand above."""
    if frame.left:
        return f"M{_n(frame.left)} 2V{_n(frame.height - 2)}"
    return "".join(f"M0 {_n(4 + place * row + 19)}v26" for place in range(len(chart.bars)))


def spark_svg(values: Iterable[float]) -> str:
    """A decorative line of 80 × 20; its figure stands in words beside it. Empty for fewer than two values."""
    rows = list(values)
    if len(rows) < 2:
        return ""
    low, high = min(rows), max(rows)
    span = (high - low) or 1.0
    points = [(2 + place * 76 / (len(rows) - 1), 17 - (row - low) / span * 14) for place, row in enumerate(rows)]
    path = "L".join(f"{_n(x)} {_n(y)}" for x, y in points)
    x, y = points[-1]
    return (
        f'<svg class="spark" viewBox="0 0 80 20" aria-hidden="true"><path d="M{path}"/>'
        f'<circle cx="{_n(x)}" cy="{_n(y)}" r="2.6"/></svg>'
    )


def scale(low: float, high: float) -> tuple[float, ...]:
    """Round ticks that hold zero and all values, five at most."""
    low, high = min(0.0, low), max(0.0, high)
    if low == high:
        return (0.0, 1.0)
    for step in _steps((high - low) / MOST_TICKS):
        first, last = math.floor(low / step), math.ceil(high / step)
        if last - first < MOST_TICKS:
            return tuple(round(number * step, 10) for number in range(first, last + 1))
    raise AssertionError  # the steps grow without end


def segments(line: Line, step: int, breaks: tuple[Break, ...]) -> Iterator[list[Mark]]:
    """Runs of marks that may be joined: no gap, no break between them."""
    run: list[Mark] = []
    for mark in line.marks:
        if run and (mark.at - run[-1].at > step or any(run[-1].at < rule.at <= mark.at for rule in breaks)):
            yield run
            run = []
        run.append(mark)
    if run:
        yield run


def _steps(least: float) -> Iterator[float]:
    power = 10.0 ** math.floor(math.log10(least))
    while True:
        yield from (step * power for step in (1, 2, 2.5, 5) if step * power >= least)
        power *= 10


def _grid(frame: _Frame, ticks: tuple[float, ...], write: Callable[[float], str]) -> Iterator[str]:
    for tick in ticks:
        y = frame.y(tick, ticks[0], ticks[-1])
        kind = "zero" if tick == 0 else "grid"
        yield f'<path class="{kind}" d="M{_n(frame.left)} {_n(y)}H{_n(frame.width - frame.right)}"/>'
        yield _text(frame.left - 6, y + 4, write(tick), "axis end")


def _time_axis(frame: _Frame, chart: LineChart, first: int, last: int) -> Iterator[str]:
    """Labels of the periods, from the newest back, as many as fit."""
    ticks = {mark.at: mark.tick for line in chart.lines for mark in line.marks}
    room = max(len(tick) for tick in ticks.values()) * LETTER + 10
    free = math.inf
    for at in sorted(ticks, reverse=True):
        x = frame.x(at, first, last)
        if x <= free:
            yield _text(min(x, frame.width - room / 2 + 5), frame.height - 12, ticks[at], "axis mid")
            free = x - room


def _break(frame: _Frame, x: float, text: str) -> Iterator[str]:
    yield f'<path class="hidden-slot" d="M{_n(x)} {_n(frame.top - 8)}V{_n(frame.height - frame.bottom)}"/>'
    middle = len(text) * LETTER / 2
    yield _text(min(max(x, middle), frame.width - middle), frame.top - 14, text, "axis mid")


def _line(chart: LineChart, line: Line, number: int, point: Callable[[Mark], tuple[float, float]]) -> Iterator[str]:
    for run in segments(line, chart.step, chart.breaks):
        if len(run) > 1:
            path = "L".join(f"{_n(x)} {_n(y)}" for x, y in map(point, run))
            yield f'<path class="line l{number}" d="M{path}"/>'
    for mark in line.marks:
        x, y = point(mark)
        radius = "4.5" if mark is line.marks[-1] else "3"
        yield f'<circle class="d{number}" cx="{_n(x)}" cy="{_n(y)}" r="{radius}"/>'


def _ends(chart: LineChart, point: Callable[[Mark], tuple[float, float]]) -> Iterator[str]:
    """The newest value of each line; with two lines also their names, the lower one below its line."""
    lowest = min(chart.lines, key=lambda line: line.marks[-1].value)
    for line in chart.lines:
        x, y = point(line.marks[-1])
        alone = len(chart.lines) == 1
        below = not alone and line is lowest
        text = line.marks[-1].text if alone else f"{line.name} {line.marks[-1].text}"
        yield _text(x + 6, y + 24 if below else y - 13, text, "now end")


def _svg(id: str, frame: _Frame, title: str, desc: str, body: list[str]) -> str:
    name = f"{id}-{frame.name}"
    return (
        f'<svg class="chart {frame.name}" viewBox="0 0 {_n(frame.width)} {_n(frame.height)}" role="img"'
        f' aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{escape(title)}</title>'
        f'<desc id="{name}-d">{escape(desc)}</desc>{"".join(body)}</svg>'
    )


def _text(x: float, y: float, text: str, css: str = "") -> str:
    classes = f' class="{css}"' if css else ""
    return f'<text{classes} x="{_n(x)}" y="{_n(y)}">{escape(text)}</text>'


def _n(value: float) -> str:
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written
