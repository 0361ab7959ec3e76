"""Tables to take along: they run nothing in a spreadsheet and come back unchanged."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest

from core.exports import ROWS_A_PIECE, cell, csv_answer, csv_download, csv_lines, plain, safe

FORMULAS = ["=1+1", "+302100000000", "-2", "@name", "\t=1", "\r=1", "\n=1"]
OTHERS = ["", "Πειραιάς", "'", "'quoted'", "a=b", "''", "210 000 0000"]


def table(lines):
    return list(csv.DictReader(io.StringIO(b"".join(lines).decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", FORMULAS)
def test_formula_is_guarded(text):
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("text", [*FORMULAS, *OTHERS, *(f"'{text}" for text in FORMULAS), "''=1"])
def test_text_comes_back_as_it_was_written(text):
    (row,) = table(csv_lines(["text"], [{"text": text}]))
    assert plain(row["text"]) == text


@pytest.mark.parametrize("text", OTHERS)
def test_text_that_is_no_formula_stays_as_it_is(text):
    assert safe(text) == text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (True, "1"),
        (False, "0"),
        (Decimal("-2.50"), "-2.50"),
        (-3, "-3"),
        (date(2027, 5, 4), "2027-05-04"),
        (("el", "ar"), "el|ar"),
        (["=1", "x"], "'=1|x"),
    ],
    ids=str,
)
def test_value_is_written_in_one_form(value, written):
    assert cell(value) == written


def test_column_that_a_row_does_not_name_is_empty():
    assert table(csv_lines(["a", "b"], [{"b": 1}])) == [{"a": "", "b": "1"}]


def test_mark_for_spreadsheets_is_written_on_demand_only():
    assert b"".join(csv_lines(["a"], [])) == b"a\r\n"
    assert b"".join(csv_lines(["a"], [], bom=True)) == b"\xef\xbb\xbfa\r\n"


def test_long_table_is_read_while_it_is_sent():
    read = []

    def rows():
        for number in range(3 * ROWS_A_PIECE):
            read.append(number)
            yield {"a": number}

    answer = csv_download(csv_lines(["a"], rows()), name="long")
    first = next(iter(answer))
    assert first.startswith(b"a\r\n0\r\n")
    assert len(read) < 2 * ROWS_A_PIECE


def test_short_table_is_a_named_attachment():
    answer = csv_answer(csv_lines(["a"], [{"a": "ναι"}]), name="short")
    assert answer.content.decode() == "a\r\nναι\r\n"
    assert answer["Content-Disposition"] == 'attachment; filename="short.csv"'
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
