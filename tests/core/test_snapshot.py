"""Snapshots: once per process, dropped by tag, and told to the page that reads them."""

import threading

import pytest

from core.cache import collect, purge
from core.cache.reads import collecting
from core.snapshot import MAX_VALUES, Snapshot

pytestmark = pytest.mark.django_db


class Words:
    """A source of words that counts how often it is read."""

    def __init__(self) -> None:
        self.reads: list[str] = []

    def __call__(self, language: str) -> tuple[str, ...]:
        self.reads.append(language)
        collect(f"need:{language}")
        return (f"food in {language}",)


@pytest.fixture
def words():
    return Words()


@pytest.fixture
def kept(words):
    return Snapshot("test.words", ["list:core"], words)


def test_snapshot_is_read_once_per_argument(kept, words):
    values = [kept.read("el"), kept.read("el"), kept.read("en")]

    assert values == [("food in el",), ("food in el",), ("food in en",)]
    assert words.reads == ["el", "en"]


@pytest.mark.parametrize(
    ("tag", "reads"),
    [("list:core", ["el", "en", "el", "en"]), ("*", ["el", "en", "el", "en"]),
     ("need:el", ["el", "en", "el"]), ("list:news", ["el", "en"])],
)  # fmt: skip
def test_snapshot_is_dropped_by_its_own_tags_alone(kept, words, tag, reads):
    kept.read("el"), kept.read("en")

    kept.drop(frozenset({tag}))
    kept.read("el"), kept.read("en")

    assert words.reads == reads


def test_snapshot_tells_the_page_its_tags_at_every_reading(kept):
    kept.read("el")

    with collecting() as reads:
        kept.read("el")

    assert reads.tags == {"list:core", "need:el"}


def test_snapshot_is_not_kept_when_a_purge_came_while_it_was_read(words):
    kept: Snapshot[tuple[str, ...]]

    def slow(language: str) -> tuple[str, ...]:
        kept.drop(frozenset({"need:el"}))
        return words(language)

    kept = Snapshot("test.slow", ["list:core"], slow)
    kept.read("el"), kept.read("el")

    assert words.reads == ["el", "el"]


def test_purge_drops_the_snapshots_of_the_process_that_purges_at_once():
    from core.snapshot import snapshot

    reads = []

    @snapshot("test.at-once", tags=["list:core"])
    def value() -> int:
        reads.append(1)
        return len(reads)

    assert value() == value() == 1
    purge("list:core")
    assert value() == 2


def test_snapshot_is_read_once_for_many_threads(kept, words):
    seen: list[tuple[str, ...]] = []
    threads = [threading.Thread(target=lambda: seen.append(kept.read("el"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert seen == [("food in el",)] * 8
    assert words.reads == ["el"]


def test_snapshot_of_very_many_arguments_does_not_grow_without_end(kept):
    for number in range(MAX_VALUES + 10):
        kept.read(f"host-{number}.example")

    assert len(kept._values) <= MAX_VALUES
