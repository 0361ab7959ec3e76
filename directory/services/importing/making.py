"""Structures, ways in and organisations that a table brings anew, in memory; a row says what each needs."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel, get_all_child_m2m_relations, get_all_child_relations

from directory.models.access import AccessPoint
from directory.models.choices import AT_A_PLACE, Channel, Family
from directory.models.codes import is_code
from directory.models.organisation import Organisation, OrganisationWords
from directory.models.structure import Structure
from directory.services.importing.outcome import Outcome
from directory.services.importing.places import Places
from directory.services.importing.writing import Writing
from directory.services.keys import Keys
from directory.tables.cells import choice
from directory.tables.columns import LONGEST_LABEL, NAMES
from directory.tables.files import FileRow
from directory.tables.foreign import NEW


def is_new(code: str) -> bool:
    """Whether a code is none yet: “new-1”. Rows with the same one belong together."""
    return code.lower().startswith(NEW)


class Maker:
    """Makes what is new. What is missing is noted in the outcome, and None is given."""

    def __init__(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self._keys = Keys()
        self._bodies = {body.code: body for body in Organisation.objects.prefetch_related("words")}
        self.places = Places(outcome, self._keys)

    def structure(self, row: FileRow, writing: Writing) -> Structure | None:
        """A structure of the name and the organisation of its first row."""
        code = row.cells["structure_code"]
        if not (is_new(code) or is_code(code)):
            sentence = _("“%(typed)s” is no code. For a new structure write new-1, new-2 and so on.")
            self._outcome.refuse(row, "structure_code", sentence % {"typed": code})
            return None
        name, body = name_of(row), self.body(row, writing)
        if not name:
            self._outcome.refuse(row, "name", _("A new structure needs a name."))
        if not name or body is None:
            return None
        family = row.cells.get("family") or body.family
        made = Structure(
            code="" if is_new(code) else code,
            label=name,
            slug=self._keys.free(Structure, name),
            organisation=body,
            family=family,
        )
        _hold_nothing(made)
        made.pages_held = {}
        writing.add(made)
        return made

    def body(self, row: FileRow, writing: Writing) -> Organisation | None:
        """The organisation of a row; one that nobody knows is made of its code, name and family."""
        code, name = row.cells.get("organisation_code", ""), row.cells.get("organisation", "")
        if code in self._bodies:
            self.compare(row, self._bodies[code])
            return self._bodies[code]
        if not (is_code(code) or is_new(code)) or not name or row.cells.get("family", "") not in Family.values:
            sentence = _("No organisation has this code. For a new one write its code, its name and the family.")
            self._outcome.refuse(row, "organisation_code", sentence)
            return None
        body = Organisation(
            code="" if is_new(code) else code,
            slug=self._keys.free(Organisation, name),
            family=row.cells["family"],
        )
        body.words = [OrganisationWords(language=settings.LANGUAGE_CODE, name=name[:160])]
        writing.add(body)
        for words in body.words.all():
            writing.add(words)
        self._bodies[code] = body
        self._outcome.bodies += 1
        return body

    def point(self, row: FileRow, structure: Structure, writing: Writing) -> AccessPoint | None:
        """A way in of the channel of its row, at the location that the row names or describes."""
        code = row.cells["access_code"]
        if not (is_new(code) or is_code(code)):
            sentence = _("“%(typed)s” is no code. For a new way in write new-1, new-2 and so on.")
            self._outcome.refuse(row, "access_code", sentence % {"typed": code})
            return None
        if not is_new(code) and AccessPoint.objects.filter(code=code).exists():
            self._outcome.refuse(row, "access_code", _("Another structure has the way in with this code."))
            return None
        try:
            channel = choice(Channel)(row.cells.get("channel", ""))
        except ValidationError as refusal:
            self._outcome.refuse(row, "channel", refusal)
            return None
        point = AccessPoint(
            code="" if is_new(code) else code, channel=channel, sort_order=len(structure.access_points.all())
        )
        _hold_nothing(point)
        point.location = self.places.resolve(row, point, writing)
        if point.location is None and channel in AT_A_PLACE:
            return None
        structure.access_points.add(point)
        writing.add(point)
        return point

    def compare(self, row: FileRow, body: Organisation) -> None:
        """Warn of another name than the organisation has: it is not changed here."""
        name = row.cells.get("organisation", "")
        if name and body.pk and name != str(body):
            sentence = _("The organisation is called “%(name)s” here. Its name is changed in its own form.")
            self._outcome.warn(row, "organisation", sentence % {"name": body})


def _hold_nothing(row: ClusterableModel) -> None:
    """A new row has no parts: said once, or each question for them would be a query."""
    for relation in get_all_child_relations(row):
        setattr(row, relation.get_accessor_name(), [])
    for field in get_all_child_m2m_relations(row):
        setattr(row, field.name, [])


def name_of(row: FileRow) -> str:
    """What a new structure is called by editors: the name for them, else the first that its pages have."""
    names = (row.cells.get(column, "") for column in ("name", *NAMES))
    return next((name for name in names if name), "")[:LONGEST_LABEL]
