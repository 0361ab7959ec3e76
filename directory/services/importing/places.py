"""Where a row says that a way in is: a location that is known by its code or address, or a new one."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from directory.models.access import AccessPoint
from directory.models.accessibility import AccessibilityFact, Question
from directory.models.choices import AT_A_PLACE, WITHOUT_A_PLACE
from directory.models.codes import is_code
from directory.models.place import Location, LocationWords
from directory.services.importing.outcome import Outcome
from directory.services.importing.writing import Writing
from directory.services.keys import Keys
from directory.tables.columns import ADDRESS, PLACE
from directory.tables.files import FileRow

SAME = ("street", "number", "postal_code")
FORBIDDEN = _("This channel has no location: leave the cell empty.")
WITHHELD = _("The address of this location is withheld. A table does not carry it: leave the cell empty.")


class Places:
    """The locations of one table. What is wrong is noted in the outcome."""

    def __init__(self, outcome: Outcome, keys: Keys) -> None:
        self._outcome, self._keys = outcome, keys
        self._new: dict[str | tuple[str, ...], Location] = {}  # of this table, by code and by address
        self._first: dict[str, FileRow] = {}  # the row that spoke of a location first
        self.touched: dict[int, Location] = {}  # known ones that change

    def resolve(self, row: FileRow, point: AccessPoint, writing: Writing) -> Location | None:
        """The location of a way in as its row has it; None where it has none or where none can be found."""
        code, now = row.cells.get("location_code"), point.location
        typed = self._typed(row)
        if point.channel in WITHOUT_A_PLACE:
            for name in ("location_code", *ADDRESS, "step_free"):
                if row.cells.get(name):
                    self._outcome.refuse(row, name, FORBIDDEN)
            return None
        if now is not None and self._stays(now, code, typed):
            return now
        if code:
            return self._named(row, code, typed, writing)
        if not any(typed.values()) and point.channel not in AT_A_PLACE:
            return None
        return self._described(row, typed, writing)

    def cells(self, row: FileRow, place: Location) -> dict[str, str]:
        """What the row says of a location; rows of one location must agree, and the first of them is taken."""
        key = place.code or str(id(place))
        first = self._first.setdefault(key, row)
        if first is not row and not self._agrees(row, first):
            return {}
        if not place.sensitive:
            names = (*ADDRESS, "step_free") if first is row else ()
            return {name: row.cells[name] for name in names if name in row.cells}
        for name in (*ADDRESS, "step_free"):
            if row.cells.get(name):
                self._outcome.refuse(row, name, WITHHELD)
        return {}

    def _agrees(self, row: FileRow, first: FileRow) -> bool:
        for name in (*ADDRESS, "step_free"):
            if row.cells.get(name, "") != first.cells.get(name, ""):
                sentence = _("Differs from row %(row)s of the same location.") % {"row": first.number}
                self._outcome.refuse(row, name, sentence)
                return False
        return True

    def set(self, place: Location, cells: Mapping[str, str], seen_on: date | None, writing: Writing) -> None:
        """Put changed cells into a location."""
        for name, cell in cells.items():
            if name == "city":
                self._set_city(place, cell, writing)
            elif name == "step_free":
                self._set_seen(place, cell, seen_on, writing)
            elif name in ("lat", "lon"):
                writing.put(place, name, Decimal(cell) if cell else None)
            else:
                writing.put(place, name, cell)
        if place.pk:
            self.touched[place.pk] = place

    def _typed(self, row: FileRow) -> dict[str, str]:
        """The address of a row as it is kept; what cannot be read is refused where the cells are compared."""
        found = {}
        for column in PLACE:
            try:
                found[column.name] = column.read(row.cells.get(column.name, ""))
            except ValidationError as refusal:
                self._outcome.refuse(row, column.name, refusal)
                found[column.name] = ""
        return {name: found[name] for name in ADDRESS}

    @staticmethod
    def _stays(place: Location, code: str | None, typed: Mapping[str, str]) -> bool:
        """Whether a row leaves a way in where it is: it names the place, describes it, or does not speak of it."""
        if code:
            return code == place.code
        if not any(typed.values()):
            return code is None or place.sensitive
        return all(getattr(place, name) == typed[name] for name in SAME)

    def _named(self, row: FileRow, code: str, typed: Mapping[str, str], writing: Writing) -> Location | None:
        codes, _addresses = self._known
        found = self._new.get(code) or self._public(codes.get(code))
        if found is None and code not in codes and is_code(code) and typed["street"]:
            return self._made(row, typed, writing, code=code)
        if found is None:
            self._outcome.refuse(row, "location_code", _("No public location has this code."))
        return found

    @cached_property
    def _known(self) -> tuple[dict[str, int], dict[tuple[str, ...], int]]:
        """Keys of locations by code, and of public ones by address (one query)."""
        rows = list(Location.objects.order_by("-pk").values_list("pk", "code", "sensitive", *SAME))
        return (
            {code: pk for pk, code, *_rest in rows},
            {tuple(address): pk for pk, _code, sensitive, *address in rows if not sensitive},
        )

    def _public(self, key: int | None) -> Location | None:
        if key is None or key in self.touched:
            return self.touched.get(key or 0)
        return Location.objects.filter(pk=key, sensitive=False).first()

    def _described(self, row: FileRow, typed: Mapping[str, str], writing: Writing) -> Location | None:
        if not typed["street"] or not typed["city"]:
            sentence = _("This channel needs a location: its code, or street and city.")
            self._outcome.refuse(row, "street" if typed["city"] else "city", sentence)
            return None
        address = tuple(typed[name] for name in SAME)
        _codes, addresses = self._known
        return self._new.get(address) or self._public(addresses.get(address)) or self._made(row, typed, writing)

    def _made(self, row: FileRow, typed: Mapping[str, str], writing: Writing, code: str = "") -> Location | None:
        if not typed["city"]:
            self._outcome.refuse(row, "city", _("A new location needs a city."))
            return None
        place = Location(code=code, slug=self._keys.free(Location, f"{typed['street']} {typed['number']}"))
        place.words, place.accessibility = [], []
        writing.add(place)
        self._new[tuple(typed[name] for name in SAME)] = place
        if code:
            self._new[code] = place
        return place

    @staticmethod
    def _set_city(place: Location, city: str, writing: Writing) -> None:
        words = next((each for each in place.words.all() if each.language == settings.LANGUAGE_CODE), None)
        if words is None:
            words = LocationWords(language=settings.LANGUAGE_CODE)
            place.words.add(words)
            writing.add(words)
        writing.put(words, "city", city)

    @staticmethod
    def _set_seen(place: Location, answer: str, seen_on: date | None, writing: Writing) -> None:
        """A table says the answer alone; whoever looked, and a note, are written in the form."""
        known = next((each for each in place.accessibility.all() if each.question == Question.STEP_FREE), None)
        if known is not None and not answer:
            place.accessibility.remove(known)
            writing.remove(known)
            return
        seen = known or AccessibilityFact(question=Question.STEP_FREE)
        if known is None:
            place.accessibility.add(seen)
            writing.add(seen)
        writing.put(seen, "answer", answer)
        writing.put(seen, "seen_on", seen_on)
