"""The strategy as readers see it, read once per process."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from core.provenance import Source
from core.snapshot import snapshot
from core.terms import Term, terms_by_pk
from core.words import words_of
from home.models.strategy import DeliveryFigure, FlagshipAction, Strategy, StrategyFinding


@dataclass(frozen=True, slots=True)
class PillarView:
    """A pillar with its budget in euro."""

    number: int
    title: str
    budget: Decimal


@dataclass(frozen=True, slots=True)
class Activated:
    """Money already in use."""

    title: str
    example: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Action:
    """An action: what, for whom, how many, what it cost, where to find it today."""

    title: str
    who: str
    tasks: tuple[str, ...]
    flagship: bool
    beneficiaries: int | None
    about: bool
    budget: Decimal | None
    budget_note: str
    project: int | None
    structure: int | None


@dataclass(frozen=True, slots=True)
class Figure:
    """What was delivered."""

    value: Decimal
    is_money: bool
    what: str
    year: int | None
    communities: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class StrategyFacts:
    """The strategy in one language."""

    pk: int
    vision: str
    author: str
    as_of: str
    pillars: tuple[PillarView, ...]
    activated: tuple[Activated, ...]
    actions: tuple[Action, ...]
    figures: tuple[Figure, ...]
    positives: tuple[str, ...]
    problems: tuple[str, ...]
    sources: tuple[Source, ...]

    @property
    def total(self) -> Decimal:
        """Sum of the pillars; ours, no source gives it."""
        return sum((pillar.budget for pillar in self.pillars), Decimal())


@snapshot("home.strategies", tags={"list:home", "terms"})
def strategies(language: str) -> dict[int, StrategyFacts]:
    """All strategies by primary key."""
    rows = Strategy.objects.prefetch_related(
        "words", "pillars__words", "activated__words", "actions__words",
        "figures__words", "figures__communities", "findings__words",
    )  # fmt: skip
    return {row.pk: _facts(row, language) for row in rows}


def _facts(row: Strategy, language: str) -> StrategyFacts:
    words = words_of(row, language)
    findings = [(finding.kind, _word(finding, language, "text")) for finding in row.findings.all()]
    return StrategyFacts(
        pk=row.pk,
        vision=words.vision if words else "",
        author=words.author if words else "",
        as_of=row.as_of,
        pillars=tuple(
            PillarView(pillar.number, _word(pillar, language, "title"), pillar.budget)
            for pillar in sorted(row.pillars.all(), key=lambda pillar: pillar.number)
        ),
        activated=tuple(
            Activated(_word(each, language, "title"), _word(each, language, "example"), each.amount)
            for each in row.activated.all()
        ),
        actions=tuple(_action(action, language) for action in row.actions.all()),
        figures=tuple(_figures(row.figures.all(), language)),
        positives=tuple(text for kind, text in findings if kind == StrategyFinding.Kind.POSITIVE),
        problems=tuple(text for kind, text in findings if kind == StrategyFinding.Kind.PROBLEM),
        sources=row.source_list(),
    )


def _word(row: Any, language: str, name: str) -> str:
    words = words_of(row, language)
    return getattr(words, name) if words else ""


def _action(action: FlagshipAction, language: str) -> Action:
    return Action(
        title=_word(action, language, "title"),
        who=_word(action, language, "who"),
        tasks=tuple(_word(action, language, "tasks").splitlines()),
        flagship=action.flagship,
        beneficiaries=action.beneficiaries,
        about=action.beneficiaries_about,
        budget=action.budget,
        budget_note=_word(action, language, "budget_note"),
        project=action.project_id,
        structure=action.structure_id,
    )


def _figures(rows: Iterable[DeliveryFigure], language: str) -> Iterable[Figure]:
    for row in rows:
        communities = terms_by_pk("community", {each.pk for each in row.communities.all()}, language)
        yield Figure(row.value, row.is_money, _word(row, language, "what"), row.year, communities)
