"""A rule may be switched off for a line, but never without saying why."""

import re
from pathlib import Path

import pytest

from tests.house.test_lengths import modules

SWITCH = re.compile(r"#\s*(?:noqa(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)?|type:\s*ignore(?:\[[\w, -]+\])?)")
REASON = re.compile(r"\s+(?:# )?-- \S")  # mypy takes a reason only as a comment of its own


def unexplained(line: str) -> bool:
    """Return whether a line switches a rule off without ` -- reason`."""
    switch = SWITCH.search(line)
    return bool(switch) and not REASON.match(line[switch.end() :])


def test_every_rule_that_is_switched_off_says_why():
    here = Path(__file__)
    found = [
        f"{path}:{number}"
        for path in modules()
        if path != here
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if unexplained(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("line", "bad"),
    [
        pytest.param("import x  # noqa: F401 -- registers the hooks", False, id="explained"),
        pytest.param("import x  # noqa: F401", True, id="without reason"),
        pytest.param("import x  # noqa", True, id="without code and reason"),
        pytest.param("y = x()  # type: ignore[misc]", True, id="type without reason"),
        pytest.param("y = x()", False, id="nothing switched off"),
    ],
)
def test_a_reason_is_recognised(line, bad):
    assert unexplained(line) is bad
