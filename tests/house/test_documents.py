"""The documents name what there is: every variable, command and hook; every path and link in them leads somewhere."""

import re
import subprocess
from pathlib import Path

from core.hooks import HOOKS

ROOT = Path(__file__).resolve().parents[2]
FILES = {Path(name) for name in subprocess.check_output(["git", "ls-files"], cwd=ROOT, text=True).splitlines()}
FOLDERS = {folder for file in FILES for folder in file.parents}
PAPERS = sorted(file for file in FILES if file.suffix == ".md" and not file.is_relative_to("tests"))
TOLD = "\n".join((ROOT / paper).read_text() for paper in PAPERS) + (ROOT / "core" / "hooks.py").read_text()
TOPS = {folder.parts[0] for folder in FOLDERS if folder.parts}


def test_every_variable_of_the_environment_is_told_of():
    settings = "\n".join(path.read_text() for path in (ROOT / "site" / "portal" / "settings").glob("*.py"))
    read = set(re.findall(r'(?:environ(?:\.get)?|env(?:\.\w+)?)[(\[]"([A-Z_]+)"', settings))
    assert {name for name in read if name not in TOLD} == set()


def test_every_command_and_every_hook_is_told_of():
    own = {path.stem for path in FILES if path.parts[1:3] == ("management", "commands") and path.stem != "__init__"}
    assert {name for name in own if not re.search(rf"\b{name}\b", TOLD)} == set()
    assert {hook.name for hook in HOOKS if hook.name not in TOLD} == set()


def test_paths_and_links_of_the_documents_lead_somewhere():
    known = FILES | FOLDERS
    named = [(paper, path) for paper in PAPERS for path in named_in(paper)]
    assert [each for each in named if each[1] not in known and each[1].with_suffix(".py") not in known] == []


def named_in(paper: Path) -> set[Path]:
    """Return the paths in backticks that begin in this repository, and where links lead."""
    text = (ROOT / paper).read_text()
    paths = {Path(named) for named in re.findall(r"`([\w.-]+(?:/[\w.-]+)+)/?`", text) if named.split("/")[0] in TOPS}
    return paths | {paper.parent / link for link in re.findall(r"\]\(([^):#]+)\)", text)}
