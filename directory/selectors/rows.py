"""Everything that structures hold, in few queries whatever their number."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, F, QuerySet, Value

from directory.models.access import AccessPoint, AccessPointWords, ContactLine, Schedule
from directory.models.accessibility import AccessibilityFactWords
from directory.models.conditions import EligibilityRuleWords
from directory.models.mobile import MobileUnitWords, MobileVisit, MobileVisitWords
from directory.models.offers import LanguageOffer
from directory.models.place import LocationWords
from directory.models.structure import Structure

Said = dict[tuple[str, int], dict[str, tuple[str, str]]]


@dataclass(slots=True)
class Held:
    """The access points of one structure, and the keys of its terms by kind."""

    points: list[AccessPoint] = field(default_factory=list)
    terms: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    communities: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))


def held(structures: Iterable[Structure]) -> dict[int, Held]:
    """Access points with locations, lines and schedules, and terms, by structure (four queries)."""
    known = {structure.pk: structure for structure in structures}
    ids = list(known)
    found: dict[int, Held] = {pk: Held() for pk in ids}
    points = AccessPoint.objects.filter(structure__in=ids).select_related("location")
    by_key = {point.pk: point for point in points.order_by("structure_id", "sort_order", "pk")}
    for point in by_key.values():
        point.structure = known[point.structure_id]
        found[point.structure_id].points.append(point)
    _attach(by_key, "lines", ContactLine.objects.filter(access_point__structure__in=ids))
    _attach(by_key, "schedules", Schedule.objects.filter(access_point__structure__in=ids))
    for kind, owner, term in _term_rows(ids):
        if kind == "community":
            found[by_key[owner].structure_id].communities[owner].add(term)
        elif owner in found:
            found[owner].terms[kind].add(term)
    return found


def hours_and_communities(points: Iterable[AccessPoint]) -> dict[int, set[int]]:
    """Puts their schedules on access points; keys of the communities that each serves by name (two queries)."""
    by_key = {point.pk: point for point in points}
    _attach(by_key, "schedules", Schedule.objects.filter(access_point__in=list(by_key)))
    relation = AccessPoint._meta.get_field("communities")
    rows = relation.remote_field.through.objects.filter(accesspoint__in=list(by_key))
    served: dict[int, set[int]] = defaultdict(set)
    for owner, term in rows.values_list("accesspoint_id", "community_id"):
        served[owner].add(term)
    return served


def words_of_places(
    points: Iterable[AccessPoint], structures: Iterable[int] = (), visits: Collection[MobileVisit] = ()
) -> Said:
    """("point" | "location", key) → language → (note or way there, city) (one query).

    With structures, also what is said of their conditions ("rule") and of what was seen at their places ("seen");
    with visits, the names of the units ("unit") and the notes of the visits ("visit").
    """
    points = list(points)
    locations = [each.location_id for each in (*points, *visits) if each.location_id]
    return words_by_key([point.pk for point in points], locations, structures, visits)


def words_by_key(
    points: Iterable[int],
    locations: Iterable[int],
    structures: Iterable[int] = (),
    visits: Collection[MobileVisit] = (),
) -> Said:
    """The same for access points and locations of which only the keys are known."""
    structures = list(structures)
    notes = AccessPointWords.objects.filter(access_point__in=points).values_list(
        Value("point", CharField()), "access_point_id", "language", "note", Value("", CharField())
    )
    places = LocationWords.objects.filter(location__in=locations).values_list(
        Value("location", CharField()), "location_id", "language", "way", "city"
    )
    blank = Value("", CharField())
    rules = EligibilityRuleWords.objects.filter(rule__structure__in=structures)
    seen = AccessibilityFactWords.objects.filter(fact__location__in=locations)
    branches = [
        places,
        rules.values_list(Value("rule", CharField()), "rule_id", "language", "text", blank),
        seen.values_list(Value("seen", CharField()), "fact_id", "language", "note", blank),
    ]
    if visits:
        units = MobileUnitWords.objects.filter(unit__in={visit.unit_id for visit in visits})
        notes_of_visits = MobileVisitWords.objects.filter(visit__in=[visit.pk for visit in visits])
        branches += [
            units.values_list(Value("unit", CharField()), "unit_id", "language", "name", blank),
            notes_of_visits.values_list(Value("visit", CharField()), "visit_id", "language", "note", blank),
        ]
    said: Said = defaultdict(dict)
    for kind, owner, language, text, city in notes.order_by().union(*(each.order_by() for each in branches), all=True):
        said[kind, owner][language] = (text, city)
    return said


def _attach(points: dict[int, AccessPoint], name: str, rows: QuerySet) -> None:
    """Puts children on their points as if they had been prefetched, without a second look at the points."""
    grouped: dict[int, list[Any]] = defaultdict(list)
    for row in rows.order_by("access_point_id", "sort_order", "pk"):
        grouped[row.access_point_id].append(row)
    for pk, point in points.items():
        setattr(point, name, grouped[pk])


def _term_rows(ids: list[int]) -> Iterable[tuple[str, int, int]]:
    """(kind, owner, term): needs, groups, languages, partners by structure, communities by access point."""
    fields = {"need": "needs", "group": "target_groups", "free_for": "free_for", "partner": "partners"}
    offers = LanguageOffer.objects.filter(structure__in=ids)
    branches = [_branch(offers, "language", owner="structure_id", term="language_id")]
    for kind, name in fields.items():
        relation = Structure._meta.get_field(name)
        rows = relation.remote_field.through.objects.filter(structure_id__in=ids)
        branches.append(_branch(rows, kind, owner="structure_id", term=f"{relation.m2m_reverse_field_name()}_id"))
    relation = AccessPoint._meta.get_field("communities")
    rows = relation.remote_field.through.objects.filter(accesspoint__structure__in=ids)
    branches.append(_branch(rows, "community", owner="accesspoint_id", term=f"{relation.m2m_reverse_field_name()}_id"))
    return branches[0].union(*branches[1:], all=True)


def _branch(rows: QuerySet, kind: str, *, owner: str, term: str) -> QuerySet:
    return rows.order_by().values_list(Value(kind, CharField()), F(owner), F(term))
