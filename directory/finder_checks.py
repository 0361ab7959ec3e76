"""The guided finder keeps its promise: no way through its questions ends without a structure."""

from typing import Any

from django.conf import settings
from django.core.checks import Tags, Warning, register
from django.db import DatabaseError
from django.utils import timezone

from core.health import DEGRADED, OK
from directory.finder import dead_ends
from directory.selectors.finder import finder


@register(Tags.database)
def check_finder(app_configs: Any, databases: Any = None, **kwargs: Any) -> list[Warning]:
    """`manage.py check --database default`: each way that ends at the hub's phone alone is named."""
    if not databases:
        return []
    try:
        ends = dead_ends(finder(settings.LANGUAGE_CODE, timezone.localdate()))
    except DatabaseError:  # before the first migration there is nothing to check
        return []
    hint = "Give a structure that need, or take the answer away."
    return [
        Warning(f"The finder ends without a structure: {_path(path)}.", hint=hint, id="directory.W001") for path in ends
    ]


def finder_health() -> tuple[str, str]:
    """Whether every way through the finder ends with a structure."""
    ends = dead_ends(finder(settings.LANGUAGE_CODE, timezone.localdate()))
    if not ends:
        return OK, "every path ends with a structure"
    return DEGRADED, f"{len(ends)} paths end without a structure, the first: {_path(ends[0])}"


def _path(path: dict[str, str]) -> str:
    return ", ".join(f"{aspect}={code}" for aspect, code in path.items()) or "no answers"
