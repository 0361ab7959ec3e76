"""A stranger follows a query by docs/search.md: each step is where it says, and they are called in that order."""

import re
import sys
from importlib import import_module
from pathlib import Path

from tests.search.conftest import THING

DOCUMENT = Path(__file__).parents[2] / "docs" / "search.md"
ROW = re.compile(r"^\| (\d) \| [^|]+ \| ([^|]+) \|", re.MULTILINE)


def steps() -> list[list[str]]:
    """The functions of each step, “module.function”."""
    return [re.findall(r"`([\w.]+)`", begins) for _number, begins in ROW.findall(DOCUMENT.read_text(encoding="utf-8"))]


def test_a_query_takes_eight_steps_each_where_the_document_says(client, stock):
    stock(THING)
    named = [function for step in steps() for function in step]
    called: list[str] = []

    def hear(frame, event, _argument):
        module = frame.f_globals.get("__name__", "")
        name = f"{module.removeprefix('search.')}.{frame.f_code.co_name}"
        if event == "call" and module.startswith("search.") and name in named and name not in called:
            called.append(name)

    sys.setprofile(hear)
    try:
        answer = client.get("/search/", {"q": "syssitio"})
    finally:
        sys.setprofile(None)
    assert answer.context["found"].total == 1
    assert len(steps()) == 8
    assert called == named


def test_every_step_says_what_it_does():
    for name in (function for step in steps() for function in step):
        module, function = name.rsplit(".", 1)
        assert getattr(import_module(f"search.{module}"), function).__doc__, name
