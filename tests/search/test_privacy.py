"""Queries that found nothing are counted without what may name a person."""

import logging
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.db import connection

from search.analysis.fold import fold
from search.index import answerer
from search.models import ZeroResult
from search.privacy import countable
from search.services import count_nothing, forget_counted
from search.understanding import Situation, understand
from search.wording import Missed, missed
from tests.conftest import NOON
from tests.search.conftest import THING

DAY = date(2027, 5, 4)


@pytest.fixture
def shelf(stock):
    stock(THING)


def counted() -> list[str]:
    return list(ZeroResult.objects.values_list("query", flat=True))


@pytest.mark.parametrize(
    "query",
    [
        "Μαρία Παπαδοπούλου",
        "maria papadopoulou",
        "του Κώστα το σπίτι ελικόπτερο",
        "Παπαδόπουλος",
        "georgiadis",
        "6900000000",
        "690 000 0000 ελικόπτερο",
        "ΑΜΚΑ 01019912345",
        "a.b@example.org",
        "θέλω να πεθάνω ελικόπτερο",
        "με χτυπάει ο άντρας μου",
        "Ahmed Hassan",
        "αβγδ εζηθ ικλμν ξοπρσ",
        "ελικόπτερο " * 20,
        "🚁",
        "",
    ],
)
def test_what_may_tell_of_a_person_is_never_counted(client, shelf, query):
    client.get("/search/", {"q": query})
    assert counted() == []


def test_what_found_nothing_is_counted_by_day_and_language(client, shelf):
    client.get("/search/", {"q": "Ελικόπτερα;"})
    client.get("/search/", {"q": "ελικόπτερα"})
    row = ZeroResult.objects.get()
    assert (row.query, row.language, row.times) == ("ελικοπτερα", "el", 2)


def test_what_was_found_is_not_counted(client, shelf):
    client.get("/search/", {"q": "συσσίτιο"})
    assert counted() == []


def test_editors_see_what_was_typed_three_times_on_two_days(shelf):
    for query, days in (("ελικοπτερο", (0, 0, 1)), ("αεροπλανο", (0, 0, 0)), ("τρενο", (0, 1))):
        for back in days:
            count_nothing(query, language="el", day=DAY - timedelta(days=back))
    assert missed() == [Missed("ελικοπτερο", "el", 3, 2, DAY)]


def test_after_ninety_days_nothing_is_left(shelf):
    count_nothing("ελικοπτερο", language="el", day=DAY - timedelta(days=91))
    count_nothing("ελικοπτερο", language="el", day=DAY - timedelta(days=89))
    assert forget_counted(NOON - timedelta(days=90)) == 1
    assert ZeroResult.objects.get().day == DAY - timedelta(days=89)


def test_the_report_and_the_test_screen_are_for_those_who_may_change_words(client, shelf):
    for address in ("/admin/search-test/?q=syssitio", "/admin/search-nothing/"):
        assert client.get(address).status_code == 302
    client.force_login(get_user_model().objects.create_superuser("editor", "editor@example.org", None))
    text = client.get("/admin/search-test/", {"q": "syssitio"}).content.decode()
    assert "Κοινωνικό Συσσίτιο" in text
    assert "στον τίτλο 1,2" in text
    count_nothing("ελικοπτερο", language="el", day=DAY)
    assert "ελικοπτερο" not in client.get("/admin/search-nothing/").content.decode()


NAMES = ("Μαρία Παπαδοπούλου", "Giorgos Nikolaidis", "Ahmed Hassan", "Олена Коваленко", "Κώστας Αντωνίου")
NUMBERS = ("6912345678", "01019912345", "210 412 3456", "AK 123456", "me@example.org")
TROUBLES = ("με χτυπάει ο άντρας μου", "θέλω να πεθάνω", "kindynevo", "ελικόπτερο", "απεξάρτηση")
SECRETS = [fold(each) for each in (*NAMES, *NUMBERS[:3], "example.org", "χτυπαει", "πεθανω")]


def five_hundred() -> list[str]:
    """Queries that name people, tell numbers or speak of danger, alone and together."""
    pairs = [f"{one} {other}" for one in NAMES for other in (*NUMBERS, *TROUBLES)]
    triples = [f"{trouble} {name} {number}" for name in NAMES for number in NUMBERS for trouble in TROUBLES]
    alone = [*NAMES, *NUMBERS, *TROUBLES[:2]]
    turned = [" ".join(reversed(each.split())) for each in (*pairs, *triples, *alone)]
    written = [each.upper() for each in (*pairs, *triples)]
    return [*pairs, *triples, *alone, *turned, *written][:500]


def test_nothing_of_five_hundred_delicate_queries_is_left_anywhere(client, shelf, caplog, settings):
    caplog.set_level(logging.DEBUG)
    asked = five_hundred()
    assert len(set(asked)) >= 450
    vocabulary = answerer().vocabulary()
    for query in asked:  # as if each had found nothing
        counted_as = countable(understand(query, Situation(vocabulary, DAY)), vocabulary)
        if counted_as:
            count_nothing(counted_as, language="el", day=DAY)
    for query in asked[::50]:
        client.get("/search/", {"q": query})
        client.get("/search/suggest/", {"q": query})
        client.get("/api/search", {"q": query})
    client.force_login(get_user_model().objects.create_superuser("editor", "editor@hub.test", None))
    kept = [client.get("/admin/search-nothing/").content.decode(), caplog.text]
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            kept.append(repr(cursor.execute(f'SELECT * FROM "{table}"').fetchall()))  # noqa: S608 -- our own tables
    files = [path for path in Path(settings.SEARCH_INDEX_FOLDER).rglob("*") if path.is_file()]
    kept += [path.read_bytes().decode("utf-8", "ignore") for path in files]
    left = [fold(each) for each in kept]
    assert files
    assert [secret for secret in SECRETS if any(secret in each for each in left)] == []
