"""A copy of the database that may be filled, changed and thrown away."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.test.utils import override_settings

from core.snapshot import clear_snapshots


@contextmanager
def database_copy() -> Iterator[Path]:
    """A copy of the SQLite database that servers may change, gone after the block."""
    with tempfile.TemporaryDirectory(prefix="hub-bench-") as folder:
        path = Path(folder) / "hub.sqlite3"
        connection.ensure_connection()
        with sqlite3.connect(path) as copy:
            connection.connection.backup(copy)
        copy.close()
        # The demo keeps the search index beside its database.
        if settings.SEARCH_INDEX_FOLDER.exists():
            shutil.copytree(settings.SEARCH_INDEX_FOLDER, path.with_suffix(".search"))
        yield path


@contextmanager
def working_on(database: Path) -> Iterator[None]:
    """This process reads and writes another SQLite file, and the search index beside it, inside the block."""
    own = connection.settings_dict["NAME"]
    _switch(database)
    try:
        with override_settings(SEARCH_INDEX_FOLDER=database.with_suffix(".search")):
            yield
    finally:
        _switch(own)


def _switch(database: Path | str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = str(database)
    clear_snapshots()
