"""A word that is saved in one process is used by another, page cache and all."""

import sqlite3
import subprocess
import sys
import time
from http.client import HTTPConnection
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

from core.bench.servers import Server, child_environment
from search.services import rebuild
from tests.factories import home as make

pytestmark = [pytest.mark.processes, pytest.mark.django_db(transaction=True)]
PATIENCE = 15  # seconds
SAVE = """
import sys, time, django
django.setup()
from search.lexicon.files import ConceptRow
from search.services import take_words
take_words([ConceptRow("βάρκα", words={"el": ("πλεούμενο",)})])
sys.stdout.write(f"{time.time():.6f}")
"""


def answer(server: Server, query: str) -> str:
    link = HTTPConnection("127.0.0.1", server.port, timeout=30)
    try:
        link.request("GET", f"/search/?q={quote(query)}")
        return link.getresponse().read().decode()
    finally:
        link.close()


def test_saved_word_is_used_by_another_process_within_a_second(homes, tmp_path):
    make.standard_page(homes["el"], title="Βάρκες και σκάφη", slug="varkes")
    rebuild()
    with sqlite3.connect(tmp_path / "hub.sqlite3") as copy:
        connection.connection.backup(copy)
    environment = {
        "DJANGO_SETTINGS_MODULE": "tests.search.server_settings",
        "HUB_DATABASE": str(tmp_path / "hub.sqlite3"),
        "HUB_SEARCH_FOLDER": str(settings.SEARCH_INDEX_FOLDER),
    }
    with Server(environment=environment) as server:
        assert "/varkes/" not in answer(server, "πλεούμενο")
        saving = subprocess.Popen(
            [sys.executable, "-c", SAVE], stdout=subprocess.PIPE, text=True, env=child_environment(environment)
        )
        asked = last_old = begun = time.time()
        while "/varkes/" not in answer(server, "πλεούμενο"):
            last_old, asked = asked, time.time()
            assert asked - begun < PATIENCE, "the word was never used"
            time.sleep(0.02)
        saved = float(saving.communicate()[0])
    assert last_old - saved <= 1
