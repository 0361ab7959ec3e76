"""The first reader of a process waits no longer than the next."""

import pytest
from django.db import OperationalError, connection
from portal.warming import warm

from search.suggestions import _expressions
from tests.search.conftest import THING

pytestmark = pytest.mark.django_db


def away(*_call):
    raise OperationalError("the database is away")


def test_a_process_that_is_warm_has_read_the_words_that_suggestions_begin_with(stock):
    stock(THING)
    _expressions.cache_clear()
    warm()
    assert _expressions.cache_info().currsize == 1


def test_a_process_starts_while_its_database_is_away(stock, caplog):
    stock(THING)
    with connection.execute_wrapper(away):
        warm()
    assert "the database is away" in caplog.text
