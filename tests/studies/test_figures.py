"""Periods, sentences and what may be compared."""

import pytest
from django.db import IntegrityError
from django.utils import translation

from core.formats import number
from studies.periods import Period, label, parse, said
from studies.selectors.statistics import figures, indicator_detail
from studies.series import before
from tests.factories.studies import area, indicator, part, value


@pytest.mark.parametrize(
    ("written", "el", "en"),
    [
        ("2025", "το 2025", "in 2025"),
        ("2025-Q3", "το γ΄ τρίμηνο του 2025", "in Q3 2025"),
        ("2025-12", "τον Δεκέμβριο του 2025", "in December 2025"),
        ("2025-05", "τον Μάιο του 2025", "in May 2025"),
    ],
)
def test_periods_are_said_as_people_say_them(written, el, en):
    assert (said(parse(written), "el"), str(parse(written))) == (el, written)
    with translation.override("en"):
        assert said(parse(written), "en") == en


@pytest.mark.parametrize("written", ["2025-13", "2025-Q5", "25", "2025-1", ""])
def test_period_written_otherwise_is_refused(written, db):
    of, where = indicator(), area()
    with pytest.raises(IntegrityError):
        value(of, written, 1, where=where)


def test_periods_of_all_lengths_stand_in_one_order():
    written = ["2025-Q1", "2024", "2025-12", "2025-02", "2025-Q2"]
    order = sorted((parse(each) for each in written), key=lambda each: each.end)
    assert [str(each) for each in order] == ["2024", "2025-02", "2025-Q1", "2025-Q2", "2025-12"]


def test_quarters_and_months_are_labelled():
    assert label(Period(2025, quarter=3), "el") == "γ΄ τρίμηνο 2025"
    assert label(Period(2025, month=12), "en") == "December 2025"


def headline(of, language="en"):
    return indicator_detail(of, language).headline.sentence


def test_headline_says_figure_first_then_what_changed(db):
    of = indicator()
    value(of, "2024", 26.9)
    value(of, "2025", 27.5)
    assert headline(of) == (
        "27.5% of the population in 2025 (Greece), from 26.9% in 2024: up by 0.6 percentage points."
    )


def test_no_figure_is_shown_rounder_than_its_source_gives_it(db):
    of = indicator()
    value(of, "2024", "14")
    value(of, "2025", "15.25")
    assert headline(of).endswith("in 2025 (Greece), from 14.00% in 2024: up by 1.25 percentage points.")


def test_counts_change_in_per_cent_and_points_in_the_singular(db):
    of = indicator(unit="count")
    value(of, "2011", 163_688)
    value(of, "2021", 168_151)
    assert headline(of) == "168,151 people in 2021 (Greece), from 163,688 in 2011: up by 2.7%."
    points = indicator("points")
    value(points, "2024", 9.0)
    value(points, "2025", 8.0)
    assert headline(points).endswith("down by 1.0 percentage point.")


def test_headline_compares_with_the_same_quarter_a_year_before(db):
    of = indicator()
    for period, amount in (("2024-Q3", 9.0), ("2025-Q2", 8.6), ("2025-Q3", 8.2)):
        value(of, period, amount)
    series = figures(of, "en").series[0]
    assert str(before(series).period) == "2024-Q3"


def test_nothing_is_compared_over_a_change_of_definition(db):
    of = indicator(breaks="2023")
    value(of, "2021", 600)
    value(of, "2023", 1500)
    assert "Not compared with earlier values: the definition changed." in headline(of)


def test_single_value_stands_alone_and_rounding_is_said(db):
    of = indicator(unit="count")
    value(of, "2025-09", 8500, precision="rounded")
    assert headline(of) == "about 8,500 people in September 2025 (Greece)."
    value(of, "2025-10", 8600, precision="at_least")
    assert headline(of).startswith("more than 8,600 people")


def test_own_city_and_the_whole_come_first(db):
    of = indicator()
    value(of, "2025", 8.2)
    value(of, "2025", 10.6, breakdown=part())
    value(of, "2025", 5.0, where=area("EL-CITY", "Πόλη", "City", own=True))
    assert headline(of).startswith("5.0% of the population in 2025 (City)")


def test_numbers_of_different_things_are_never_drawn_together(db):
    of = indicator(unit="mixed")
    value(of, "2025", 92_799, breakdown=part("what-children", "Παιδιά", "Children", "what"))
    value(of, "2025", 195_282, breakdown=part("what-calls", "Κλήσεις", "Calls", "what"))
    detail = indicator_detail(of, "en")
    assert detail.sections == ()
    assert detail.headline.sentence.startswith("92,799 children in 2025")


def test_two_values_are_bars_and_three_a_line(db):
    two, three = indicator("two"), indicator("three")
    for period in ("2023", "2024"):
        value(two, period, 19.6)
    for period in ("2023", "2024", "2025"):
        value(three, period, 19.6)
    assert "<rect" in indicator_detail(two, "en").sections[0].chart.wide_svg
    assert 'class="line l1"' in indicator_detail(three, "en").sections[0].chart.wide_svg


def test_value_that_was_not_found_says_so_in_the_table(db):
    of = indicator()
    for period in ("2022", "2023", "2024"):
        value(of, period, 26)
    value(of, "2022", 22, where=area("EU", "ΕΕ", "EU"))
    value(of, "2024", 21, where=area("EU"))
    assert indicator_detail(of, "en").sections[0].chart.rows[1] == ("2023", "26.0%", "not found")


def test_indicator_without_a_value_has_no_headline(db):
    detail = indicator_detail(indicator(), "en")
    assert (detail.headline, detail.sections, detail.table.rows) == (None, (), ())


def test_greek_numbers_have_a_comma():
    assert number(27.5, "el", decimals=1) == "27,5"
