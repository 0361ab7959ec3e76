"""One line for each write that somebody may ask about later: who, what, when, from, to.

The lines are Wagtail's own log, so they stand in the history of the thing and in the site's report. An app
names its actions with Wagtail's hook `register_log_actions`; nothing personal belongs into `data`.
"""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from wagtail.log_actions import log, registry


class UnknownAction(Exception):
    """An action that no app has registered would be a line that nobody can read."""


def audit(thing: models.Model, action: str, *, by: AbstractBaseUser | None, **data: Any) -> None:
    """Write that `by` (None: the hub itself, or a reader) did `action` to `thing`; `data` holds JSON values.

    Called inside the transaction of the write: both are there or neither. Raises UnknownAction.
    """
    registry.scan_for_actions()
    if not registry.action_exists(action):
        raise UnknownAction(action)
    log(thing, action, user=by, data=data)
