"""Noisy copies of documents: a large index to measure in, without anybody's texts."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle, groupby, islice

from .documents import SearchDocument

INVENTED = (
    0.05  # share of the exchanged words that nobody has written before, so that the vocabulary grows as with real texts
)
SEED = 7


def copies(documents: Sequence[SearchDocument], count: int) -> Iterator[SearchDocument]:
    """So many copies of the groups in turn, in all their languages, half of the words exchanged; always the same."""
    dice = random.Random(SEED)  # noqa: S311 -- nothing secret
    words: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        words[document.language] += f"{document.title} {document.summary} {document.body}".split()
    groups = [list(found) for _, found in groupby(documents, key=lambda document: document.group)]
    for number, group in enumerate(islice(cycle(groups), count)):
        for document in group:
            pool = words[document.language]
            yield replace(
                document,
                group=f"copy-{number}-{document.group}",
                title=_noisy(document.title, pool, dice),
                names=tuple(_noisy(name, pool, dice) for name in document.names),
                summary=_noisy(document.summary, pool, dice),
                body=_noisy(document.body, pool, dice),
            )


def _noisy(text: str, pool: Sequence[str], dice: random.Random) -> str:
    words = text.split()
    for place in dice.sample(range(len(words)), (len(words) + 1) // 2):
        words[place] = _other(pool, dice)
    return " ".join(words)


def _other(pool: Sequence[str], dice: random.Random) -> str:
    word = dice.choice(pool)
    if dice.random() >= INVENTED:
        return word
    other = dice.choice(pool)
    return word[: len(word) // 2 + 1] + other[len(other) // 2 :]
