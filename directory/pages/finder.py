"""The guided finder: four questions at most, one a page, and at the end a door."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core.cache import expire_at
from core.pages import HubPage
from directory.finder import (
    MOST_QUESTIONS,
    UNKNOWN,
    Finder,
    Outcome,
    Question,
    by_suits,
    meant,
    next_question,
    outcome,
    places_of,
)
from directory.models.choices import AREAS, Reach
from directory.models.finder import Aspect
from directory.pages.asking import asked_for
from directory.pages.index import COUNTS_LIVE
from directory.pages.structure_show import list_jsonld
from directory.selectors.finder import DangerLine, danger_lines, finder
from directory.selectors.hours import Asked, open_structures
from directory.selectors.pages import index_url, live_pages
from directory.selectors.shapes import StructureCard
from directory.selectors.structures import structure_cards

DOORS = 5  # one large, at most four more
ASKED = "ask"  # the question a form was sent for: sent without an answer, it says so


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer that was given, and the address that asks its question again."""

    text: Any
    language: str
    change_url: str


@dataclass(frozen=True, slots=True)
class Step:
    """A question as the page shows it."""

    question: Question
    number: int
    numbers: tuple[int, ...]
    items: tuple[dict[str, Any], ...]
    unknown: tuple[dict[str, Any], ...]
    hidden: tuple[tuple[str, str], ...]
    is_missing: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What the answers lead to: the sentence that says what was given up, the doors, the whole list."""

    sentence: str
    first: StructureCard | None
    more: tuple[StructureCard, ...]
    list_url: str


class FinderPage(HubPage):
    """The questions and answers are facts (`FinderQuestion`); this page holds the title in one language."""

    template = "directory/finder_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    page_description = _("Four questions that lead to a structure.")
    query_parameters = frozenset({*Aspect.values, ASKED})
    max_count_per_parent = 1
    is_sensitive = True  # what a person needs is nobody's business

    class Meta:
        verbose_name = _("guided finder")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        asked = asked_for(self, request)
        path = self.get_url(request) or ""
        self.canonical_url = request.build_absolute_uri(path)
        questions = finder(asked.language, asked.today)
        given = questions.known({aspect: request.GET.get(aspect, "") for aspect in Aspect.values})
        question = next_question(questions, given)
        found = None if question else _found(questions, given, asked)
        return context | {
            "step": _step(question, given, request.GET.get(ASKED, "")) if question else None,
            "found": found,
            "given": _given(questions, given, path),
            "back_url": _address(path, dict(list(given.items())[:-1])) if given else "",
            "danger": _danger(asked),
        }

    def jsonld(self) -> list[dict[str, Any]]:
        return list_jsonld(self, self.canonical_url)


def _step(question: Question, given: dict[str, str], sent: str) -> Step:
    items = tuple(
        {
            "value": answer.code,
            "label": answer.label,
            "icon": answer.icon,
            "language": answer.language,
            "note": answer.note,
        }
        for answer in question.answers
    )
    return Step(
        question=question,
        number=len(given) + 1,
        numbers=tuple(range(1, MOST_QUESTIONS + 1)),
        items=items,
        unknown=({"value": UNKNOWN, "label": _("I do not know"), "icon": "unknown"},),
        hidden=(*given.items(), (ASKED, question.aspect)),
        is_missing=sent == question.aspect,
    )


def _given(questions: Finder, given: dict[str, str], path: str) -> tuple[GivenAnswer, ...]:
    rows = []
    for aspect, code in given.items():
        answer = questions.answer(aspect, code)
        others = {other: value for other, value in given.items() if other != aspect}
        text, language = (answer.label, answer.language) if answer else (_("I do not know"), "")
        rows.append(GivenAnswer(text, language, _address(path, others)))
    return tuple(rows)


def _danger(asked: Asked) -> tuple[DangerLine, ...]:
    return danger_lines(asked.language)


def _found(questions: Finder, given: dict[str, str], asked: Asked) -> Found:
    """The doors, best first: near, meant for this person, open now, of this city (six queries)."""
    ends = outcome(questions, given)
    expire_at(asked.at + COUNTS_LIVE)
    places = _ranked(questions, ends, given, open_structures(asked.at))
    pages = {
        page.structure_id: page
        for page in live_pages(asked.language)
        .filter(structure__in=[questions.structures[place] for place in places])
        .select_related("structure")
    }
    kept = [(place, pages[questions.structures[place]]) for place in places if questions.structures[place] in pages]
    cards = structure_cards([page for _place, page in kept], asked)
    doors = [
        replace(card, why=_why(questions, given, place, card)) for (place, _page), card in zip(kept, cards, strict=True)
    ]
    need = questions.answer(Aspect.NEED, given.get(Aspect.NEED, ""))
    return Found(
        sentence=_sentence(questions, given, ends) if doors else "",
        first=doors[0] if doors else None,
        more=tuple(doors[1:]),
        list_url=_list_url(asked, doors, need.needs if need else frozenset()),
    )


def _ranked(questions: Finder, ends: Outcome, given: dict[str, str], open_now: frozenset[int]) -> list[int]:
    """The first doors: near, meant for this person by most answers, open now, of this city and by name."""
    found: list[int] = []
    for near in (ends.fits, ends.wider & ~ends.fits):
        for group in by_suits(near, meant(questions, given, ends)):
            # Structures stand in the order of reach and name.
            places = list(places_of(group)) if group else []
            found += sorted(places, key=lambda place: questions.structures[place] not in open_now)
            if len(found) >= DOORS:
                return found[:DOORS]
    return found


def _why(questions: Finder, given: dict[str, str], place: int, card: StructureCard) -> tuple[dict[str, Any], ...]:
    """What of the answers it meets, in words, and whether it is open."""
    bit, said = 1 << place, []
    for aspect, answer in questions.chosen(given).items():
        if aspect == Aspect.NEED:
            met = [term for term in card.needs if term.pk in answer.needs]
            said += [{"text": term.name, "language": term.language} for term in met]
        elif aspect == Aspect.PLACE and not answer.fits & bit:
            said.append({"text": AREAS[Reach(questions.reaches[place])], "language": ""})
        elif answer.fits & bit:
            said.append({"text": answer.label, "language": answer.language})
    if card.is_open:
        said.append({"text": _("open now"), "language": ""})
    return tuple(said)


def _sentence(questions: Finder, given: dict[str, str], ends: Outcome) -> str:
    """What was given up, said openly; empty when everything fits."""
    left = [questions.answer(aspect, given[aspect]) for aspect in ends.given_up]
    names = [answer.label for answer in left if answer]
    if not names:
        return ""
    if len(left) == 1 and left[0] and left[0].is_community:
        said = _("In the %(community)s we found nothing. This serves the whole city:")
        return said % {"community": names[0]}
    return _("We found nothing for “%(answers)s”. This may help:") % {"answers": " · ".join(names)}


def _list_url(asked: Asked, doors: list[StructureCard], needs: frozenset[int]) -> str:
    """The list of everything for this need; all structures when none was named."""
    index = index_url(asked.language)
    slugs = {term.slug for door in doors for term in door.needs if term.pk in needs}
    return f"{index}?{urlencode([('need', slug) for slug in sorted(slugs)])}" if index and slugs else index


def _address(path: str, given: dict[str, str]) -> str:
    return f"{path}?{urlencode(given)}" if given else path
