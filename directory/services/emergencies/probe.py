"""How long until readers see an emergency: ten addresses in every language are asked until each of them shows it.

A drill is looked for as signed-in staff see it, by a session that lives as long as the probe: nobody else sees one.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from importlib import import_module
from time import sleep
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from wagtail.models import Page

from core.languages import codes
from directory.models.activation import Activation, ActivationLog
from directory.selectors.emergencies import strip_key

ADDRESSES, PATIENCE, PAUSE, ANSWERS = 10, timedelta(seconds=60), 0.25, 10
BACKEND = "django.contrib.auth.backends.ModelBackend"
Fetch = Callable[[str, str], bytes]  # address, session → answer


def measure(
    pk: int,
    *,
    clock: Callable[[], datetime],
    fetch: Fetch | None = None,
    wait: Callable[[float], None] = sleep,
) -> str:
    """Return what was found, as it stands in the log: seconds since the approval, how many addresses show it."""
    activation = Activation.objects.select_related("approved_by").get(pk=pk)
    addresses, fetch = list(_addresses()), fetch or _fetched
    mark = strip_key(activation.uuid, drill=activation.drill).encode()
    left = addresses
    with _session(activation) as session:
        while left and clock() < activation.approved_at + PATIENCE:
            left = [address for address in left if mark not in _answer(fetch, address, session)]
            if left:
                wait(PAUSE)
    at = clock()
    seconds = (at - activation.approved_at).total_seconds()
    shown = f"{len(addresses) - len(left)}/{len(addresses)}"
    ActivationLog.objects.create(
        activation=activation, what=ActivationLog.What.SEEN, at=at, seconds=seconds, reason=shown
    )
    return f"{seconds:.1f} s, {shown}"


def _addresses() -> Iterator[str]:
    """The uppermost pages of every language that has a home."""
    for language in codes():
        pages = Page.objects.live().filter(locale__language_code=language, depth__gt=1, alias_of__isnull=True)
        for page in pages.order_by("depth", "path")[:ADDRESSES]:
            if url := page.get_url():
                yield url


def _answer(fetch: Fetch, address: str, session: str) -> bytes:
    try:
        return fetch(address, session)
    except (URLError, OSError):
        return b""  # not seen


def _fetched(address: str, session: str) -> bytes:
    headers = {"Cookie": f"{settings.SESSION_COOKIE_NAME}={session}"} if session else {}
    request = Request(f"{settings.WAGTAILADMIN_BASE_URL}{address}", headers=headers)  # noqa: S310 -- our own address
    with urlopen(request, timeout=ANSWERS) as answer:  # noqa: S310 -- our own address
        return answer.read()


@contextmanager
def _session(activation: Activation) -> Iterator[str]:
    """For a drill the key of a session of who approved it; for readers none."""
    if not activation.drill:
        yield ""
        return
    store: Any = import_module(settings.SESSION_ENGINE).SessionStore()
    person = activation.approved_by
    store[SESSION_KEY], store[BACKEND_SESSION_KEY] = str(person.pk), BACKEND
    store[HASH_SESSION_KEY] = person.get_session_auth_hash()
    store.set_expiry(int(PATIENCE.total_seconds()) + ANSWERS)
    store.create()
    try:
        yield store.session_key
    finally:
        store.delete()
