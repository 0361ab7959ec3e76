"""One line for each write that somebody may ask about later: who, what, when, from, to.

The lines are Wagtail's own log, so they stand in the history of the thing and in the site's report. An app
names its actions with Wagtail's hook `register_log_actions`; nothing personal belongs into `data`.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.log_actions import log, registry
from wagtail.models import ModelLogEntry, Page, PageLogEntry


class UnknownAction(Exception):
    """An action that no app has registered would be a line that nobody can read."""


def audit(thing: models.Model, action: str, *, by: AbstractBaseUser | None, **data: Any) -> None:
    """Write that `by` (None: the hub itself, or a reader) did `action` to `thing`; `data` holds JSON values.

    Called inside the transaction of the write: both are there or neither. Raises UnknownAction.
    """
    _known(action)
    log(thing, action, user=by, data=data)


def audit_many(
    things: Iterable[models.Model], action: str, *, by: AbstractBaseUser | None, at: datetime, **data: Any
) -> None:
    """The same for many things of one kind, in few writes; one uuid says that they were changed together."""
    _known(action)
    said = {"action": action, "timestamp": at, "user": by, "uuid": uuid4(), "data": data}
    entries = [_entry(thing, said) for thing in things]
    for model in {type(entry) for entry in entries}:
        model.objects.bulk_create([entry for entry in entries if type(entry) is model], batch_size=500)


def _entry(thing: models.Model, said: dict[str, Any]) -> models.Model:
    if isinstance(thing, Page):
        return PageLogEntry(page=thing, content_type_id=thing.content_type_id, label=thing.title, **said)
    kind = ContentType.objects.get_for_model(thing, for_concrete_model=False)
    return ModelLogEntry(content_type=kind, object_id=str(thing.pk), label=str(thing), **said)


def _known(action: str) -> None:
    registry.scan_for_actions()
    if not registry.action_exists(action):
        raise UnknownAction(action)
