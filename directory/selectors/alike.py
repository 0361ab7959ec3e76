"""Which structures may be the same one: by name, by number, by place. Of a withheld address nothing is compared."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from core.snapshot import snapshot
from core.text import slug, without_accents
from directory.models.access import AccessPoint, ContactLine
from directory.models.place import Location
from directory.models.structure import Structure

LONGEST_NAME = 300
LEAST_OF_A_BEGINNING = 6  # letters, before a name that begins so is worth showing
MOST = 8

Keys = dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Alike:
    """Another structure, and what the two have in common, in words."""

    pk: int
    code: str
    label: str
    why: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Looks:
    """What is compared of a structure: its names, numbers, and places: addresses, or known ones as `#key`."""

    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """How all structures look, folded."""

    labels: dict[int, tuple[str, str]]
    names: Keys
    numbers: Keys
    places: Keys

    def add(self, code: str, structure: Structure) -> None:
        """One that is not written yet; only for a register of one's own."""
        key, looks = -len(self.labels), looks_of(structure)
        self.labels[key] = (code, structure.label)
        kinds = (
            (self.names, map(folded, looks.names)),
            (self.numbers, looks.numbers),
            (self.places, map(_place_key, looks.places)),
        )
        for known, keys in kinds:
            for each in keys:
                known.setdefault(each, []).append(key)

    def like(self, looks: Looks, *, but: int | None = None, beginnings: bool = False) -> tuple[Alike, ...]:
        """Structures that look so, those with most in common first; `beginnings` of names count too."""
        found: dict[int, dict[Any, None]] = defaultdict(dict)
        for pk, why in self._matches(looks, beginnings=beginnings):
            found[pk].setdefault(why)
        found.pop(but or 0, None)
        ordered = sorted(found.items(), key=lambda item: -len(item[1]))
        return tuple(Alike(pk, *self.labels[pk], tuple(why)) for pk, why in ordered[:MOST])

    def _matches(self, looks: Looks, *, beginnings: bool) -> Iterator[tuple[int, Any]]:
        kinds = (
            (self.names, map(folded, looks.names), _("the same name")),
            (self.numbers, looks.numbers, _("the same number")),
            (self.places, map(_place_key, looks.places), _("the same place")),
        )
        for known, typed, why in kinds:
            for key in typed:
                yield from ((pk, why) for pk in known.get(key, ()))
        if beginnings:
            yield from self._begin_so(looks)

    def _begin_so(self, looks: Looks) -> Iterator[tuple[int, Any]]:
        typed = [key for key in map(folded, looks.names) if len(key) >= LEAST_OF_A_BEGINNING]
        for name, keys in self.names.items() if typed else ():
            if any(name.startswith(key) and name != key for key in typed):
                yield from ((pk, _("a name that begins so")) for pk in keys)


def folded(text: str) -> str:
    """Words without accents, capitals and marks; Greek and Latin letters of the same sound are the same."""
    return slug(text, length=LONGEST_NAME) or without_accents(text).strip()


def _place_key(typed: str) -> str:
    return typed if typed.startswith("#") else folded(typed)


def address(street: str, number: str) -> str:
    """What is compared of a place; empty where no street is known."""
    return f"{street} {number}" if street else ""


@snapshot("directory.register", tags={"list:directory"})
def register() -> Register:
    """The looks of all structures, kept by the process until one changes."""
    return read_register()


def read_register() -> Register:
    """The same, as the database has it now (four queries)."""
    labels = {pk: (code, label) for pk, code, label in Structure.objects.values_list("pk", "code", "label")}
    titles = apps.get_model("directory.StructurePage").objects.filter(alias_of__isnull=True)
    names = [(label, pk) for pk, (_code, label) in labels.items()] + list(titles.values_list("title", "structure"))
    numbers = ContactLine.objects.filter(access_point__isnull=False).values_list("number", "access_point__structure")
    places = AccessPoint.objects.filter(location__sensitive=False, structure__sensitive=False)
    at = list(places.values_list("location", "location__street", "location__number", "structure"))
    there = [(f"#{key}", pk) for key, _street, _number, pk in at]
    return Register(
        labels,
        _keyed((folded(name), pk) for name, pk in names),
        _keyed(numbers),
        _keyed([*there, *((folded(address(street, number)), pk) for _key, street, number, pk in at)]),
    )


def place_keys(keys: Iterable[int]) -> tuple[str, ...]:
    """How locations look that are not withheld (one query)."""
    rows = Location.objects.filter(pk__in=list(keys), sensitive=False).values_list("pk", "street", "number")
    return tuple(key for pk, street, number in rows for key in (f"#{pk}", address(street, number)) if key)


def looks_of(structure: Structure) -> Looks:
    """How a structure in memory, or one with its rows in the database, looks."""
    points = list(structure.access_points.all())
    places = [point.location for point in points if point.location and not point.location.sensitive]
    return Looks(
        (structure.label,),
        tuple(line.number for point in points for line in point.lines.all()),
        tuple(
            key
            for place in places
            for key in (address(place.street, place.number), f"#{place.pk}" if place.pk else "")
            if key
        ),
    )


def _keyed(pairs: Iterable[tuple[str, int]]) -> Keys:
    found: Keys = defaultdict(list)
    for key, pk in pairs:
        if key and pk not in found[key]:
            found[key].append(pk)
    return dict(found)
