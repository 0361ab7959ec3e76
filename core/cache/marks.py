"""How an answer says that it may be cached. Nothing is cached that does not say so."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import ParamSpec, TypeVar

from django.http.response import HttpResponseBase

P = ParamSpec("P")
R = TypeVar("R", bound=HttpResponseBase)
_MARK = "_hub_cache_mark"


@dataclass(frozen=True, slots=True)
class Mark:
    """The query parameters an answer depends on, and how long it may live at most (`None`: the usual).

    `leaves_no_trace`: the hub keeps it, browsers and proxies are told not to.
    """

    parameters: frozenset[str] = frozenset()
    seconds: int | None = None
    leaves_no_trace: bool = False


def mark(
    response: R, *, parameters: Iterable[str] = (), seconds: int | None = None, leaves_no_trace: bool = False
) -> R:
    """Let the page cache keep this answer; it may depend on no query parameter but the named ones."""
    setattr(response, _MARK, Mark(frozenset(parameters), seconds, leaves_no_trace))
    return response


def mark_of(response: HttpResponseBase) -> Mark | None:
    """The mark of an answer, or `None` when it must not be kept."""
    return getattr(response, _MARK, None)


def cacheable(parameters: Iterable[str] = ()) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorate a view whose answers are the same for every reader.

    `parameters` are the query parameters that matter; all others are dropped, not cached separately.
    """
    names = frozenset(parameters)

    def decorate(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def cached_view(*args: P.args, **kwargs: P.kwargs) -> R:
            return mark(view(*args, **kwargs), parameters=names)

        return cached_view

    return decorate
