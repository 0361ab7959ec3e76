"""Engines of tables: one truth for every process, counts that fit, a switch that readers do not notice."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from search.answering import Answerer
from search.documents import SearchDocument
from search.engines.base import IndexMissing, any_of
from search.engines.embedded import EmbeddedEngine
from search.engines.postgres import PostgresEngine
from search.engines.stored import StoredEngine
from search.ranking import Reader

READER = Reader(language="el", fallbacks=("el",), today=date(2027, 5, 4))
LAUNDRY = SearchDocument(
    group="directory.structure:1",
    type="structure",
    language="el",
    title="Κοινωνικό Πλυντήριο",
    url="/plyntirio/",
    names=("πλύσιμο ρούχων",),
    summary="Πλένετε δωρεάν τα ρούχα σας.",
    place=("d",),
    place_names=("Ταμπούρια",),
    needs=("hygiene",),
    date=date(2027, 1, 2),
)
SOUP = replace(LAUNDRY, group="directory.structure:2", title="Συσσίτιο Καμινίων", names=(), summary="Γεύμα.", place=())


@pytest.fixture(params=["embedded", "postgresql"])
def engine(request, tmp_path) -> Iterator[StoredEngine]:
    """An engine of each kind, without an index yet."""
    if request.param == "embedded":
        yield EmbeddedEngine(tmp_path / "search")
        return
    found = PostgresEngine(request.getfixturevalue("postgres"), "hub_test")
    yield found
    found.forget()


def again(engine: StoredEngine) -> StoredEngine:
    """The same index as a second process sees it."""
    if isinstance(engine, EmbeddedEngine):
        return EmbeddedEngine(engine.folder)
    return PostgresEngine(engine.address, engine.prefix)


def units(engine: StoredEngine, query: str) -> list[str]:
    return [hit.unit for hit in Answerer(engine).answer(query, READER).hits]


def tables(engine: StoredEngine) -> dict[str, list]:
    read = engine.tables().all
    return {
        "terms": read("SELECT key, frequency FROM search_term ORDER BY key"),
        "lists": read("SELECT key, tenth, portion, units FROM search_posting ORDER BY key, tenth, portion"),
        "pairs of letters": read("SELECT gram, key FROM search_gram ORDER BY gram, key"),
        "sizes": read("SELECT name, value FROM search_state WHERE name NOT IN ('changes', 'rows') ORDER BY name"),
    }


def test_a_document_comes_back_as_it_was_written(engine):
    engine.write([LAUNDRY])
    (entries,) = engine.candidates(any_of("gplidir")).units.values()
    assert entries[0].document == LAUNDRY


def test_without_an_index_the_engine_says_what_to_do(engine):
    with pytest.raises(IndexMissing, match="search_rebuild"):
        engine.snapshot()
    assert not engine.state().ready


def test_an_index_of_another_form_is_none_and_is_written_anew(tmp_path):
    engine = EmbeddedEngine(tmp_path / "search")
    engine.folder.mkdir()
    (engine.folder / "current").symlink_to("entries0-1.sqlite3")
    assert not engine.state().ready
    engine.write([LAUNDRY])
    assert units(engine, "πλυντήριο") == [LAUNDRY.group]


def test_replacing_and_deleting_leave_the_counts_as_if_never_written(engine):
    engine.write([SOUP])
    before = tables(engine)
    engine.write([LAUNDRY])
    engine.write([replace(LAUNDRY, title="Στεγνωτήριο", names=())])
    engine.delete([LAUNDRY.group])
    assert tables(engine) == before


def test_an_older_text_of_a_document_is_not_found(engine):
    engine.write([LAUNDRY])
    engine.write([replace(LAUNDRY, title="Στεγνωτήριο", names=(), summary="")])
    assert engine.candidates(any_of("gplidir")).units == {}


def test_languages_of_one_object_are_one_hit_in_the_language_of_the_reader(engine):
    engine.write([LAUNDRY, replace(LAUNDRY, language="en", title="Social laundry", names=(), summary="Wash clothes.")])
    (hit,) = Answerer(engine).answer("laundry", READER).hits
    assert hit.entry.document.language == "el"
    (hit,) = Answerer(engine).answer("πλυντήριο", replace(READER, language="en")).hits
    assert hit.entry.document.language == "en"


def test_a_second_process_sees_what_the_first_one_writes(engine):
    other = again(engine)
    engine.write([LAUNDRY])
    assert units(other, "πλυντήριο") == [LAUNDRY.group]
    engine.write([SOUP])
    assert units(other, "συσσίτιο") == [SOUP.group]
    engine.delete([SOUP.group])
    assert units(other, "συσσίτιο") == []


def test_a_switch_is_noticed_by_a_second_process_and_keeps_one_old_index(engine):
    other = again(engine)
    engine.write([LAUNDRY])
    assert units(other, "πλυντήριο") == [LAUNDRY.group]
    for _ in range(3):
        beside = engine.begin()
        beside.write([LAUNDRY, SOUP])
        engine.switch(beside)
    assert units(other, "συσσίτιο") == [SOUP.group]
    if isinstance(engine, EmbeddedEngine):
        assert len(list(Path(engine.folder).glob("entries*.sqlite3"))) == 2
    else:
        schemas = engine.tables().all("SELECT nspname FROM pg_namespace WHERE starts_with(nspname, 'hub_test_')")
        assert len(schemas) == 2


def test_four_readers_get_whole_answers_during_two_rebuilds(engine):
    engine.write([LAUNDRY, SOUP])
    answerer, answers, done = Answerer(engine), [], threading.Event()

    def read() -> None:
        while not done.is_set():
            answers.append([hit.unit for hit in answerer.answer("syssitio", READER).hits])

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for _ in range(2):
        beside = engine.begin()
        beside.write([LAUNDRY, SOUP])
        beside.close()
        engine.switch(beside)
    done.set()
    for reader in readers:
        reader.join()
    assert answers
    assert all(answer == [SOUP.group] for answer in answers)


def test_the_same_query_gives_the_same_order_from_two_builds(engine, tmp_path):
    documents = [replace(SOUP, group=f"directory.structure:{number}", date=None) for number in range(9, 0, -1)]
    engine.write(documents)
    other = EmbeddedEngine(tmp_path / "other")
    other.write(reversed(documents))
    assert units(engine, "συσσίτιο") == units(other, "συσσίτιο") == sorted(units(engine, "συσσίτιο"))


def test_pages_of_a_document_are_units_of_their_own_and_go_together(engine):
    pages = [
        replace(SOUP, group="studies.study:1", type="study_page", title=f"Σελίδα {number}", parent="a", page=number)
        for number in (3, 12)
    ]
    engine.write(pages)
    assert sorted(units(engine, "γεύμα")) == ["studies.study:1#a#12", "studies.study:1#a#3"]
    engine.delete(["studies.study:1"])
    assert units(engine, "γεύμα") == []
