"""The schema of the tests: migrated once for a state of the migrations, then copied into memory.

Migrating Wagtail from zero takes a quarter of a minute, copying the result a few milliseconds. The copy also
puts back what migrations insert (root page, languages) after a test that empties the tables.
"""

import fcntl
import hashlib
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import django
import wagtail
from django.conf import settings
from django.db import connections

ROOT = Path(settings.ROOT)


def template() -> Path:
    """A migrated database file for the migrations as they are now; made by the first process that asks."""
    target = ROOT / "var" / "tests" / f"schema-{_fingerprint()}.sqlite3"
    target.parent.mkdir(parents=True, exist_ok=True)
    with (target.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.exists():
            for old in target.parent.glob("schema-*"):
                old.unlink()
            _migrate(target)
    return target


def copy_into_memory(alias: str = "default") -> None:
    """Make the connection's database equal to the template; it must be SQLite."""
    connection = connections[alias]
    connection.ensure_connection()
    with closing(sqlite3.connect(template())) as source:
        source.backup(connection.connection)


def _migrate(target: Path) -> None:
    raw = target.with_suffix(".part")
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "portal.settings.demo", "HUB_DATABASE": str(raw)}
    subprocess.run([sys.executable, "manage.py", "migrate", "--verbosity", "0"], cwd=ROOT, env=environment, check=True)
    with closing(sqlite3.connect(raw)) as migrated, closing(sqlite3.connect(target)) as plain:
        migrated.backup(plain)
        plain.execute("PRAGMA journal_mode=DELETE")
    for part in raw.parent.glob(f"{raw.name}*"):
        part.unlink()


def _fingerprint() -> str:
    files = sorted(path for path in ROOT.glob("*/migrations/*.py"))
    known = [django.__version__, wagtail.__version__, *(path.read_text() for path in files)]
    known += [(ROOT / "requirements.txt").read_text(), str(settings.INSTALLED_APPS)]
    return hashlib.sha256("\n".join(known).encode()).hexdigest()[:16]
