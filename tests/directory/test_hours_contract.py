"""All cases of the contract: states, next changes, sentences, readings, texts of the form."""

import json
from datetime import date
from pathlib import Path

import pytest

from directory.hours.contract import answer
from tests.contract.hours.check_hours import same

CASES = json.loads((Path(__file__).parents[1] / "contract" / "hours" / "cases.json").read_text("utf-8"))
ANSWER = answer(CASES, today=date(2026, 11, 24))
OPTIONAL = ("note_el", "note_en")


@pytest.mark.parametrize(
    ("case", "got"),
    list(zip(CASES["cases"], ANSWER["cases"], strict=True)),
    ids=[case["id"] for case in CASES["cases"]],
)
def test_hours_of_a_case_are_as_the_contract_says(case, got):
    wanted = case["expect"]
    wrong = {key: got.get(key) for key, want in wanted.items() if not same(key, want, got.get(key))}
    extra = {key: got[key] for key in OPTIONAL if got.get(key) and key not in wanted}
    assert (wrong, extra) == ({}, {})


@pytest.mark.parametrize("number", range(len(CASES["readings"])), ids=[row["osm"] for row in CASES["readings"]])
def test_reading_of_a_text_is_as_the_contract_says(number):
    assert ANSWER["readings"][number] == CASES["readings"][number]


@pytest.mark.parametrize("number", range(len(CASES["texts"])))
def test_text_is_accepted_refused_or_proposed_as_the_contract_says(number):
    wanted = {key: value for key, value in CASES["texts"][number].items() if key != "why"}
    assert ANSWER["texts"][number] == wanted
