"""Queries that found nothing are counted without what may name a person."""

from datetime import date, timedelta

import pytest
from django.contrib.auth import get_user_model

from search.models import ZeroResult
from search.services import count_nothing, forget_counted
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
