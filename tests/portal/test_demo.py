"""`make demo` on somebody's machine: it starts, it stops, and where it cannot it says why."""

import os
import shutil
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import urllib.request
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests import schema

ROOT = Path(__file__).resolve().parents[2]


def environment(folder, **more):
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("HUB_", "DJANGO_"))}
    return clean | {"HUB_VAR": str(folder), "PYTHONUNBUFFERED": "1"} | more


def demo(folder, *arguments, **more):
    command = [sys.executable, "manage.py", "demo", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=environment(folder, **more), capture_output=True, text=True, check=False
    )


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(folder, port):
    """Start the demo, wait for its greeting, stop it as Ctrl-C does; give the lines it printed."""
    command = [sys.executable, "manage.py", "demo", "--port", str(port)]
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment(folder), stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    lines = []
    for line in process.stdout:
        lines.append(line)
        if "Ctrl-C" in line:
            break
    try:
        yield "".join(lines)
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(20)
        process.stdout.close()


def get(port, path):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as answer:
        return answer.status, answer.read().decode()


def answers(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def content(folder):
    """What stands in the database: a second loading must leave it as it is."""
    with closing(sqlite3.connect(folder / "demo.sqlite3")) as file:
        pages = "SELECT path, title, draft_title, latest_revision_id, latest_revision_created_at FROM wagtailcore_page"
        return file.execute(f"{pages} ORDER BY path").fetchall()


@pytest.mark.processes
def test_demo_loads_content_once_serves_it_and_starts_again_with_the_same_account(tmp_path):
    shutil.copy(schema.demo(), tmp_path / "demo.sqlite3")
    before, port = content(tmp_path), free_port()
    with running(tmp_path, port) as first:
        assert [line for line in first.splitlines() if " s" in line and "Content" in line]
        assert content(tmp_path) == before
        assert get(port, "/")[0] == get(port, "/en/")[0] == 200
        assert '<html lang="el"' in get(port, "/")[1]
        assert get(port, "/admin/login/")[0] == 200
    assert not answers(port)
    with running(tmp_path, port) as second:
        assert [line for line in second.splitlines() if " s" in line and "Content" in line] == []
        account = [line for line in first.splitlines() if "Account" in line]
        assert account == [line for line in second.splitlines() if "Account" in line]
    assert not answers(port)
    assert stat.S_IMODE((tmp_path / "admin.txt").stat().st_mode) == 0o600


def test_demo_names_the_way_around_when_its_port_is_taken(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = demo(tmp_path, "--port", str(port))
    assert done.returncode == 2
    assert done.stderr.strip() == (
        f"Η θύρα {port} είναι κατειλημμένη / Port {port} is in use: PORT={port + 1} make demo"
    )
    assert list(tmp_path.iterdir()) == []


def test_demo_deletes_no_database_that_was_named_by_hand(tmp_path):
    precious = tmp_path / "precious.sqlite3"
    precious.write_text("kept")
    done = demo(tmp_path, "--port", str(free_port()), "--fresh", HUB_DATABASE=str(precious))
    assert done.returncode == 2
    assert "delete the one in HUB_DATABASE yourself" in done.stderr
    assert precious.read_text() == "kept"


def test_demo_refuses_the_settings_of_somebody_else(tmp_path):
    done = demo(tmp_path, "--port", str(free_port()), DJANGO_SETTINGS_MODULE="portal.settings.test")
    assert done.returncode == 2
    assert "its own settings and database only" in done.stderr


def test_setup_says_in_both_languages_that_python_is_too_old(tmp_path):
    (tmp_path / "tools").mkdir()
    shutil.copy(ROOT / "tools" / "setup.sh", tmp_path / "tools")
    shutil.copy(ROOT / "requirements.txt", tmp_path)
    programmes = tmp_path / "bin"
    programmes.mkdir()
    for name in ("python3", "python3.11", "python3.12", "python3.13", "python3.14"):
        old = programmes / name
        old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.9.2" && exit 0\nexit 1\n')
        old.chmod(0o755)
    path = f"{programmes}{os.pathsep}/usr/bin{os.pathsep}/bin"
    done = subprocess.run(
        [str(tmp_path / "tools" / "setup.sh"), "demo"], env={"PATH": path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == "Χρειάζεται Python 3.11 ή νεότερη· βρέθηκε: Python 3.9.2."
    assert "Python 3.11 or newer is needed; found: Python 3.9.2." in done.stderr
    assert not (tmp_path / ".venv").exists()
