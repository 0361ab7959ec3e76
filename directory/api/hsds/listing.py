"""The lists of the API: which objects, which parameters narrow them, how a page of them is read."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import QuerySet
from django.utils.translation import override

from directory.api.hsds.answering import Missing, encoded
from directory.api.hsds.asking import Query
from directory.api.hsds.reading import Reading

PIECE = 200


class Collection(Protocol):
    """What can be counted and read in pieces, always in the order of ids."""

    def count(self) -> int: ...

    def piece(self, start: int, stop: int) -> Iterable[dict[str, Any]]: ...


@dataclass(frozen=True, slots=True)
class Ready:
    """Objects that are in memory."""

    objects: Sequence[dict[str, Any]]

    def count(self) -> int:
        return len(self.objects)

    def piece(self, start: int, stop: int) -> Iterable[dict[str, Any]]:
        return list(self.objects[start:stop])


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of the database, and how a handful of them is told."""

    rows: QuerySet
    tell: Callable[[Sequence[Any]], Iterable[dict[str, Any]]]

    def count(self) -> int:
        return self.rows.count()

    def piece(self, start: int, stop: int) -> Iterable[dict[str, Any]]:
        return self.tell(list(self.rows[start:stop]))


@dataclass(frozen=True, slots=True)
class Merged:
    """Rows of the database and a few things of memory, told together in the order of their ids.

    Before the first of a page stand at most all the others, so rows are read that much earlier and the order is exact.
    """

    rows: QuerySet  # by uuid
    others: Mapping[str, Any]
    tell: Callable[[Sequence[Any]], Iterable[dict[str, Any]]]

    def count(self) -> int:
        return self.rows.count() + len(self.others)

    def piece(self, start: int, stop: int) -> Iterable[dict[str, Any]]:
        first = max(start - len(self.others), 0)
        keyed = {str(row.uuid): row for row in self.rows[first:stop]} | self.others
        order = sorted(keyed)[start - first : stop - first]
        return self.tell([keyed[key] for key in order])


def page(collection: Collection, query: Query) -> str:
    """The Page of HSDS as JSON. Beyond the end there is none.

    Each object becomes text as soon as it is told: a hundred with everything in them, kept until the page is whole,
    are so many that every eighth answer waited for the collection of garbage.
    """
    size, total = query.per_page, collection.count()
    pages = -(-total // size)
    number = query.number("page", 1, 10**9)
    if number > max(pages, 1):
        raise Missing(str(number))
    contents = [encoded(each) for each in collection.piece((number - 1) * size, number * size)]
    about = {
        "total_items": total,
        "total_pages": pages,
        "page_number": number,
        "size": len(contents),
        "first_page": number == 1,
        "last_page": number >= pages,
        "empty": not contents,
    }
    return f'{encoded(about)[:-1]},"contents":[{",".join(contents)}]}}'


def everything(collection: Collection, to: Reading) -> Iterator[dict[str, Any]]:
    """All objects, read in pieces. The language is set for each: between them other readers are served."""
    start = 0
    while True:
        with override(to.language):
            piece = list(collection.piece(start, start + PIECE))
        yield from piece
        if len(piece) < PIECE:
            return
        start += PIECE
