"""What structures hold beside their ways in: conditions, papers, languages, links, what was seen at their places."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import CharField, Exists, F, OuterRef, QuerySet, Value
from django.db.models.functions import Cast, Coalesce

from directory.models.access import AccessPoint
from directory.models.accessibility import AccessibilityFact
from directory.models.conditions import EligibilityRule, RequiredDocument, RuleKind
from directory.models.links import StructureLink
from directory.models.mobile import MobileVisit
from directory.models.offers import LanguageOffer

TEXTS = 5  # text columns of the joined rows


def rule_code(kind: str, answer: str, low: int | None, high: int | None) -> str:
    """For machines and spreadsheets: `age:18-65`, `referral:required`, `income` where only words say more."""
    if kind == RuleKind.AGE:
        return f"{kind}:{'' if low is None else low}-{'' if high is None else high}"
    return f"{kind}:{answer}" if answer else kind


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition; its words are found by its key."""

    pk: int
    kind: str
    answer: str
    min_age: int | None
    max_age: int | None

    @property
    def code(self) -> str:
        return rule_code(self.kind, self.answer, self.min_age, self.max_age)


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that is asked for; `type` is the key of its kind."""

    type: int
    needed: str
    come_without: bool
    url: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A language; `how`, `channel` and `osm` are empty where nothing limits or nobody knows."""

    language: int
    how: str
    channel: str
    osm: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link as the structure sees it that was asked for: to the other one, or from it."""

    kind: str
    outgoing: bool
    other: int
    uuid: UUID
    status: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody saw of a place; its note is found by its key (0: it follows from other facts)."""

    pk: int
    question: str
    answer: str
    measure: int | None = None
    seen_on: date | None = None
    seen_by: str = ""


@dataclass(slots=True)
class Parts:
    """All of one structure, each in the editors' order; `seen` by location."""

    rules: list[Rule] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    seen: dict[int, list[Answer]] = field(default_factory=lambda: defaultdict(list))

    @property
    def ages(self) -> tuple[int | None, int | None]:
        """From and up to which age; both None when no condition says one."""
        return next(((rule.min_age, rule.max_age) for rule in self.rules if rule.kind == "age"), (None, None))


def parts(ids: Iterable[int], visits: Collection[MobileVisit] = ()) -> dict[int, Parts]:
    """The parts of these structures (one query whatever their number); places of these visits count as theirs."""
    ids = list(ids)
    found = {pk: Parts() for pk in ids}
    first, *others = (*_branches(ids), *_visited(visits))
    for kind, owner, _place, key, term, *texts in first.union(*others, all=True).order_by("place", "key"):
        _put(found[owner], kind, key, term, texts)
    return found


def seen_at(locations: Iterable[int]) -> dict[int, list[Answer]]:
    """What was seen of these places, by location (one query)."""
    found: dict[int, list[Answer]] = defaultdict(list)
    for row in AccessibilityFact.objects.filter(location__in=locations, location__sensitive=False):
        answer = Answer(row.pk, row.question, row.answer, row.measure, row.seen_on, row.seen_by)
        found[row.location_id].append(answer)
    return found


def _put(held: Parts, kind: str, key: int, term: int, texts: list[str]) -> None:
    a, b, c, d, e = texts
    if kind == "rule":
        held.rules.append(Rule(key, a, b, _number(c), _number(d)))
    elif kind == "paper":
        held.papers.append(Paper(term, a, b in ("1", "true"), c))
    elif kind == "offer":
        held.offers.append(Offer(term, a, b, c))
    elif kind == "link":
        held.links.append(Link(a, b == "to", term, UUID(c), d))
    else:
        seen_on = date.fromisoformat(d) if d else None
        held.seen[term].append(Answer(key, a, b, _number(c), seen_on, e))


def _branches(ids: list[int]) -> Iterator[QuerySet]:
    """One select for each kind of part, all with the same columns: numbers first, the rest as text."""
    rules = EligibilityRule.objects.filter(structure__in=ids)
    yield _branch(rules, "rule", Value(0), "kind", "answer", "min_age", "max_age")
    papers = RequiredDocument.objects.filter(structure__in=ids)
    yield _branch(papers, "paper", F("type_id"), "needed", "come_without", "url")
    offers = LanguageOffer.objects.filter(structure__in=ids)
    yield _branch(offers, "offer", F("language_id"), "how", "channel", "osm")
    to = StructureLink.objects.filter(structure__in=ids)
    yield _branch(to, "link", F("target_id"), "kind", Value("to"), "target__uuid", "target__status")
    back = StructureLink.objects.filter(target__in=ids)
    told = ("kind", Value("from"), "structure__uuid", "structure__status")
    yield _branch(back, "link", F("structure_id"), *told, owner="target_id")
    points = AccessPoint.objects.filter(structure__in=ids, location__accessibility__isnull=False).distinct()
    yield _seen(points, owner="structure_id")


def _visited(visits: Collection[MobileVisit]) -> Iterator[QuerySet]:
    """What was seen where units stop and the structure has no way in of its own."""
    if visits:
        rows = MobileVisit.objects.filter(pk__in=[visit.pk for visit in visits], location__accessibility__isnull=False)
        own = AccessPoint.objects.filter(location=OuterRef("location"), structure=OuterRef("unit__structure"))
        yield _seen(rows.exclude(Exists(own)).distinct(), owner="unit__structure_id")


def _seen(rows: QuerySet, *, owner: str) -> QuerySet:
    fact = "location__accessibility__"
    texts = (f"{fact}{name}" for name in ("question", "answer", "measure", "seen_on", "seen_by"))
    return _branch(rows, "seen", F("location_id"), *texts, owner=owner, key=f"{fact}pk", place=f"{fact}sort_order")


def _branch(
    rows: QuerySet,
    kind: str,
    term: F | Value,
    *texts: str | Value,
    owner: str = "structure_id",
    key: str = "pk",
    place: str = "sort_order",
) -> QuerySet:
    """`texts` are fields or values; missing ones are empty."""
    padded = (*texts, *[Value("")] * (TEXTS - len(texts)))
    columns = {f"text_{number}": _text(each) for number, each in enumerate(padded)}
    numbers = {"of": F(owner), "place": Coalesce(F(place), 0), "key": F(key), "term": term}
    rows = rows.order_by().annotate(part=Value(kind, CharField()), **numbers, **columns)
    return rows.values_list("part", *numbers, *columns)


def _text(of: str | Value) -> Coalesce:
    return Coalesce(Cast(of, CharField()), Value("", CharField()))


def _number(text: str) -> int | None:
    return int(text) if text else None
