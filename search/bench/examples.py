"""What is measured: the site's own index, or one of noisy records around the corpus; and the graded queries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from django.conf import settings

from core.bench.figures import Figure
from core.bench.timing import at_most, processor_ms
from search.documents import in_portions
from search.evaluation import documents, load
from search.index import engine
from search.noise import copies
from search.services import PORTION, rebuild

TESTS = settings.ROOT / "tests"
CORPUS = TESTS / "contract" / "search"
Limits = Sequence[tuple[int, float]]  # up to so many things at most so much
BUILDING: Limits = ((10_000, 30), (100_000, 300))


@dataclass(frozen=True, slots=True)
class Asked:
    """A query and the language of who asks it."""

    text: str
    language: str


def fill(number: int, at: datetime) -> Iterator[Figure]:
    """Put an index of so many things into use, the corpus and copies of it; 0: the site's, built anew."""
    took = processor_ms(lambda: _noisy(number) if number else rebuild()) / 1000
    units = engine().state().units
    yield Figure("things in the index", units)
    yield at_most("building the index, s", took, limit(units, BUILDING))


def limit(units: int, limits: Limits) -> float:
    """What is allowed for so many things; beyond the last size what is allowed there."""
    return next((most for size, most in limits if units <= size), limits[-1][1])


def asked() -> list[Asked]:
    """Every graded query, each once: those of the contract, then our own."""
    files = [CORPUS / "queries-dev.json", *sorted((TESTS / "search").glob("own-*.json"))]
    spoken = dict(settings.LANGUAGES)
    return [
        Asked(query["q"], query["lang"] if query["lang"] in spoken else settings.LANGUAGE_CODE)
        for file in files
        for query in load(file)["queries"]
    ]


def _noisy(number: int) -> None:
    corpus = load(CORPUS / "corpus.json")
    own = list(documents(corpus))
    beside = engine().begin()
    for part in in_portions(chain(own, copies(own, number - len(corpus["records"]))), PORTION):
        beside.write(part)
    engine().switch(beside)
    beside.close()
