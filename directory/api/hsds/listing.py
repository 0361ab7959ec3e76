"""The lists of the API: which objects, which parameters narrow them, how a page of them is read."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import QuerySet
from django.utils.translation import override

from directory.api.hsds.answering import Missing
from directory.api.hsds.asking import Query
from directory.api.hsds.reading import Reading

PIECE = 200


class Collection(Protocol):
    """What can be counted and read in pieces, always in the order of ids."""

    def count(self) -> int: ...

    def piece(self, start: int, stop: int) -> list[dict[str, Any]]: ...


@dataclass(frozen=True, slots=True)
class Ready:
    """Objects that are in memory."""

    objects: Sequence[dict[str, Any]]

    def count(self) -> int:
        return len(self.objects)

    def piece(self, start: int, stop: int) -> list[dict[str, Any]]:
        return list(self.objects[start:stop])


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of the database, and how a handful of them is told."""

    rows: QuerySet
    tell: Callable[[Sequence[Any]], list[dict[str, Any]]]

    def count(self) -> int:
        return self.rows.count()

    def piece(self, start: int, stop: int) -> list[dict[str, Any]]:
        return self.tell(list(self.rows[start:stop]))


def page(collection: Collection, query: Query) -> dict[str, Any]:
    """The Page of HSDS. Beyond the end there is none."""
    size, total = query.per_page, collection.count()
    pages = -(-total // size)
    number = query.number("page", 1, 10**9)
    if number > max(pages, 1):
        raise Missing(str(number))
    contents = collection.piece((number - 1) * size, number * size)
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": number,
        "size": len(contents),
        "first_page": number == 1,
        "last_page": number >= pages,
        "empty": not contents,
        "contents": contents,
    }


def everything(collection: Collection, to: Reading) -> Iterator[dict[str, Any]]:
    """All objects, read in pieces. The language is set for each: between them other readers are served."""
    start = 0
    while True:
        with override(to.language):
            piece = collection.piece(start, start + PIECE)
        yield from piece
        if len(piece) < PIECE:
            return
        start += PIECE
