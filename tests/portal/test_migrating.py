"""The quick way of migrating ends where the models say, table by table."""

import sqlite3
import subprocess
import sys
from contextlib import closing

from django.apps import apps
from django.db.migrations.loader import MigrationLoader

from core.migrating import is_own, only_creates
from tests.schema import ROOT, empty

SAME = "select type, name, tbl_name, sql from sqlite_master where name not like 'sqlite_%' order by type, name"


def own_tables():
    return {
        table
        for config in apps.get_app_configs()
        if is_own(config.label)
        for model in config.get_models(include_auto_created=True)
        for table in [model._meta.db_table]
    }


def parts(statement):
    head, _, body = (statement or "").partition("(")
    return [head, *sorted(body.removesuffix(")").split(", "))]


def schema(database):
    """Each table and index with its parts; the order of columns is nobody's business."""
    own = own_tables()
    return {row[:3]: parts(row[3]) for row in database.execute(SAME) if row[2] in own}


def test_first_migrations_of_the_hub_only_create(db):
    loader = MigrationLoader(None)
    own = [loader.get_migration(app, name) for app, name in loader.graph.nodes if is_own(app)]
    assert own
    assert [str(migration) for migration in own if not only_creates(migration)] == []


def test_tables_are_those_that_the_models_describe(tmp_path, db):
    program = (
        "import django; django.setup()\n"
        "from django.apps import apps\n"
        "from django.db import connection\n"
        "connection.disable_constraint_checking()\n"
        "with connection.schema_editor() as editor:\n"
        "    [editor.create_model(m) for m in apps.get_models(include_auto_created=False) if m._meta.managed]\n"
    )
    straight = tmp_path / "straight.sqlite3"
    environment = {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
        "HUB_DATABASE": str(straight),
        "DJANGO_SETTINGS_MODULE": "portal.settings.demo",
    }
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environment, check=True)
    with closing(sqlite3.connect(straight)) as expected, closing(sqlite3.connect(empty())) as migrated:
        assert schema(migrated) == schema(expected)
