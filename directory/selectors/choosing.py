"""Locations and organisations as editors look for them: by the beginnings of words, as they sound."""

from collections.abc import Iterable

from core.snapshot import snapshot
from directory.models.organisation import Organisation, OrganisationWords
from directory.models.place import Location, LocationWords
from search.beginnings import begins, heard_words, other_keyboard, typed_keys

LONGEST = 100
Rows = tuple[tuple[int, str], ...]


def found_places(query: str) -> list[int]:
    """Keys of locations by street, number, city, way there or codes. A withheld one is found by its code alone."""
    return _found(query, _places())


def found_bodies(query: str) -> list[int]:
    """Keys of organisations by their names in any language, or their code."""
    return _found(query, _bodies())


def _found(query: str, rows: Rows) -> list[int]:
    return _called(query, rows) or _called(other_keyboard(query), rows)


def _called(query: str, rows: Rows) -> list[int]:
    words = typed_keys(query[:LONGEST])
    return [key for key, text in rows if words and begins(words, heard_words(text))]


@snapshot("directory.listed_places", tags={"list:directory"})
def _places() -> Rows:
    words: dict[int, set[str]] = {}
    for key, city, way in LocationWords.objects.values_list("location", "city", "way"):
        words.setdefault(key, set()).update((city, way))
    rows = Location.objects.values_list("pk", "code", "street", "number", "postal_code", "sensitive")
    return tuple(
        (key, code if sensitive else _joined((code, *address, *sorted(words.get(key, ())))))
        for key, code, *address, sensitive in rows
    )


@snapshot("directory.listed_bodies", tags={"organisations", "list:directory"})
def _bodies() -> Rows:
    names: dict[int, list[str]] = {}
    for key, name, short in OrganisationWords.objects.values_list("organisation", "name", "short_name"):
        names.setdefault(key, []).extend((name, short))
    rows = Organisation.objects.values_list("pk", "code")
    return tuple((key, _joined((code, *names.get(key, ())))) for key, code in rows)


def _joined(parts: Iterable[str]) -> str:
    return " ".join(part for part in parts if part)
