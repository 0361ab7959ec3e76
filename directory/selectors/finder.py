"""What the guided finder asks in a language, and which structures each answer speaks of."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from django.conf import settings
from django.db.models import Q

from core.collation import order_key
from core.formats import phone
from core.languages import nearest_of
from core.snapshot import snapshot
from core.taxonomy import CommunityWords
from core.terms import Term, terms
from core.words import words_of
from directory.finder import Answer, Finder, Question
from directory.models.access import AccessPoint, ContactLine
from directory.models.choices import Reach, Status
from directory.models.finder import Area, FinderAnswer, FinderQuestion
from directory.models.structure import Structure

Key = TypeVar("Key", int, str)
NOTED = 2  # neighbourhoods named beside a community


@dataclass(frozen=True, slots=True)
class DangerLine:
    """A number for people in danger, and whose it is."""

    number: str
    label: str
    name: str
    language: str


@dataclass(slots=True)
class _Marks:
    """Bits of the structures by what they hold."""

    everything: int = 0
    need: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    group: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    channel: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    community: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    city: int = 0
    beyond: int = 0


@snapshot("directory.finder", tags={"list:directory", "terms"})
def finder(language: str, today: date) -> Finder:
    """Questions and answers for a reader of `language`, over what is active on this day."""
    rows = _structures(language, today)
    marks = _marks(rows)
    prefetched = FinderQuestion.objects.prefetch_related(
        "words", "answers__words", "answers__needs", "answers__groups", "answers__also_groups"
    )
    places = _places(language)
    return Finder(
        questions=tuple(_question(row, marks, language, places) for row in prefetched),
        structures=tuple(pk for pk, _reach in rows),
        reaches=tuple(reach for _pk, reach in rows),
    )


@snapshot("directory.danger_lines", tags={"list:directory"})
def danger_lines(language: str) -> tuple[DangerLine, ...]:
    """The numbers that editors marked for people in danger, in the order of their structures' reach."""
    lines = (
        ContactLine.objects.filter(in_danger=True, access_point__structure__status=Status.ACTIVE)
        .select_related("access_point__structure")
        .prefetch_related("access_point__structure__pages__locale")
        .order_by("access_point__structure__reach", "access_point__structure__label", "sort_order", "pk")
    )
    return tuple(_danger_line(line, language) for line in lines)


def _danger_line(line: ContactLine, language: str) -> DangerLine:
    structure = line.access_point.structure
    titles = {page.locale.language_code: page.title for page in structure.pages.all() if not page.alias_of_id}
    spoken = nearest_of(titles, language)
    title = titles[spoken] if spoken else structure.label
    return DangerLine(line.number, phone(line.number), title, spoken or settings.LANGUAGE_CODE)


def _structures(language: str, today: date) -> list[tuple[int, int]]:
    """(key, reach) of what is active and has a live page in the language; nearer ones first, then by name."""
    rows = (
        Structure.objects.filter(status=Status.ACTIVE, pages__live=True, pages__locale__language_code=language)
        .filter(Q(valid_from=None) | Q(valid_from__lte=today), Q(valid_to=None) | Q(valid_to__gte=today))
        .values_list("pk", "reach", "label")
        .distinct()
    )
    return [(pk, reach) for pk, reach, _ in sorted(rows, key=lambda row: (row[1], order_key(row[2], language)))]


def _marks(rows: list[tuple[int, int]]) -> _Marks:
    bit = {pk: 1 << place for place, (pk, _reach) in enumerate(rows)}
    marks = _Marks(everything=(1 << len(rows)) - 1)
    marks.beyond = sum(bit[pk] for pk, reach in rows if reach > Reach.CITY)
    for held, name, term in ((marks.need, "needs", "need_id"), (marks.group, "target_groups", "targetgroup_id")):
        through = Structure._meta.get_field(name).remote_field.through
        for structure, key in through.objects.values_list("structure_id", term):
            held[key] |= bit.get(structure, 0)
    points = AccessPoint.objects.values_list("structure", "channel", "citywide", "location__community", "communities")
    reached = 0
    for structure, channel, citywide, *communities in points:
        own = bit.get(structure, 0)
        reached |= own
        marks.channel[channel] |= own
        marks.city |= own if citywide else 0
        for community in filter(None, communities):
            marks.community[community] |= own
    # What is reached only by the line of the body above serves everybody who can call it.
    marks.city |= marks.everything & ~reached
    return marks


def _question(row: FinderQuestion, marks: _Marks, language: str, places: dict[int, str]) -> Question:
    words = words_of(row, language)
    answers = (answer for each in row.answers.all() for answer in _answers(each, marks, language, places))
    return Question(
        aspect=row.aspect,
        text=words.text if words else row.slug,
        language=words.language if words else language,
        hint=words.hint if words else "",
        answers=tuple(answers),
    )


def _answers(row: FinderAnswer, marks: _Marks, language: str, places: dict[int, str]) -> Iterable[Answer]:
    """The answer itself, or one for each community."""
    if row.area == Area.COMMUNITIES:
        yield from (_community(term, row, marks, places) for term in terms("community", language))
        return
    words = words_of(row, language)
    needs = frozenset(term.pk for term in row.needs.all())
    own = [term.pk for term in row.groups.all()]
    also = [term.pk for term in row.also_groups.all()]
    areas = {Area.CITY: marks.city, Area.BEYOND: marks.beyond}
    plain = _any(marks.need, needs, marks.everything) & _any(marks.channel, row.channels, marks.everything)
    plain &= areas.get(row.area, marks.everything)
    fits = plain & _any(marks.group, [*own, *also], marks.everything)
    yield Answer(
        code=row.code,
        label=words.label if words else row.code,
        language=words.language if words else language,
        fits=fits,
        best=plain & _any(marks.group, own, marks.everything),
        wider=marks.beyond if row.area == Area.CITY else 0,
        icon=row.icon,
        needs=needs,
    )


def _community(term: Term, row: FinderAnswer, marks: _Marks, places: dict[int, str]) -> Answer:
    near = marks.community[term.pk]
    return Answer(
        code=term.slug,
        label=term.name,
        language=term.language,
        fits=near,
        best=near,
        wider=marks.city | marks.beyond,
        icon=row.icon,
        note=places.get(term.pk, ""),
        is_community=True,
    )


def _any(held: Mapping[Key, int], keys: Iterable[Key], everything: int) -> int:
    """Bits of what holds one of these; no keys are no condition."""
    keys = list(keys)
    found = 0 if keys else everything
    for key in keys:
        found |= held[key]
    return found


def _places(language: str) -> dict[int, str]:
    """Neighbourhoods of the communities, so that people find their own."""
    rows = CommunityWords.objects.filter(language=language).exclude(neighbourhoods="")
    return {row.term_id: ", ".join(row.neighbourhoods.split(", ")[:NOTED]) for row in rows}
