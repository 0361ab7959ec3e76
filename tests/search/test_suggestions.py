"""Suggestions while typing: titles, concepts with their door, needs; in every spelling, and never slow."""

import json
import time
from dataclasses import replace

import pytest

from core.hooks import HelpLink
from search.engines.embedded import EmbeddedEngine
from search.index import engine
from search.suggestions import suggest
from tests.conftest import NOON
from tests.search.conftest import THING

KAPI = replace(THING, title="ΚΑΠΗ Καμινίων", url="/kapi/", names=("Κέντρο Ανοιχτής Προστασίας",), summary="")


@pytest.fixture
def shelf(stock):
    stock(
        KAPI,
        replace(KAPI, group="tests.thing:2", title="Κοινωνικό Συσσίτιο", url="/syssitio/", names=()),
        replace(KAPI, group="tests.thing:2", language="en", title="Soup kitchen", url="/en/soup/", names=()),
    )


def rows(typed: str, language: str = "el") -> list[tuple[str, str]]:
    return [(row.text, row.url) for row in suggest(typed, language=language, now=NOON)]


@pytest.mark.parametrize("typed", ["kap", "καπ", "KAPH", "κάπι", "Kam", "kamini", "προστασ", "καπ καμ"])
def test_a_title_is_suggested_by_the_beginning_of_any_of_its_words(shelf, typed):
    assert ("ΚΑΠΗ Καμινίων", "/kapi/") in rows(typed)


def test_the_other_keyboard_is_understood(shelf):
    assert ("ΚΑΠΗ Καμινίων", "/kapi/") in rows("kaph")
    assert ("Soup kitchen", "/en/soup/") in rows("κιτψηεν", "en")


def test_every_typed_word_must_begin_a_word(shelf):
    assert rows("καπ συσσ") == []


def test_a_concept_is_suggested_with_its_door(shelf):
    (row, *_) = suggest("φαγη", language="el", now=NOON)
    assert (row.text, row.note, row.url) == ("φαγητό", "Κοινωνικό Συσσίτιο", "/syssitio/")


def test_titles_come_in_the_readers_language_where_there_is_one(shelf):
    assert ("Soup kitchen", "/en/soup/") in rows("συσσ", "en")
    assert suggest("kapi", language="en", now=NOON)[0].language == "el"


def test_needs_are_suggested(shelf, monkeypatch):
    link = HelpLink("need", "Φαγητό και είδη πρώτης ανάγκης", "/domes/?need=food")
    monkeypatch.setattr("search.suggestions.asked", lambda name, language: [link])
    assert rows("prwt")[0] == (link.title, link.url)


@pytest.mark.parametrize("typed", ["", "κ", " κ ", "ξβγκ", "🍞🍞", "'; DROP TABLE", '"*', "\u202eab\x00"])
def test_what_says_nothing_suggests_nothing(shelf, typed):
    assert rows(typed) == []


def test_what_is_hidden_now_is_not_suggested(stock):
    stock(replace(KAPI, visible_until=NOON))
    assert rows("καπη") == []


def test_a_deleted_thing_is_not_suggested(shelf):
    engine().delete([KAPI.group])
    assert rows("καμιν") == []


def test_without_an_index_nothing_is_suggested(homes):
    assert rows("καπη") == []


def test_the_answer_is_what_browsers_understand(client, shelf):
    response = client.get("/search/suggest/", {"q": "kapi"})
    assert response["Content-Type"] == "application/x-suggestions+json"
    assert json.loads(response.content) == ["kapi", ["ΚΑΠΗ Καμινίων"], ["Δομή"], ["/kapi/"], ["el"]]


def test_the_page_names_where_suggestions_come_from_and_the_description_for_browsers(client, shelf):
    text = client.get("/en/search/").content.decode()
    assert 'data-suggest="/en/search/suggest/"' in text
    assert '<link rel="search" type="application/opensearchdescription+xml" href="/en/opensearch.xml"' in text
    described = client.get("/en/opensearch.xml")
    assert described["Content-Type"] == "application/opensearchdescription+xml"
    assert 'template="http://testserver/en/search/?q={searchTerms}"' in described.content.decode()
    assert 'template="http://testserver/en/search/suggest/?q={searchTerms}"' in described.content.decode()


def test_beginnings_are_found_at_once_among_thousands(tmp_path):
    shelves = EmbeddedEngine(tmp_path)
    shelves.write(
        replace(KAPI, group=f"tests.thing:{number}", title=f"ΚΑΠΗ αριθμός {number}") for number in range(2_000)
    )
    shelves.beginnings([("gkap",)], 16)
    begun = time.process_time()
    for _ in range(10):
        assert len(shelves.beginnings([("gkap",), ("gari",)], 16).units) == 16
    assert (time.process_time() - begun) / 10 < 0.03
