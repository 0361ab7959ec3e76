"""The demo as one group of processes: web and worker start together and stop together."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from wagtail.users.models import UserProfile

ADMIN, HOST = "admin", "127.0.0.1"
PATIENCE = 30  # seconds until the first page must have answered
GRACE = 10  # seconds a process has to end by itself


class DemoRefused(Exception):
    """Why the demo does not start, in a sentence for the person at the keyboard."""

    @classmethod
    def port_busy(cls, port: int) -> "DemoRefused":
        """Name the port that is taken and the way around it."""
        return cls(f"Η θύρα {port} είναι κατειλημμένη / Port {port} is in use: PORT={port + 1} make demo")

    @classmethod
    def not_ours(cls) -> "DemoRefused":
        """Say that settings or database belong to somebody else."""
        return cls(
            "Το demo τρέχει μόνο με τις δικές του ρυθμίσεις και βάση / "
            "The demo runs with its own settings and database only: unset DJANGO_SETTINGS_MODULE."
        )

    @classmethod
    def fresh_elsewhere(cls) -> "DemoRefused":
        """Say that a database named by hand is never deleted."""
        return cls(
            "Το FRESH=1 σβήνει μόνο τη βάση του demo· σβήστε μόνοι σας αυτή του HUB_DATABASE / "
            "FRESH=1 deletes the demo's own database only: delete the one in HUB_DATABASE yourself."
        )

    @classmethod
    def stopped(cls, name: str) -> "DemoRefused":
        """Name the process that ended by itself."""
        return cls(f"Η διεργασία «{name}» σταμάτησε / The {name} process stopped.")


@dataclass(frozen=True, slots=True)
class Account:
    """The demo's administrator, as printed."""

    name: str
    password: str


def require_free(port: int) -> None:
    """Raise DemoRefused when something already answers on `port`."""
    with socket.socket() as probe:
        # A port left a moment ago is free for a server, so it must be free for the question too.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise DemoRefused.port_busy(port) from error


def ensure_admin(store: Path) -> Account:
    """Return the administrator; make the account, or a new password when the note in `store` is lost.

    The password is random and kept in a file that only the owner may read, so that the second start
    can print it again.
    """
    user, _created = get_user_model().objects.get_or_create(
        username=ADMIN, defaults={"is_staff": True, "is_superuser": True, "first_name": "Διαχείριση"}
    )
    password, _, fingerprint = (store.read_text().strip() if store.exists() else "").partition("\n")
    # Comparing what was stored saves the second that checking a password costs on purpose.
    if not password or fingerprint != user.password:
        password = secrets.token_urlsafe(9)
        user.set_password(password)
        user.save(update_fields=["password"])
        store.parent.mkdir(parents=True, exist_ok=True)
        store.touch(mode=0o600)
        store.chmod(0o600)
        store.write_text(f"{password}\n{user.password}\n")
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "el"})
    return Account(ADMIN, password)


def commands(port: int) -> dict[str, list[str]]:
    """Return what the demo runs: a name for people, and the command."""
    web = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", HOST]
    web += ["--port", str(port), "--workers", "1", "--blocking-threads", "8", "--no-ws", "--no-log"]
    worker = [sys.executable, "manage.py", "db_worker", "--queue-name", "*", "--no-reload", "-v", "0"]
    return {"web": [*web, "portal.wsgi:application"], "worker": worker}


def serve(port: int, on_ready: Callable[[float], None]) -> None:
    """Run web and worker until Ctrl-C or SIGTERM; call `on_ready(seconds)` after the first page.

    Raises DemoRefused when one of them ends by itself: half a demo would only puzzle.
    """
    paths = os.pathsep.join([str(settings.SITE), str(settings.ROOT)])
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": os.environ["DJANGO_SETTINGS_MODULE"],
        "PYTHONPATH": paths,
    }
    begun = time.monotonic()
    for ending in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(ending, _as_interrupt)
    running = {
        # A group of its own each: Ctrl-C reaches this process alone, which then ends both in order. A server
        # that hears the terminal and us at the same time may leave its own worker behind.
        name: subprocess.Popen(command, cwd=settings.ROOT, env=environment, start_new_session=True)  # noqa: S603 -- our own words
        for name, command in commands(port).items()
    }
    try:
        _wait_for_first_page(port, running)
        on_ready(time.monotonic() - begun)
        while True:
            _require_alive(running)
            time.sleep(0.5)
    except KeyboardInterrupt:
        return
    finally:
        _stop(running)


def _as_interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _require_alive(running: dict[str, subprocess.Popen[bytes]]) -> None:
    for name, process in running.items():
        if process.poll() is not None:
            raise DemoRefused.stopped(name)


def _wait_for_first_page(port: int, running: dict[str, subprocess.Popen[bytes]]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        _require_alive(running)
        try:
            urllib.request.urlopen(f"http://{HOST}:{port}/", timeout=PATIENCE).close()
        except urllib.error.HTTPError:
            return  # an answer, if a sad one: the page itself will say what is wrong
        except OSError:
            time.sleep(0.1)
        else:
            return


def _stop(running: dict[str, subprocess.Popen[bytes]]) -> None:
    """End both, politely first; what a server leaves behind in its group goes with it."""
    for ending in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(ending, signal.SIG_IGN)  # a second Ctrl-C must not stop the stopping
    for process in running.values():
        if process.poll() is None:
            process.terminate()
    for process in running.values():
        with suppress(subprocess.TimeoutExpired):
            process.wait(GRACE)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
