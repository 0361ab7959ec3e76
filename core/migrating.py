"""Migrating from zero in seconds: the hub's own first migrations make all their tables at once.

Django renders the models that a changed one is related to anew after every operation. Nearly everything is
related to Wagtail's page, so two hundred operations of ours render two hundred models each. A first migration
only creates, so the tables can be made from its end: the same tables, one rendering. Libraries come first,
because every model that is already there makes each of their operations slower. Half of their operations change
what no table holds (names, help texts, choices); those change the state and render nothing.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partialmethod
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import Migration
from django.db.migrations.graph import MigrationGraph
from django.db.migrations.operations import (
    AddConstraint,
    AddField,
    AddIndex,
    AlterField,
    AlterModelOptions,
    AlterUniqueTogether,
    CreateModel,
)
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.models import Field

CREATING = (CreateModel, AddField, AddConstraint, AddIndex, AlterUniqueTogether)


def is_own(app_label: str) -> bool:
    """Return whether an app is the project's, not a library's."""
    return Path(apps.get_app_config(app_label).path).parent in {settings.ROOT, settings.SITE}


def only_creates(migration: Migration) -> bool:
    """Return whether a migration of ours does nothing but make new tables."""
    created = {operation.name_lower for operation in migration.operations if isinstance(operation, CreateModel)}
    return (
        is_own(migration.app_label)
        and bool(migration.initial)
        and all(isinstance(operation, CREATING) for operation in migration.operations)
        and all(_model(operation) in created for operation in migration.operations)
    )


@contextmanager
def at_once() -> Iterator[None]:
    """While this lasts, migrations that only create do it in one step, and libraries migrate first."""
    step_by_step, leaves = Migration.apply, MigrationGraph.leaf_nodes
    altering, naming = AlterField.state_forwards, AlterModelOptions.state_forwards
    Migration.apply = partialmethod(_apply, step_by_step)
    MigrationGraph.leaf_nodes = partialmethod(_libraries_first, leaves)
    AlterField.state_forwards = partialmethod(_alter, altering)
    AlterModelOptions.state_forwards = partialmethod(_unrendered, naming)
    # Model classes are made by the thousand and none is thrown away before the end: collecting costs a fifth.
    gc.disable()
    try:
        yield
    finally:
        Migration.apply, MigrationGraph.leaf_nodes = step_by_step, leaves
        AlterField.state_forwards, AlterModelOptions.state_forwards = altering, naming
        gc.enable()


def _apply(
    migration: Migration, step_by_step: Any, state: ProjectState, editor: BaseDatabaseSchemaEditor, **options: Any
) -> ProjectState:
    if options.get("collect_sql") or not only_creates(migration):
        return step_by_step(migration, state, editor, **options)
    known = set(state.models)
    rendered = state.apps
    with _without_rendering(state):
        for operation in migration.operations:
            operation.state_forwards(migration.app_label, state)
    made = [key for key in state.models if key not in known]
    rendered.render_multiple([state.models[key] for key in made])
    rendered.clear_cache()
    for key in made:
        editor.create_model(rendered.get_model(*key))
    return state


@contextmanager
def _without_rendering(state: ProjectState) -> Iterator[None]:
    """While this lasts, operations change the state alone: without rendered models there is nothing to renew."""
    rendered = state.__dict__.pop("apps", None)
    try:
        yield
    finally:
        if rendered is not None:
            state.__dict__["apps"] = rendered


def _unrendered(operation: Operation, forwards: Any, app_label: str, state: ProjectState) -> None:
    with _without_rendering(state):
        forwards(operation, app_label, state)


def _alter(operation: AlterField, forwards: Any, app_label: str, state: ProjectState) -> None:
    before = state.models[app_label, operation.model_name_lower].fields[operation.name_lower]
    if _in_table(before) == _in_table(operation.field):
        _unrendered(operation, forwards, app_label, state)
    else:
        forwards(operation, app_label, state)


def _in_table(field: Field) -> tuple[str, Any, Any]:
    """Return what of a field its table shows."""
    _, path, arguments, options = field.deconstruct()
    return path, arguments, {name: value for name, value in options.items() if name not in field.non_db_attrs}


def _libraries_first(graph: MigrationGraph, leaves: Any, app: str | None = None) -> list[tuple[str, str]]:
    return sorted(leaves(graph, app), key=lambda node: (is_own(node[0]), node))


def _model(operation: Any) -> str:
    return (
        operation.name_lower if isinstance(operation, CreateModel | AlterUniqueTogether) else operation.model_name_lower
    )
