"""What the first reader of a process would wait for two seconds, done before that reader comes."""

import logging
from threading import Thread

from django.conf import settings
from django.db import DatabaseError, connections
from django.utils import timezone

from core.garbage import settle
from search.filters import Filters
from search.selectors import search
from search.suggestions import suggest

logger = logging.getLogger(__name__)
ASKED = "112"  # in every language


def warm_in_background() -> None:
    """The server answers meanwhile; what was read is then never looked at as garbage."""
    Thread(target=_warm_and_settle, name="warming", daemon=True).start()


def _warm_and_settle() -> None:
    try:
        warm()
    finally:
        connections.close_all()
        settle()


def warm() -> None:
    """Search and suggest as a reader does, which reads all words; while the database is away a reader does it."""
    now, language = timezone.localtime(), settings.LANGUAGE_CODE
    try:
        search(ASKED, Filters(), language=language, now=now)
        suggest(ASKED, language=language, now=now)
    except DatabaseError as error:
        logger.warning("Search could not be made ready: %s", error)
