"""The databases of the tests: an empty one and one with the demo, each made once and copied into memory.

Migrating Wagtail from zero and loading the demo take a quarter of a minute each, copying the result a few
milliseconds. The copy also puts back what migrations insert (root page, languages) after a test that empties the
tables. A database is made again when a file it was made from has changed.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import django
import wagtail
from django.conf import settings
from django.core.cache import cache
from django.db import connections

from core.snapshot import clear_snapshots

ROOT = Path(settings.ROOT)
APPS = ("core", "search", "directory", "studies", "news", "consultations", "network", "home")


def empty() -> Path:
    """A migrated database file for the migrations as they are now."""
    files = sorted(ROOT.glob("*/migrations/*.py"))
    return _made("schema", _hash([*files, ROOT / "requirements.txt"]), _migrate)


def demo() -> Path:
    """The same with the demo's content in it."""
    files = [
        path for path in sorted(ROOT.glob("*/**/*.py")) if path.relative_to(ROOT).parts[0] not in {"tests", ".venv"}
    ]
    facts = sorted(ROOT.glob("home/demo/facts/*.json"))
    return _made("demo", _hash([*files, *facts, ROOT / "requirements.txt"]), _load)


def copy_into_memory(template: Path | None = None) -> None:
    """Make the default connection's database equal to a template, else to the empty one; it must be SQLite."""
    connection = connections["default"]
    connection.ensure_connection()
    with closing(sqlite3.connect(template or empty())) as source:
        source.backup(connection.connection)
    # What was remembered of the database before (addresses of the site, snapshots) is not true of this one.
    cache.clear()
    clear_snapshots()


def _made(name: str, fingerprint: str, make: Callable[[Path], None]) -> Path:
    """The file of that name and fingerprint; made by the first process that asks, the others wait."""
    target = ROOT / "var" / "tests" / f"{name}-{fingerprint}.sqlite3"
    target.parent.mkdir(parents=True, exist_ok=True)
    with (target.parent / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.exists():
            for old in target.parent.glob(f"{name}-*"):
                old.unlink() if old.is_file() else shutil.rmtree(old)
            make(target)
    return target


def _migrate(target: Path) -> None:
    raw = target.with_suffix(".part")
    _manage(raw, "migrate")
    _as_one_file(raw, target)


def _load(target: Path) -> None:
    raw = target.with_suffix(".part")
    shutil.copy(empty(), raw)
    _manage(raw, "load_demo")
    _as_one_file(raw, target)


def _manage(database: Path, command: str) -> None:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "portal.settings.demo", "HUB_DATABASE": str(database)}
    subprocess.run([sys.executable, "manage.py", command, "--verbosity", "0"], cwd=ROOT, env=environment, check=True)


def _as_one_file(raw: Path, target: Path) -> None:
    with closing(sqlite3.connect(raw)) as source, closing(sqlite3.connect(target)) as plain:
        source.backup(plain)
        plain.execute("PRAGMA journal_mode=DELETE")
    for part in raw.parent.glob(f"{raw.name}*"):
        part.unlink()


def _hash(files: list[Path]) -> str:
    known = [
        django.__version__,
        wagtail.__version__,
        str(settings.INSTALLED_APPS),
        *(path.read_text() for path in files),
    ]
    return hashlib.sha256("\n".join(known).encode()).hexdigest()[:16]
