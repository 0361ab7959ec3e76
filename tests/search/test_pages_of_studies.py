"""Pages of a PDF: under their study for readers, by themselves for programs."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from search.documents import SearchDocument
from tests.conftest import NOON
from tests.search.conftest import THING

STUDY = SearchDocument(
    group="tests.thing:study", type="study", language="el", title="Μελέτη για τη φτώχεια", url="/meleti/",
    summary="Τι έδειξε η έρευνα στα νοικοκυριά.", date=date(2026, 5, 1),
)  # fmt: skip


def page(number: int, text: str = "Συσσίτια και παντοπωλεία ανά γειτονιά.", **fields) -> SearchDocument:
    return replace(
        STUDY, type="study_page", page=number, summary="", url=f"/meleti.pdf#page={number}", body=text,
        **{"title": f"Μελέτη για τη φτώχεια, σελίδα {number}", **fields},
    )  # fmt: skip


def greenhouses(**fields) -> SearchDocument:
    """A page that answers by itself, though its study says nothing of the matter."""
    return page(12, "Θερμοκήπια και κηπουρική.", title="Θερμοκήπια της πόλης", **fields)


def main(response) -> str:
    content = response.content.decode()
    return content[content.index("<main") : content.index("</main>")]


@pytest.fixture
def shelf(stock):
    return lambda *documents: stock(THING, STUDY, *documents)


def test_pages_stand_under_their_study_at_most_three_each_with_its_number(client, shelf):
    shelf(*(page(number) for number in (12, 14, 17, 20)))
    text = main(client.get("/search/", {"q": "συσσίτια"}))
    assert text.count("<h3>") == 2
    assert text.count("στη σελίδα") == 3
    assert '<a href="/meleti.pdf#page=12">στη σελίδα 12</a>: ' in text
    assert 'href="/meleti/"' in text
    assert "2 αποτελέσματα για" in text


def test_pages_lead_to_their_study_though_the_study_itself_was_not_found(client, shelf):
    shelf(greenhouses())
    text = main(client.get("/search/", {"q": "θερμοκήπια"}))
    assert text.count("<h3>") == 1
    assert text.index('href="/meleti/"') < text.index("#page=12")


def test_pages_of_a_study_that_readers_do_not_see_are_no_way_to_it(client, stock):
    hidden = timedelta(days=36_500)
    stock(THING, replace(STUDY, visible_from=NOON + hidden), greenhouses(visible_from=NOON + hidden))
    text = main(client.get("/search/", {"q": "θερμοκήπια"}))
    assert "meleti" not in text


def test_text_that_was_read_from_a_picture_says_so(client, shelf):
    shelf(greenhouses(recognised=True))
    assert "κείμενο από αναγνώριση" in main(client.get("/search/", {"q": "θερμοκήπια"}))


def test_programs_get_every_page_by_itself(client, shelf):
    shelf(*(page(number) for number in (12, 14, 17, 20)))
    found = client.get("/api/search", {"q": "συσσίτια"}).json()
    assert sorted(row["page"] for row in found["results"] if row["page"]) == [12, 14, 17, 20]
    assert found["total"] == 5


def test_a_page_that_is_only_possibly_related_says_so_too(client, stock):
    stock(THING, page(12, "Θερμοκήπια και κηπουρική.", recognised=True))
    text = main(client.get("/search/", {"q": "θερμοκήπια"}))
    assert "Ίσως σχετικά" in text
    assert "κείμενο από αναγνώριση" in text


def test_study_of_which_the_year_is_known_says_no_day(client, shelf):
    shelf(replace(greenhouses(), date=date(2026, 1, 1)))
    text = main(client.get("/search/", {"q": "μελέτη φτώχεια"}))
    assert '<time datetime="2026">2026</time>' in text
    assert "Μαΐου" not in text
