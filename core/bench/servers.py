"""Real server processes on this machine, for measuring and for tests that need more than one process."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from django.conf import settings

HUB = "portal.wsgi:application"
HELLO = "core.bench.hello:application"
PATIENCE_SECONDS = 90
GRACE_SECONDS = 10


class ServerFailed(Exception):
    """A server process that did not start."""

    @classmethod
    def ended(cls, application: str, code: int) -> "ServerFailed":
        """It stopped by itself."""
        return cls(f"{application} ended with code {code} before it answered.")

    @classmethod
    def silent(cls, application: str) -> "ServerFailed":
        """It runs but does not answer."""
        return cls(f"{application} did not answer within {PATIENCE_SECONDS} seconds.")


def free_port() -> int:
    """A port that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server(AbstractContextManager["Server"]):
    """One process of granian with one application; ended when the block is left.

    `environment` is added to the environment of this process, for example HUB_DATABASE.
    """

    def __init__(
        self, application: str = HUB, *, environment: Mapping[str, str] | None = None, probe: str = "/livez"
    ) -> None:
        self.application = application
        self.port = free_port()
        self._probe = probe
        self._environment = child_environment(environment or {})
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Server":
        command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"]
        command += ["--port", str(self.port), "--workers", "1", "--blocking-threads", "8"]
        command += ["--no-ws", "--no-log", self.application]
        self._process = subprocess.Popen(command, cwd=settings.ROOT, env=self._environment)  # noqa: S603 -- our own words
        try:
            self._wait()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def address(self) -> str:
        """Scheme, host and port."""
        return f"http://127.0.0.1:{self.port}"

    def stop(self) -> None:
        """End the process and its worker."""
        process = self._process
        if process is None or process.poll() is not None:
            return
        process.terminate()
        try:
            process.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def cpu_seconds(self) -> float:
        """Processor time that the process and its workers have used so far; 0.0 where /proc is missing."""
        if self._process is None or not Path("/proc/self/stat").exists():
            return 0.0
        return sum(_cpu_seconds(pid) for pid in _family(self._process.pid))

    def _wait(self) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            code = self._process.poll() if self._process else None
            if code is not None:
                raise ServerFailed.ended(self.application, code)
            try:
                with urllib.request.urlopen(self.address + self._probe, timeout=5):  # noqa: S310 -- our own address
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise ServerFailed.silent(self.application)


def child_environment(more: Mapping[str, str]) -> dict[str, str]:
    """The environment of a process of the hub that is started from here."""
    paths = os.pathsep.join([str(settings.ROOT), str(settings.SITE)])
    return os.environ | {"PYTHONPATH": paths} | dict(more)


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    below = children.read_text().split() if children.exists() else []
    return [pid, *(each for child in below for each in _family(int(child)))]


def _cpu_seconds(pid: int) -> float:
    # Fields 14 and 15, counted after the name, which may hold blanks.
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
