"""Dates, numbers, money and phones per language (content.md §13)."""

from datetime import date, time
from decimal import Decimal

import pytest

from core import formats

MAY = date(2027, 5, 3)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("el", "3 Μαΐου 2027"),
        ("en", "3 May 2027"),
        ("ar", "3 مايو 2027"),
        ("sq", "3 maj 2027"),
        ("uk", "3 травня 2027 р."),
    ],
)
def test_day_is_written_as_its_language_writes_it(language, expected):
    assert formats.day(MAY, language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("el", "Παρασκευή 7 Μαΐου 2027"),
        ("en", "Friday 7 May 2027"),
        ("ar", "الجمعة 7 مايو 2027"),
        ("sq", "e premte 7 maj 2027"),
        ("uk", "п’ятниця 7 травня 2027 р."),
    ],
)
def test_long_day_names_the_weekday(language, expected):
    assert formats.day_long(date(2027, 5, 7), language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("el", "Μάιος 2027"),
        ("en", "May 2027"),
        ("ar", "مايو 2027"),
        ("sq", "maj 2027"),
        ("uk", "травень 2027"),
    ],
)
def test_month_alone_stands_in_the_nominative(language, expected):
    assert formats.month(MAY, language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("el", "28.207.000,5"),
        ("en", "28,207,000.5"),
        ("ar", "28,207,000.5"),
        ("sq", "28\u00a0207\u00a0000,5"),
        ("uk", "28\u00a0207\u00a0000,5"),
    ],
)
def test_number_has_the_marks_of_its_language_and_latin_digits(language, expected):
    assert formats.number(Decimal("28207000.5"), language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("el", "180.000\u00a0€"),
        ("en", "€180,000"),
        ("ar", "180,000\u00a0€"),
        ("sq", "180\u00a0000\u00a0€"),
        ("uk", "180\u00a0000\u00a0€"),
    ],
)
def test_money_shows_cents_only_where_there_are_some(language, expected):
    assert formats.money(Decimal("180000.00"), language) == expected
    assert formats.money(Decimal("0.50"), "el") == "0,50\u00a0€"


@pytest.mark.parametrize(
    ("number", "shown"),
    [("+302100000000", "210 000 0000"), ("112", "112"), ("+447911123456", "+447 911 123 456")],
)
def test_phone_is_grouped_for_reading_aloud(number, shown):
    assert formats.phone(number) == shown


def test_clock_has_no_leading_zero_on_the_hour():
    assert formats.clock(time(9, 5)) == "9:05"


@pytest.mark.parametrize(
    ("written", "shown"),
    [("2023", "2023"), ("2023-09", "Σεπτέμβριος 2023"), ("2023-09-05", "5 Σεπτεμβρίου 2023"), ("n.d.", "n.d.")],
)
def test_partial_date_is_as_exact_as_its_source(written, shown):
    assert formats.partial_date(written, "el") == shown
