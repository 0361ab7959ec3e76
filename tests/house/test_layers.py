"""The layers hold, and the tool that says so would notice if they did not."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
APPS = ("core", "search", "directory", "studies", "news", "consultations", "network", "home")


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of the project's Python, in which a test may do harm."""
    folder = tmp_path_factory.mktemp("project")
    for app in APPS:
        shutil.copytree(ROOT / app, folder / app, ignore=shutil.ignore_patterns("__pycache__", "facts"))
    shutil.copytree(ROOT / "site" / "portal", folder / "site" / "portal")
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def lint_imports(folder):
    environment = os.environ | {"PYTHONPATH": f"{folder}{os.pathsep}{folder / 'site'}"}
    command = [Path(sys.executable).parent / "lint-imports", "--no-cache", "--no-logo"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("place", "line", "contract"),
    [
        pytest.param("core/rogue.py", "import news.models", "Apps stand in layers", id="base knows its users"),
        pytest.param("studies/rogue.py", "import news.models", "Apps stand in layers", id="siblings meet"),
        pytest.param("news/selectors.py", "import news.pages", "Inside an app", id="reading climbs to the pages"),
        pytest.param("news/services.py", "import news.forms", "Inside an app", id="writing climbs to the form"),
    ],
)
def test_layers_break_when_an_import_climbs(copy, place, line, contract):
    for needed in ("pages", "forms", "services", "selectors"):
        if not (copy / "news" / needed).is_dir():
            (copy / "news" / f"{needed}.py").touch()
    victim = copy / place
    if victim.with_suffix("").is_dir():  # grown into a folder
        victim = victim.with_suffix("") / "rogue.py"
    before = victim.read_text() if victim.exists() else ""
    victim.write_text(f"{before}\n{line}\n")
    outcome = lint_imports(copy)
    victim.write_text(before)
    assert outcome.returncode == 1
    assert any(said.startswith(contract) and "BROKEN" in said for said in outcome.stdout.splitlines())
