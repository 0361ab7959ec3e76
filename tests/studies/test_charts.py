"""Charts: true to their values, whole, and the same bytes for the same values."""

import random
import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from studies.charts import Bar, BarChart, Break, Line, LineChart, Mark, bar_svg, line_svg, scale, segments, spark_svg


def years(*values: tuple[int, float]) -> tuple[Mark, ...]:
    return tuple(Mark(year * 12, number, str(year), f"{number}%") for year, number in values)


def chart(*lines: Line, breaks: tuple[Break, ...] = (), step: int = 12) -> LineChart:
    return LineChart("time", "Εύρημα <1>", "Σχήμα", lines, step, "{:g}".format, breaks)


def paths(svg: str) -> list[str]:
    return re.findall(r'class="line l\d" d="([^"]+)"', svg)


SERIES = Line("Ελλάδα", years((2019, 30.0), (2020, 28.9), (2022, 26.3), (2023, 26.1), (2024, 26.9)))


def test_gap_in_a_series_is_a_gap_in_its_line():
    assert [len(run) for run in segments(SERIES, 12, ())] == [2, 3]
    assert [path.count("L") for path in paths(line_svg(chart(SERIES), wide=True))] == [1, 2]


def test_break_in_the_definition_is_not_joined_and_is_named():
    line = Line("Ελλάδα", years((2019, 30.0), (2020, 28.9), (2021, 26.3)))
    svg = line_svg(chart(line, breaks=(Break(2021 * 12, "νέος ορισμός"),)), wide=True)
    assert [path.count("L") for path in paths(svg)] == [1]
    assert "νέος ορισμός" in svg


def test_lonely_value_is_a_mark_without_a_line():
    svg = line_svg(chart(Line("ΕΕ", years((2022, 22.0), (2024, 21.0)))), wide=True)
    assert paths(svg) == []
    assert svg.count("<circle") == 2


@pytest.mark.parametrize("wide", [True, False])
def test_chart_names_its_finding_and_escapes_it(wide):
    svg = line_svg(chart(SERIES), wide=wide)
    name = "time-wide" if wide else "time-narrow"
    assert f'aria-labelledby="{name}-t {name}-d"' in svg
    assert f'<title id="{name}-t">Εύρημα &lt;1&gt;</title><desc id="{name}-d">Σχήμα</desc>' in svg


@pytest.mark.parametrize(("low", "high"), [(0, 0), (1, 1), (0.4, 30), (163_688, 168_151), (-3, 12), (26.1, 30.0)])
def test_scale_holds_zero_and_all_values_in_five_ticks(low, high):
    ticks = scale(low, high)
    assert len(ticks) <= 5
    assert ticks[0] <= min(0, low)
    assert ticks[-1] >= max(0, high)
    assert len({round(after - before, 6) for before, after in pairwise(ticks)}) == 1


def test_bars_are_as_long_as_their_values_say():
    bars = BarChart("b", "t", "d", (Bar("Α", 10, "10"), Bar("Β", 20, "20", strong=True), Bar("Γ", 10, "10")))
    widths = [float(found) for found in re.findall(r'<rect[^>]* width="([\d.]+)"', bar_svg(bars, wide=True))]
    assert widths[0] == widths[2]
    assert widths[1] == pytest.approx(2 * widths[0], abs=0.2)


def test_spark_needs_two_values():
    assert spark_svg([1]) == ""
    assert 'aria-hidden="true"' in spark_svg([1, 2])


def test_random_charts_are_whole_and_repeat_themselves():
    lots = random.Random(7)  # noqa: S311 -- values for a drawing
    for _ in range(300):
        amount = 10 ** lots.randint(-1, 7)
        lines = tuple(
            Line(
                f"Σειρά {n}",
                years(
                    *((y, lots.uniform(0, amount)) for y in sorted(lots.sample(range(1990, 2030), lots.randint(2, 9))))
                ),
            )
            for n in range(lots.randint(1, 2))
        )
        for wide in (True, False):
            _assert_whole(line_svg(chart(*lines), wide=wide))
            assert line_svg(chart(*lines), wide=wide) == line_svg(chart(*lines), wide=wide)
        bars = BarChart("b", "t", "d", tuple(Bar(mark.tick, mark.value, mark.text) for mark in lines[0].marks))
        _assert_whole(bar_svg(bars, wide=False))


def _assert_whole(svg: str) -> None:
    """Parses, holds no style and no NaN, and no mark lies outside the drawing."""
    root = ElementTree.fromstring(svg)  # noqa: S314 -- our own drawing
    assert "style" not in svg
    assert "nan" not in svg.lower()
    width, height = (float(side) for side in root.attrib["viewBox"].split()[2:])
    for node in root.iter():
        for name, most in (("x", width), ("cx", width), ("y", height), ("cy", height)):
            if name in node.attrib:
                assert 0 <= float(node.attrib[name]) <= most + 6, node.attrib
