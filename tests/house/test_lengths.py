"""Short modules and short functions: what is longer is two things."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULE, FUNCTION = 300, 60
APPS = (
    "core",
    "search",
    "directory",
    "studies",
    "news",
    "consultations",
    "network",
    "home",
    "site/portal",
    "tests",
)


def modules() -> Iterator[Path]:
    for app in APPS:
        for path in sorted((ROOT / app).rglob("*.py")):
            # What Django writes, data, checkers of others.
            if not {"migrations", "contract"} & set(path.parts):
                yield path


def too_long(source: str, name: str) -> list[str]:
    """Return what of a module is too long, in words."""
    lines = source.count("\n")
    found = [f"{name}: {lines} lines, {MODULE} at most"] if lines > MODULE else []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION:
                found.append(f"{name}:{node.lineno} {node.name}: {length} lines, {FUNCTION} at most")
    return found


def test_no_module_and_no_function_is_too_long():
    found = [sentence for path in modules() for sentence in too_long(path.read_text(), str(path.relative_to(ROOT)))]
    assert found == []


@pytest.mark.parametrize(
    ("source", "sentences"),
    [
        pytest.param("x = 1\n" * MODULE, [], id="module that just fits"),
        pytest.param("x = 1\n" * (MODULE + 1), ["m.py: 301 lines, 300 at most"], id="module too long"),
        pytest.param("def f():\n" + "    x = 1\n" * (FUNCTION - 1), [], id="function that just fits"),
        pytest.param("def f():\n" + "    x = 1\n" * FUNCTION, ["m.py:1 f: 61 lines, 60 at most"], id="too long"),
    ],
)
def test_length_is_judged_to_the_line(source, sentences):
    assert too_long(source, "m.py") == sentences
