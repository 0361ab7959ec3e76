"""A real PostgreSQL of the run: a throw-away cluster in a folder of its own, reached by a socket in it."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

# Nothing of it survives the run, so it need not wait for the disk.
HASTE = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses="]


def programs() -> Path | None:
    """The folder with `initdb` of the newest version that is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def running() -> Iterator[str]:
    """Start a cluster; gives the address of its database, in libpq's words. Skips where there is no PostgreSQL."""
    here = programs()
    if here is None:
        pytest.skip("PostgreSQL is missing (apt-get install postgresql).")
    folder = Path(tempfile.mkdtemp(prefix="hub-postgres-"))
    as_user: list[str] = []
    if os.getuid() == 0:  # the server refuses to run as root
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        as_user = ["setpriv", f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups"]
    data = folder / "data"

    def call(program: str, *arguments: str) -> None:
        command = [*as_user, str(here / program), "-D", str(data), *arguments]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT)

    try:
        call("initdb", "--username=hub", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        options = " ".join(f"-c {each}" for each in [*HASTE, f"unix_socket_directories={folder}"])
        call("pg_ctl", "start", "--wait", "-l", str(folder / "log"), "-o", options)
        yield f"host={folder} dbname=postgres user=hub"
        call("pg_ctl", "stop", "--mode=immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
