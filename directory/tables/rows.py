"""Structures as rows of structures.csv, one for each way in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models import Model, QuerySet

from core import taxonomy
from core.exports import LIST_MARK
from directory.models.access import AccessPoint, AccessPointWords, ContactLine, Schedule
from directory.models.accessibility import AccessibilityFact, AccessibilityFactWords, Question
from directory.models.conditions import EligibilityRule, EligibilityRuleWords, RequiredDocument
from directory.models.exceptions import Closure, ClosureWords
from directory.models.links import StructureLink
from directory.models.mobile import MobileUnit, MobileUnitWords
from directory.models.offers import LanguageOffer
from directory.models.organisation import Organisation, OrganisationWords
from directory.models.place import Location, LocationWords
from directory.models.structure import Structure
from directory.tables.columns import PLACE, POINT, STRUCTURE, WORDS
from directory.tables.held import closure_text, closures_of, hold_closures, page_words
from directory.tables.terms import Terms

PIECE = 500


class StructureReader:
    """Structures with everything that a row shows and a check asks, as if an editor had them in the form.

    Twenty queries a piece, whatever its size. (Django's prefetching costs three times as much here: every child
    relation of modelcluster is asked for by the objects, not by their keys.)
    """

    def __init__(self, terms: Terms | None = None, *, published: bool = False) -> None:
        self._terms, self._published = terms or Terms(), published

    def read(self, structures: QuerySet[Structure]) -> list[Structure]:
        """These structures in their order; each holds its parts in memory."""
        found = {each.pk: each for each in structures}
        bodies = _bodies({each.organisation_id for each in found.values()})
        for each in found.values():
            each.organisation = bodies[each.organisation_id]
        self._hold_terms(found, Structure, "needs", taxonomy.Need)
        self._hold_terms(found, Structure, "target_groups", taxonomy.TargetGroup)
        self._hold_terms(found, Structure, "free_for", taxonomy.TargetGroup)
        offers = _rows(LanguageOffer, "structure", found)
        papers = _rows(RequiredDocument, "structure", found)
        for offer in offers:
            offer.language = self._terms.of(taxonomy.SpokenLanguage, offer.language_id)
        for paper in papers:
            paper.type = self._terms.of(taxonomy.DocumentType, paper.type_id)
        rules = {rule.pk: rule for rule in _rows(EligibilityRule, "structure", found)}
        _hold(rules, "words", _rows(EligibilityRuleWords, "rule", rules), "rule_id")
        _hold(found, "language_offers", offers, "structure_id")
        _hold(found, "documents", papers, "structure_id")
        _hold(found, "rules", rules.values(), "structure_id")
        _hold(found, "links", _rows(StructureLink, "structure", found), "structure_id")
        _hold(found, "mobile_units", _rows(MobileUnit, "structure", found), "structure_id")
        points = self._points(found)
        _hold(found, "access_points", points, "structure_id")
        hold_closures(found, points)
        words = page_words(found, published=self._published)
        for key, each in found.items():
            each.pages_held = words.get(key, {})
        return list(found.values())

    def _points(self, structures: Mapping[int, Structure]) -> list[AccessPoint]:
        points = {point.pk: point for point in _rows(AccessPoint, "structure", structures)}
        _hold(points, "lines", _rows(ContactLine, "access_point", points), "access_point_id")
        _hold(points, "schedules", _rows(Schedule, "access_point", points), "access_point_id")
        self._hold_terms(points, AccessPoint, "communities", taxonomy.Community)
        places = {
            place.pk: place
            for place in Location.objects.filter(pk__in={point.location_id for point in points.values()} - {None})
        }
        seen = AccessibilityFact.objects.filter(location__in=list(places), question=Question.STEP_FREE)
        _hold(places, "accessibility", seen, "location_id")
        _hold(places, "words", LocationWords.objects.filter(location__in=list(places)), "location_id")
        for point in points.values():
            if point.location_id:
                point.location = places[point.location_id]
        return list(points.values())

    def _hold_terms(self, owners: Mapping[int, Any], model: type[Model], name: str, kind: type[Model]) -> None:
        relation = model._meta.get_field(name)
        owner, term = relation.m2m_column_name(), relation.m2m_reverse_name()
        rows = relation.remote_field.through.objects.filter(**{f"{owner}__in": list(owners)})
        held = defaultdict(list)
        for owner_key, term_key in rows.values_list(owner, term):
            held[owner_key].append(self._terms.of(kind, term_key))
        for key, each in owners.items():
            setattr(each, name, held[key])


class WholeReader(StructureReader):
    """With what no row shows too: whoever wants a print of all the facts of many structures asks for it."""

    def read(self, structures: QuerySet[Structure]) -> list[Structure]:
        """Seven queries more."""
        found = super().read(structures)
        by_key = {each.pk: each for each in found}
        points = {point.pk: point for each in found for point in each.access_points.all()}
        places = {point.location_id: point.location for point in points.values() if point.location_id}
        self._hold_bodies(by_key)
        _hold(points, "words", _rows(AccessPointWords, "access_point", points), "access_point_id")
        units = {unit.pk: unit for each in found for unit in each.mobile_units.all()}
        _hold(units, "words", _rows(MobileUnitWords, "unit", units), "unit_id")
        closures = {row.pk: row for row in _rows(Closure, "access_point", points)}
        _hold(closures, "words", _rows(ClosureWords, "closure", closures), "closure_id")
        _hold(points, "closures", closures.values(), "access_point_id")
        seen = {fact.pk: fact for fact in _rows(AccessibilityFact, "location", places)}
        _hold(seen, "words", _rows(AccessibilityFactWords, "fact", seen), "fact_id")
        _hold(places, "accessibility", seen.values(), "location_id")
        return found

    @staticmethod
    def _hold_bodies(structures: Mapping[int, Structure]) -> None:
        rows = Structure.partners.through.objects.filter(structure__in=list(structures)).select_related("organisation")
        held = defaultdict(list)
        for row in rows:
            held[row.structure_id].append(row.organisation)
        for key, each in structures.items():
            each.partners = held[key]


def structure_rows(structures: QuerySet[Structure], *, public: bool = False) -> Iterator[dict[str, str]]:
    """Rows in the order of codes; a structure without a way in of its own has one row without access code.

    The public ones hold the words that are published, and nothing of where a sensitive structure is.
    """
    reader, keys = StructureReader(published=public), list(structures.order_by("code").values_list("pk", flat=True))
    for start in range(0, len(keys), PIECE):
        piece = Structure.objects.filter(pk__in=keys[start : start + PIECE]).order_by("code")
        for structure in reader.read(piece):
            yield from _rows_of(structure, public=public)


def _rows_of(structure: Structure, *, public: bool) -> Iterator[dict[str, str]]:
    facts = {"structure_code": structure.code, "organisation": str(structure.organisation)}
    facts |= {column.name: column.text(structure) for column in (*STRUCTURE, *WORDS)}
    points = structure.access_points.all()
    for point in points:
        own = {"access_code": point.code, "channel": point.channel}
        own |= {column.name: column.text(point) for column in POINT}
        yield facts | own | _place_of(point, structure, public=public)
    if not points:
        yield facts | {"closures": LIST_MARK.join(sorted(closure_text(row) for row in closures_of(structure)))}


def _place_of(point: AccessPoint, structure: Structure, *, public: bool) -> dict[str, str]:
    """Where it is. Nobody may learn from two rows that two shelters share a place, so not even its code is public."""
    place = point.location
    if place is None or (public and (structure.sensitive or place.sensitive)):
        return {}
    own = {} if place.sensitive else {column.name: column.text(place) for column in PLACE}
    return own | {"location_code": place.code}


def _bodies(keys: set[int]) -> dict[int, Organisation]:
    bodies = {body.pk: body for body in Organisation.objects.filter(pk__in=keys)}
    _hold(bodies, "words", OrganisationWords.objects.filter(organisation__in=keys), "organisation_id")
    return bodies


def _rows(model: type[Any], owner: str, owners: Mapping[int, Any]) -> list[Any]:
    return list(model._base_manager.filter(**{f"{owner}__in": list(owners)}).order_by("pk"))


def _hold(owners: Mapping[int, Any], name: str, rows: Iterable[Any], key: str) -> None:
    """Give each owner its children, in memory; modelcluster brings them into their own order."""
    held = defaultdict(list)
    for row in rows:
        held[getattr(row, key)].append(row)
    for pk, each in owners.items():
        setattr(each, name, held[pk])
