"""What must be ready before the demo is served. A step without changes since the last start is skipped."""

import hashlib
import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from core import settings_models
from core.queue import rescue

CONTENT = ("*/demo.py", "*/demo/**/*", "core/management/commands/load_demo.py", "home/roles.py")
STATIC = ("site/static/**/*", "requirements.txt")


def forget() -> None:
    """Remove what earlier demos made: database, search index, media, mail, password. Only inside var/."""
    for name in ("demo.sqlite3", "demo.sqlite3-wal", "demo.sqlite3-shm", "demo.json", "admin.txt"):
        (settings.VAR / name).unlink(missing_ok=True)
    for folder in ("media", "documents", "mail", "search", "demo.search", "errors"):
        shutil.rmtree(settings.VAR / folder, ignore_errors=True)


def migrate() -> bool:
    """Bring the database up to date. Return whether there was anything to do."""
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    call_command("migrate", interactive=False, verbosity=0, database=DEFAULT_DB_ALIAS)
    return True


def take_back_tasks() -> None:
    """Return to the queue what an earlier demo was doing when it was stopped: its worker is gone."""
    rescue(timezone.now())  # noqa: TID251 -- called by a command, and no worker runs yet


def load_content(*, again: bool) -> bool:
    """Load the demo's content when it is new or changed. Return whether it was loaded."""
    if not again and _seen("content") == fingerprint(CONTENT):
        return False
    call_command("load_demo")  # its last step builds the search index
    _remember("content", fingerprint(CONTENT))
    return True


def collect_static() -> bool:
    """Write the static files under their hashed names when they changed. Return whether they were written."""
    if (settings.STATIC_ROOT / "staticfiles.json").exists() and _seen("static") == fingerprint(STATIC):
        return False
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    _remember("static", fingerprint(STATIC))
    return True


def write_error_pages() -> bool:
    """Write the pages for a broken server with the demo's phone. They take no time, so nothing is reported."""
    settings_models.write_error_pages()
    return False


def fingerprint(patterns: Iterable[str]) -> str:
    """Return a hash over path, size and content of the project's files that match."""
    total = hashlib.sha256()
    for pattern in patterns:
        for path in sorted(settings.ROOT.glob(pattern)):
            if path.is_file() and "__pycache__" not in path.parts and ".venv" not in path.parts:
                total.update(str(path.relative_to(settings.ROOT)).encode())
                total.update(path.read_bytes())
    return total.hexdigest()


def _state() -> Path:
    return settings.VAR / "demo.json"


def _seen(key: str) -> str | None:
    return json.loads(_state().read_text()).get(key) if _state().exists() else None


def _remember(key: str, value: str) -> None:
    known = json.loads(_state().read_text()) if _state().exists() else {}
    _state().write_text(json.dumps(known | {key: value}))
