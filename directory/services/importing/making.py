"""Structures and ways in that a table brings anew, in memory; a row of the table says what each needs."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core.text import slug
from directory.models.access import AccessPoint
from directory.models.choices import AT_A_PLACE, Channel
from directory.models.organisation import Organisation
from directory.models.place import Location, LocationWords
from directory.models.structure import Structure
from directory.services.importing.outcome import Outcome
from directory.services.importing.writing import Writing
from directory.tables.columns import choice
from directory.tables.files import FileRow
from directory.tables.foreign import NEW

LONGEST_KEY = 70
PLACE = ("street", "number", "postal_code", "lat", "lon")


def is_new(code: str) -> bool:
    """Whether a code is none yet: “new-1”. Rows with the same one belong together."""
    return code.lower().startswith(NEW)


class Maker:
    """Makes what is new. What is missing is noted in the outcome, and None is given."""

    def __init__(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self._bodies = {body.code: body for body in Organisation.objects.all()}
        self._taken: dict[type[Any], set[str]] = {}

    def structure(self, row: FileRow, writing: Writing) -> Structure | None:
        """A structure of the name and the organisation of its first row."""
        name, body = row.cells.get("name", ""), self._bodies.get(row.cells.get("organisation_code", ""))
        if not name:
            self._outcome.refuse(row, "name", _("A new structure needs a name."))
        if body is None:
            self._outcome.refuse(row, "organisation_code", _("No organisation has this code."))
        if not name or body is None:
            return None
        family = row.cells.get("family") or body.family
        made = Structure(label=name, slug=self._key(Structure, name), organisation=body, family=family)
        writing.add(made)
        return made

    def point(self, row: FileRow, structure: Structure, writing: Writing) -> AccessPoint | None:
        """A way in of the channel of its row, at the location that the row names or describes."""
        try:
            channel = choice(Channel)(row.cells.get("channel", ""))
        except ValidationError as refusal:
            self._outcome.refuse(row, "channel", refusal)
            return None
        point = AccessPoint(channel=channel, sort_order=len(structure.access_points.all()))
        if channel in AT_A_PLACE:
            point.location = self._location(row, writing)
            if point.location is None:
                return None
        structure.access_points.add(point)
        writing.add(point)
        return point

    def _location(self, row: FileRow, writing: Writing) -> Location | None:
        code = row.cells.get("location_code", "")
        if code:
            found = Location.objects.filter(code=code, sensitive=False).first()
            if found is None:
                self._outcome.refuse(row, "location_code", _("No public location has this code."))
            return found
        typed = {name: row.cells.get(name, "") for name in PLACE}
        city = row.cells.get("city", "")
        if not typed["street"] or not city:
            sentence = _("This channel needs a location: its code, or street and city.")
            self._outcome.refuse(row, "street" if city else "city", sentence)
            return None
        return self._same(typed).first() or self._made(typed, city, writing)

    def _same(self, typed: Mapping[str, str]) -> QuerySet[Location]:
        names = ("street", "number", "postal_code")
        return Location.objects.filter(sensitive=False, **{name: typed[name] for name in names})

    def _made(self, typed: Mapping[str, str], city: str, writing: Writing) -> Location:
        where = {name: typed[name].replace(",", ".") or None for name in ("lat", "lon")}
        place = Location(
            street=typed["street"],
            number=typed["number"],
            postal_code=typed["postal_code"],
            slug=self._key(Location, f"{typed['street']} {typed['number']}"),
            **where,
        )
        writing.add(place)
        writing.put_words(place, LocationWords(language="el", city=city))
        return place

    def _key(self, model: type[Any], name: str) -> str:
        if model not in self._taken:
            self._taken[model] = set(model.objects.values_list("slug", flat=True))
        taken, stem = self._taken[model], slug(name, length=LONGEST_KEY) or model._meta.model_name
        key, number = stem, 1
        while key in taken:
            number += 1
            key = f"{stem}-{number}"
        taken.add(key)
        return key
