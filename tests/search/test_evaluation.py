"""The graded development queries: figures that must not fall, by the command that measures them."""

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from search.ranking import Reader
from tests.search.conftest import TODAY

CONTRACT = Path(__file__).parents[1] / "contract" / "search"
CORPUS = str(CONTRACT / "corpus.json")
QUERIES = str(CONTRACT / "queries-dev.json")
READER = Reader(language="", fallbacks=(), today=TODAY)


@pytest.fixture(scope="module")
def measured(tmp_path_factory) -> tuple[dict, Path]:
    """The report of `search_eval` and the file of its run."""
    run = tmp_path_factory.mktemp("run") / "run.json"
    out = StringIO()
    call_command("search_eval", CORPUS, QUERIES, "--json", "--titles", f"--run={run}", stdout=out)
    return json.loads(out.getvalue()), run


def test_development_queries_are_answered_well(measured):
    report, _ = measured
    assert report["overall"]["ndcg@10"] >= 0.945
    assert report["overall"]["recall@10"] >= 0.98
    assert report["lost"] == {"n": 0, "of": 44}


def test_greeklish_finds_what_greek_finds(measured):
    report, _ = measured
    assert report["greeklish_ratio"] >= 0.97


@pytest.mark.parametrize("kind", ["accentless", "capitals", "greeklish", "typo", "layout", "inflection"])
def test_spelling_costs_nothing(measured, kind):
    report, _ = measured
    assert report["by_kind"][kind]["ndcg@10"] >= 0.93


def test_queries_without_an_answer_get_none(measured):
    report, _ = measured
    assert report["no_answer"]["precision"] == 1.0


TOLD = json.loads((Path(__file__).parent / "told.json").read_text(encoding="utf-8"))


def test_four_of_five_other_queries_without_an_answer_get_none(answerer):
    told = [query for query in TOLD["none"] if not answerer.answer(query, READER).hits]
    assert len(told) >= 0.82 * len(TOLD["none"])


def test_who_tells_a_trouble_is_not_told_that_there_is_nothing(answerer):
    asked = [*TOLD["found"], *TOLD["some"]]
    lost = [query for query in asked if not answerer.answer(query, READER).hits]
    assert len(lost) <= 0.01 * len(asked)


def test_who_tells_a_trouble_sees_the_right_door_first(answerer):
    firsts = {query: answerer.answer(query, READER).hits[:1] for query in TOLD["some"]}
    right = [hit.unit in TOLD["some"][query] for query, hits in firsts.items() for hit in hits]
    assert sum(right) >= 0.9 * len(firsts)


@pytest.mark.parametrize(
    ("part", "floor"), [("a", 0.935), ("b", 0.955), ("c", 0.92), ("d", 0.93), ("e", 0.915), ("f", 0.87), ("g", 0.77)]
)
def test_our_own_sets_of_graded_queries_are_answered_well(part, floor):
    out = StringIO()
    call_command("search_eval", CORPUS, str(Path(__file__).parent / f"own-{part}.json"), "--json", stdout=out)
    report = json.loads(out.getvalue())
    assert report["overall"]["ndcg@10"] >= floor
    assert report["no_answer"]["precision"] >= 0.8
    assert report["lost"]["n"] == 0


@pytest.mark.parametrize("spelling", ["written", "accentless", "capitals", "greeklish", "typo", "inflected"])
def test_every_title_is_found_in_six_spellings(measured, spelling):
    report, _ = measured
    assert report["titles"][spelling] == 1.0


def test_figures_agree_with_the_evaluator_of_the_contract(measured):
    report, run = measured
    checker = str(CONTRACT / "check_evaluate.py")
    checked = subprocess.run(
        [sys.executable, checker, "score", CORPUS, QUERIES, str(run), "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    theirs = json.loads(checked.stdout)
    assert {name: report[name] for name in theirs} == theirs


def test_a_missing_file_is_said_in_one_line(capsys):
    with pytest.raises(SystemExit) as stopped:
        call_command("search_eval", "missing.json", QUERIES)
    assert stopped.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_an_engine_that_is_not_there_is_said_in_one_line(capsys):
    with pytest.raises(SystemExit) as stopped:
        call_command("search_eval", CORPUS, QUERIES, "--engine=elasticsearch")
    assert stopped.value.code == 2
