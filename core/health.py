"""How the hub is: `/livez` for the process, `/readyz` for the load balancer, `/healthz` for people.

Readers are served from the page cache when a part is away, so almost nothing makes a process unready.
Apps add their own checks through the hook `hub_health_checks`.
"""

import secrets
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.cache import cache
from django.db import Error as DatabaseProblem
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from core.cache.middleware import page_cache
from core.hooks import registered
from core.queue import queue_state

OK, DEGRADED, DOWN = "ok", "degraded", "down"
DATABASE = "database"
# Longer than this, and somebody should look whether a worker runs.
QUEUE_PATIENCE = timedelta(minutes=5)

Outcome = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """How one part is, since when this process has seen it so, and words for the operator."""

    name: str
    state: str
    words: str
    since: datetime


class _Memory:
    """What this process saw last: states with their beginning, and whether migrations ever matched."""

    def __init__(self) -> None:
        self.states: dict[str, tuple[str, datetime]] = {}
        self.is_migrated = False

    def since(self, name: str, state: str, at: datetime) -> datetime:
        """The moment from which `name` has been in `state` without a break."""
        known = self.states.get(name)
        if known is None or known[0] != state:
            self.states[name] = known = (state, at)
        return known[1]


_memory = _Memory()


def findings(at: datetime) -> list[Finding]:
    """Every part of the hub at `at`: own checks first, then those of apps. Never raises."""
    return [
        Finding(name, state, words, _memory.since(name, state, at))
        for name, (state, words) in ((name, _outcome(check)) for name, check in _checks(at))
    ]


def finding(name: str, at: datetime) -> Finding | None:
    """One part of the hub at `at`; None when nothing checks it. Never raises."""
    check = next((check for each, check in _checks(at) if each == name), None)
    if check is None:
        return None
    state, words = _outcome(check)
    return Finding(name, state, words, _memory.since(name, state, at))


def is_ready() -> bool:
    """Whether readers can be sent here: migrations match, or pages are there for the time without database."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        # Asked until it is true once: a process of this release never meets an older schema again.
        _memory.is_migrated = _memory.is_migrated or _unapplied() == 0
    except DatabaseProblem:
        return page_cache().has_pages()
    return _memory.is_migrated


@never_cache
def livez(request: HttpRequest) -> HttpResponse:
    """200 while the process can answer at all."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when readers can be sent here, otherwise 503."""
    ready = is_ready()
    return HttpResponse("ready\n" if ready else "not ready\n", content_type="text/plain", status=200 if ready else 503)


@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """Every part as JSON, for staff or with the token; 503 only when the database is down."""
    if not _may_know(request):
        return JsonResponse({"detail": _("Only for operators.")}, status=403)
    found = findings(timezone.now())
    worst = next((state for state in (DOWN, DEGRADED) if any(each.state == state for each in found)), OK)
    is_down = any(each.name == DATABASE and each.state == DOWN for each in found)
    body = {"state": worst, "checks": [asdict(each) for each in found]}
    return JsonResponse(body, status=503 if is_down else 200, json_dumps_params={"ensure_ascii": False})


def _may_know(request: HttpRequest) -> bool:
    token = settings.HUB_HEALTH_TOKEN
    sent = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if token and secrets.compare_digest(sent.encode(), token.encode()):
        return True
    try:
        return request.user.is_staff
    except DatabaseProblem:
        return False


def _checks(at: datetime) -> Iterator[tuple[str, Callable[[], Outcome]]]:
    yield DATABASE, _database
    yield "migrations", _migrations
    yield "cache", _cache
    yield "page cache", _page_cache
    yield "queue", lambda: _queue(at)
    for each in registered("hub_health_checks"):
        yield each.name, each.check


def _outcome(check: Callable[[], Outcome]) -> Outcome:
    try:
        return check()
    except Exception as problem:  # noqa: BLE001 -- a check that fails is itself the finding
        return DOWN, f"{type(problem).__name__}: {problem}"


def _database() -> Outcome:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return OK, connection.vendor


def _unapplied() -> int:
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _migrations() -> Outcome:
    missing = _unapplied()
    if missing:
        return DOWN, _("%(count)s migrations are not applied.") % {"count": missing}
    return OK, _("The schema fits the program.")


def _cache() -> Outcome:
    try:
        cache.set("hub:health", 1, 10)
        is_kept = cache.get("hub:health") == 1
    except Exception as problem:  # noqa: BLE001 -- each backend has its own errors
        return DEGRADED, f"{type(problem).__name__}: {problem}"
    return (OK, _("It keeps what it gets.")) if is_kept else (DEGRADED, _("It forgets what it gets."))


def _page_cache() -> Outcome:
    pages = page_cache()
    words = _("%(pages)s pages, %(size)s KB") % {"pages": len(pages.pages), "size": pages.pages.size // 1024}
    if pages.purges.is_blind:
        return DEGRADED, _("Changes cannot be seen; pages may be old.") + f" {words}"
    return OK, words


def _queue(at: datetime) -> Outcome:
    state = queue_state(at)
    words = _("%(waiting)s waiting, %(dead)s failed for good") % {"waiting": state.waiting, "dead": state.dead}
    if state.oldest is not None and state.oldest > QUEUE_PATIENCE:
        minutes = int(state.oldest.total_seconds() // 60)
        return DEGRADED, _("The oldest task has waited for %(minutes)s minutes.") % {"minutes": minutes}
    return (DEGRADED if state.dead else OK), words
