"""Counts by bits are those of counting one by one, whatever is chosen."""

from collections.abc import Callable
from itertools import chain
from random import Random

import pytest

from core.listing.counting import Counting
from core.listing.declarations import Facet, Option, unknown_of
from core.listing.held import Held

FACETS = (
    Facet("need", "", tuple(Option(value, "") for value in "abcd")),
    Facet("way", "", tuple(Option(value, "") for value in "xyz")),
    Facet("seen", "", tuple(Option(value, "") for value in "pq"), every=True, unknown=lambda value: value),
)
VALUES = [(facet.name, value) for facet in FACETS for value in sorted(facet.values)]


def fits(own: set, chosen: dict, but: str = "") -> bool:
    """Whether a thing with these values is kept, said as plainly as the rule is."""
    for facet in FACETS:
        if facet.name in chosen and facet.name != but:
            holds = [(facet.name, value) in own for value in chosen[facet.name]]
            if not (all(holds) if facet.every else any(holds)):
                return False
    return True


def naive(things: dict, chosen: dict) -> dict:
    """The number beside each value, by looking at every thing for each."""
    found = {}
    for facet in FACETS:
        but = "" if facet.every else facet.name
        for option in facet.options:
            value = facet.name, option.value
            found[value] = sum(value in own and fits(own, chosen, but) for own in things.values())
    for name, values in chosen.items():
        for value in (value for value in values if name == "seen" and value in "pq"):
            instead = chosen | {name: tuple(unknown_of(each) if each == value else each for each in values)}
            found[name, unknown_of(value)] = sum(fits(own, instead) for own in things.values())
    return found


@pytest.fixture
def draw() -> Callable[[int], tuple[dict, Held, dict]]:
    """Things with random values, the same as bits, and random choices."""

    def drawn(seed: int) -> tuple[dict, Held, dict]:
        chance = Random(seed)  # noqa: S311 -- examples, not secrets
        keys = chance.sample(range(1000), chance.choice((0, 1, 7, 60)))
        things = {key: {value for value in VALUES if chance.random() < 0.4} for key in keys}
        holders = {value: [key for key, own in things.items() if value in own] + [5000] for value in VALUES}
        held = Held.of(keys).ordered({"": keys}).adding(holders)
        chosen = {
            facet.name: tuple(chance.sample(sorted(facet.values), chance.randint(1, 2)))
            for facet in FACETS
            if chance.random() < 0.6
        }
        return things, held, chosen

    return drawn


@pytest.mark.parametrize("seed", range(200))
def test_counts_of_bits_equal_counts_one_by_one(draw, seed):
    things, held, chosen = draw(seed)
    assert Counting(FACETS, held).counts(chosen) == naive(things, chosen)


@pytest.mark.parametrize("seed", range(50))
def test_pages_together_are_what_fits_with_the_first_values_in_front(draw, seed):
    things, held, chosen = draw(seed)
    first = [("need", "a"), ("way", "x")]
    found = Counting(FACETS, held).found(chosen)
    pages = [held.slice(found, "", first, start=start, stop=start + 7) for start in range(0, 70, 7)]
    rank = {key: next((place for place, value in enumerate(first) if value in own), 2) for key, own in things.items()}
    expected = sorted((key for key, own in things.items() if fits(own, chosen)), key=lambda key: rank[key])
    assert list(chain(*pages)) == expected


def test_what_stands_in_no_order_is_neither_shown_nor_counted():
    held = Held.of([1, 2, 3]).ordered({"": [3, 1]}).adding({("need", "a"): [1, 2], ("need", "b"): [2]})
    facet = Facet("need", "", (Option("a", ""), Option("b", "")))
    assert Counting((facet,), held).counts({}) == {("need", "a"): 1, ("need", "b"): 0}
    assert held.slice(Counting((facet,), held).found({}), "", (), start=0, stop=9) == [3, 1]
