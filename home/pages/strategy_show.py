"""How the page of the strategy shows its facts: bars with a table, cards and figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from core import formats
from core.provenance import Source
from core.terms import terms
from directory.selectors.hours import Asked
from directory.selectors.pages import live_pages
from directory.selectors.shapes import StructureCard
from directory.selectors.structures import structure_cards
from home.pages.projects import ProjectPage
from home.selectors.project_facts import projects
from home.selectors.strategy_facts import Action, Figure, PillarView, StrategyFacts

BAR = 600


@dataclass(frozen=True, slots=True)
class Bar:
    """A pillar as a bar; `width` is its length, the longest being BAR."""

    title: str
    amount: str
    width: int


@dataclass(frozen=True, slots=True)
class ActionShow:
    """An action with its facts in words."""

    title: str
    tasks: tuple[str, ...]
    facts: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class StrategyShow:
    """The whole page below title and sentence."""

    vision: str
    author: str
    bars: tuple[Bar, ...]
    total: str
    activated: tuple[dict[str, Any], ...]
    actions: tuple[ActionShow, ...]
    flagship: tuple[str, ...]
    structures: tuple[StructureCard, ...]
    figures: tuple[dict[str, Any], ...]
    positives: tuple[str, ...]
    problems: tuple[str, ...]
    sources: tuple[Source, ...]
    as_of: str


def strategy_show(facts: StrategyFacts, asked: Asked) -> StrategyShow:
    """Everything the page shows of the strategy at a moment (five queries, for the structures)."""
    language = asked.language
    found = _structures([action.structure for action in facts.actions if action.structure], asked)
    links = _project_links(language)
    return StrategyShow(
        vision=facts.vision,
        author=facts.author,
        bars=_bars(facts.pillars, language),
        total=formats.money(facts.total, language),
        activated=tuple(
            {"value": formats.money(each.amount, language), "text": each.title, "note": each.example}
            for each in facts.activated
        ),
        actions=tuple(_action(action, language, links) for action in facts.actions if not action.flagship),
        flagship=tuple(action.title for action in facts.actions if action.flagship and action.structure not in found),
        structures=tuple(
            found[action.structure] for action in facts.actions if action.flagship and action.structure in found
        ),
        figures=tuple(_figure(figure, language) for figure in facts.figures),
        positives=facts.positives,
        problems=facts.problems,
        sources=facts.sources,
        as_of=formats.partial_date(facts.as_of, language),
    )


def _bars(pillars: Iterable[PillarView], language: str) -> tuple[Bar, ...]:
    rows = tuple(pillars)
    longest = max((pillar.budget for pillar in rows), default=Decimal(1)) or Decimal(1)
    return tuple(
        Bar(
            title=_("Pillar %(number)s: %(title)s") % {"number": pillar.number, "title": pillar.title},
            amount=formats.money(pillar.budget, language),
            width=round(BAR * pillar.budget / longest),
        )
        for pillar in rows
    )


def _action(action: Action, language: str, links: Mapping[int, str]) -> ActionShow:
    facts: list[dict[str, Any]] = []
    if action.who:
        facts.append({"term": _("For whom"), "text": action.who})
    if action.beneficiaries is not None:
        facts.append({"term": _("How many"), "text": _people(action, language)})
    if action.budget is not None:
        budget = formats.money(action.budget, language)
        facts.append({"term": _("Budget"), "text": budget, "note": action.budget_note})
    if action.project in links:
        facts.append({"term": _("Project"), "text": _("See the project"), "url": links[action.project]})
    return ActionShow(action.title, action.tasks, tuple(facts))


def _people(action: Action, language: str) -> str:
    said = formats.number(action.beneficiaries or 0, language)
    return (
        _("about %(number)s people") % {"number": said} if action.about else _("%(number)s people") % {"number": said}
    )


def _figure(figure: Figure, language: str) -> dict[str, Any]:
    value = formats.money(figure.value, language) if figure.is_money else formats.number(figure.value, language)
    everywhere = len(figure.communities) == len(terms("community", language))
    where = _("all communities") if everywhere else ", ".join(term.name for term in figure.communities)
    year = str(figure.year) if figure.year else ""
    return {"value": value, "text": figure.what, "note": " · ".join(part for part in (year, where) if part)}


def _structures(pks: list[int], asked: Asked) -> dict[int, StructureCard]:
    pages = list(live_pages(asked.language).filter(structure__in=pks).select_related("structure"))
    return dict(zip((page.structure_id for page in pages), structure_cards(pages, asked), strict=True)) if pages else {}


def _project_links(language: str) -> dict[int, str]:
    """Addresses of live project pages by project (one query)."""
    pages = ProjectPage.objects.live().filter(locale__language_code=language, project__in=list(projects(language)))
    return {page.project_id: page.get_url() or "" for page in pages}
