"""So many example structures in a scratch database: the same for the same number, every one marked as an example."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from core import taxonomy
from core.bench.figures import Figure
from directory.bench.examples import BODIES_EACH, EXTRA_CHANNELS, FIRST_NUMBER, HOURS, WHAT
from directory.bench.page_rows import add_pages
from directory.models.access import AccessPoint, ContactLine, Schedule
from directory.models.accessibility import AccessibilityFact, Question, Seen
from directory.models.choices import Channel, CostKind, Family, Reach, ScheduleKind
from directory.models.codes import free_codes
from directory.models.conditions import RequiredDocument
from directory.models.offers import LanguageOffer
from directory.models.organisation import Organisation, OrganisationWords
from directory.models.place import Location, LocationWords
from directory.models.structure import Structure
from directory.services import rebuild_all_intervals

BATCH = 1000
# The middle of the corpus; real places do not matter, their spread does.
LAT, LON, SPREAD = 37.95, 23.64, 0.03


@dataclass(slots=True)
class Corpus:
    """What is drawn from, and the rows that are drawn; `chance` makes the same draw every time."""

    chance: Random
    at: datetime
    terms: dict[str, list[Model]]
    rows: dict[type[Model], list[Model]] = field(default_factory=dict)

    def add(self, row: Model) -> None:
        self.rows.setdefault(type(row), []).append(row)

    def some(self, kind: str, most: int, *, least: int = 0) -> list[Model]:
        """Some of the terms of a kind, each once."""
        known = self.terms[kind]
        return self.chance.sample(known, min(len(known), self.chance.randint(least, most)))

    def write(self, *models: type[Model]) -> None:
        """Write the rows of these models, in this order."""
        for model in models:
            model._default_manager.bulk_create(self.rows.pop(model, []), batch_size=BATCH)


def fill(number: int, at: datetime) -> list[Figure]:
    """Add so many structures; tells how many there are now."""
    if number:
        _add(number, at)
    return [Figure("structures", Structure.objects.count())]


@transaction.atomic
def _add(number: int, at: datetime) -> None:
    """Structures with three ways in each, their pages in every language and their derived rows.

    `at` is the moment from which intervals are built. Needs the demo's vocabularies and its list of structures.
    """
    corpus = Corpus(Random(number), at, _terms())  # noqa: S311 -- examples, not secrets
    structures = _structures(corpus, number)
    corpus.write(Structure)
    _join(corpus, structures)
    for place, (structure, code) in enumerate(zip(structures, free_codes(Location, number), strict=True)):
        _around(corpus, structure, place, code)
    corpus.write(Location, LocationWords, AccessibilityFact, RequiredDocument, LanguageOffer)
    points = corpus.rows[AccessPoint]
    for point, code in zip(points, free_codes(AccessPoint, len(points)), strict=True):
        point.code = code
    corpus.write(AccessPoint)
    corpus.write(*list(corpus.rows))  # lines, schedules, communities
    add_pages(structures, at)
    rebuild_all_intervals(at=at, zone=timezone.get_default_timezone())


def _terms() -> dict[str, list[Model]]:
    kinds = {
        "need": taxonomy.Need,
        "group": taxonomy.TargetGroup,
        "community": taxonomy.Community,
        "language": taxonomy.SpokenLanguage,
        "document": taxonomy.DocumentType,
    }
    return {kind: list(model.objects.all()) for kind, model in kinds.items()}


def _structures(corpus: Corpus, number: int) -> list[Structure]:
    chance = corpus.chance
    bodies, today = _bodies(number), corpus.at.date()
    made = []
    for place, code in enumerate(free_codes(Structure, number)):
        checked = today - timedelta(days=chance.randrange(400)) if chance.random() < 0.8 else None
        structure = Structure(
            code=code,
            slug=f"bench-{place}",
            label=f"{WHAT[place % len(WHAT)][0]}: παράδειγμα {place}",
            organisation=chance.choice(bodies),
            family=chance.choice(Family.values),
            reach=chance.choices(Reach.values, (90, 6, 4))[0],
            cost=chance.choice(CostKind.values),
            without_papers=chance.choice((None, None, True, False)),
            checked_on=checked,
            next_check_on=checked + timedelta(days=180) if checked else today,
        )
        if structure.cost == CostKind.PAID:
            structure.cost_amount, structure.cost_per = chance.randint(1, 20), "visit"
        corpus.add(structure)
        made.append(structure)
    return made


def _bodies(number: int) -> list[Organisation]:
    count = number // BODIES_EACH + 1
    made = [
        Organisation(slug=f"bench-body-{place}", code=code, family=Family.values[place % len(Family)])
        for place, code in enumerate(free_codes(Organisation, count))
    ]
    Organisation.objects.bulk_create(made, batch_size=BATCH)
    OrganisationWords.objects.bulk_create(
        OrganisationWords(organisation=body, language="el", name=f"Φορέας παραδείγματος {place}")
        for place, body in enumerate(made)
    )
    return made


def _join(corpus: Corpus, structures: Sequence[Structure]) -> None:
    """One to three needs, one to four groups."""
    joined = (("need", Structure.needs.through, 3), ("targetgroup", Structure.target_groups.through, 4))
    for name, through, most in joined:
        kind = "need" if name == "need" else "group"
        rows = [
            through(structure_id=structure.pk, **{f"{name}_id": term.pk})
            for structure in structures
            for term in corpus.some(kind, most, least=1)
        ]
        through.objects.bulk_create(rows, batch_size=BATCH)


def _around(corpus: Corpus, structure: Structure, place: int, code: str) -> None:
    """A phone with hours, a place that somebody looked at, a third way; papers and languages."""
    chance = corpus.chance
    location = Location(
        slug=f"bench-{place}",
        code=code,
        street="Οδός Παραδείγματος",
        number=str(place),
        community=chance.choice(corpus.terms["community"]),
        lat=round(LAT + chance.uniform(-SPREAD, SPREAD), 6),
        lon=round(LON + chance.uniform(-SPREAD, SPREAD), 6),
    )
    corpus.add(location)
    corpus.add(LocationWords(location=location, language="el", city="Πόλη"))
    for question in chance.sample(Question.values, 4):
        corpus.add(AccessibilityFact(location=location, question=question, answer=chance.choice(Seen.values)))
    phone = _point(corpus, structure, Channel.PHONE)
    corpus.add(ContactLine(access_point=phone, number=f"+30{FIRST_NUMBER + place}"))
    _hours(corpus, phone)
    _hours(corpus, _point(corpus, structure, Channel.PLACE, location=location))
    _point(corpus, structure, chance.choice(EXTRA_CHANNELS), url="https://example.org/", email="example@example.org")
    for paper in corpus.some("document", 2):
        corpus.add(RequiredDocument(structure=structure, type=paper, come_without=chance.random() < 0.5))
    for spoken in corpus.some("language", 3):
        corpus.add(LanguageOffer(structure=structure, language=spoken))


def _point(corpus: Corpus, structure: Structure, channel: str, **fields: object) -> AccessPoint:
    chance = corpus.chance
    citywide = chance.random() < 0.4
    point = AccessPoint(
        structure=structure, channel=channel, citywide=citywide, walk_in=chance.choice((None, True, False)), **fields
    )
    corpus.add(point)
    if not citywide:
        through = AccessPoint.communities.through
        for community in corpus.some("community", 2, least=1):
            corpus.add(through(accesspoint=point, community=community))
    return point


def _hours(corpus: Corpus, point: AccessPoint) -> None:
    """Hours of the week mostly; some by appointment, some day and night, some that nobody knows."""
    kind = corpus.chance.choices(
        (ScheduleKind.HOURS, ScheduleKind.APPOINTMENT, ScheduleKind.ALWAYS, ScheduleKind.UNKNOWN), (80, 8, 4, 8)
    )[0]
    osm = corpus.chance.choice(HOURS) if kind == ScheduleKind.HOURS else ""
    corpus.add(Schedule(access_point=point, kind=kind, osm=osm))
