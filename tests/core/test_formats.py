"""Dates, numbers, money and phones per language: sixty values in five languages."""

import json
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings

from core import formats, lines

LANGUAGES = [code for code, _name in settings.LANGUAGES]
GOLDEN = json.loads((Path(__file__).parent / "formats.json").read_text("utf-8"))
WRITE = {
    "day": lambda value, language: formats.day(date.fromisoformat(value), language),
    "day_long": lambda value, language: formats.day_long(date.fromisoformat(value), language),
    "month": lambda value, language: formats.month(date.fromisoformat(value), language),
    "partial_date": formats.partial_date,
    "number": lambda value, language: formats.number(Decimal(value), language),
    "money": lambda value, language: formats.money(Decimal(value), language),
    "clock": lambda value, _language: formats.clock(time.fromisoformat(value)),
    "phone": lambda value, _language: formats.phone(value),
}


@pytest.mark.parametrize("row", GOLDEN, ids=[f"{kind} {value}" for kind, value, *_said in GOLDEN])
def test_value_is_written_as_each_language_writes_it(row):
    kind, value, *expected = row
    assert [WRITE[kind](value, language) for language in LANGUAGES] == expected


@pytest.mark.parametrize("written", ["n.d.", "2023-13", "2023-02-31", ""])
def test_date_that_is_none_stays_as_it_is_written(written):
    assert formats.partial_date(written, "el") == written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Παρασκευή 4 Δεκεμβρίου 2026", "Παρασκευή 4~Δεκεμβρίου 2026"),
        ("την 1η Ιουνίου, 10:00–13:00", "την 1η~Ιουνίου, 10:00–^13:00"),
        ("Δ΄ Κοινότητα, 210 000 0000", "Δ΄~Κοινότητα, 210~000~0000"),
        ("الجمعة 4 ديسمبر", "الجمعة 4~ديسمبر"),
        ("3.000 γεύματα στις 9:30 το 2026", "3.000 γεύματα στις 9:30 το 2026"),
    ],
)
def test_no_line_ends_inside_a_day_a_span_of_hours_or_a_phone(text, expected):
    assert lines.glued(text) == expected.replace("~", "\u00a0").replace("^", "\u2060")
