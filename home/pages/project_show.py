"""How the page of a project shows its facts: sentences, rows and cards, in the language of the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.utils.translation import gettext as _

from core import formats
from core.cache import expire_at
from core.hooks import Band
from core.partial_dates import first_day, last_day
from core.provenance import Source
from core.text import greek
from directory.selectors.hours import Asked
from directory.selectors.shapes import StructureCard
from home.models.projects import BudgetLine
from home.pages.structures import chosen_structures
from home.selectors.bands import bands_of
from home.selectors.project_facts import Money, Output, ProjectFacts, SubProjectView, projects
from home.sentences import State, amendment, period, project_state

# Names of the lights of the state component for the states of a project.
LIGHTS = {"running": "open", "planned": "soon", "ended": "closed", "suspended": "soon", "withdrawn": "closed"}
IN_ORDER = ("running", "planned", "suspended", "unknown", "ended", "withdrawn")


@dataclass(frozen=True, slots=True)
class Table:
    """A table as its component takes it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class SubProjectShow:
    """A sub-project with its facts in words, and its work packages as a table."""

    title: str
    facts: tuple[dict[str, Any], ...]
    packages: Table | None


@dataclass(frozen=True, slots=True)
class ProjectShow:
    """The whole page below title and sentence."""

    bands: tuple[Band, ...]
    state: str
    state_text: str
    progress: int | None  # how much of a known period has passed, in hundredths
    progress_text: str
    identity: tuple[dict[str, Any], ...]
    budget_note: str
    sub_projects: tuple[SubProjectShow, ...]
    packages: Table | None
    outputs: tuple[dict[str, Any], ...]
    targets: Table | None
    communities: tuple[str, ...]
    structures: tuple[StructureCard, ...]
    sources: tuple[Source, ...]
    amendments: tuple[str, ...] = ()


def project_show(facts: ProjectFacts, asked: Asked) -> ProjectShow:
    """Everything the page shows of a project at a moment."""
    state = state_of(facts, today=asked.today, language=asked.language)
    if state.changes_on:
        expire_at(datetime.combine(state.changes_on, time(), tzinfo=asked.zone))
    total = facts.amount(BudgetLine.Kind.TOTAL)
    targets = [output for output in facts.outputs if output.target is not None]
    return ProjectShow(
        bands=bands_of([facts.programme], asked.language),
        state=LIGHTS.get(state.name, "unknown"),
        state_text=state.text,
        progress=_progress(facts, asked.today) if state.name == "running" else None,
        progress_text=period(facts.begins, facts.ends, asked.language),
        identity=tuple(_identity(facts, asked.language)),
        budget_note=total.note if total else "",
        sub_projects=tuple(_sub_project(sub, asked.language) for sub in facts.sub_projects),
        packages=_packages(_("Work packages"), facts.packages, "packages"),
        outputs=tuple(_figure(output, asked.language) for output in facts.outputs if output.target is None),
        targets=_targets(targets, asked.language) if targets else None,
        communities=tuple(term.name for term in facts.communities),
        structures=chosen_structures(facts.structures, asked),
        sources=facts.sources,
        amendments=tuple(
            amendment(each, asked.language)
            for each in sorted(facts.amendments, key=lambda each: each.changed_on, reverse=True)
        ),
    )


def project_cards(pages: Iterable[Any], *, language: str, today: date) -> list[dict[str, Any]]:
    """Cards of projects, those that run first."""
    known = projects(language)
    cards = []
    for page in pages:
        facts = known[page.project_id]
        state = state_of(facts, today=today, language=language)
        cards.append((IN_ORDER.index(state.name), page.title, _card(page, facts, state, language)))
    return [card for _place, _title, card in sorted(cards, key=lambda each: each[:2])]


def state_of(facts: ProjectFacts, *, today: date, language: str) -> State:
    """State of a project on a day."""
    return project_state(
        facts.begins,
        facts.ends,
        standing=facts.standing,
        since=facts.standing_since,
        today=today,
        language=language,
    )


def _card(page: Any, facts: ProjectFacts, state: State, language: str) -> dict[str, Any]:
    total = facts.amount(BudgetLine.Kind.TOTAL)
    meta = [{"text": facts.programme_name}]
    if total and not total.note:
        meta.append({"text": formats.money(total.amount, language)})
    return {
        "title": page.title,
        "url": page.get_url() or "",
        "text": page.summary,
        "state": LIGHTS.get(state.name, "unknown"),
        "state_text": state.text,
        "meta": meta,
    }


def _progress(facts: ProjectFacts, today: date) -> int | None:
    first, last = first_day(facts.begins), last_day(facts.ends)
    if not first or not last or last <= first:
        return None
    return round(100 * (today - first).days / (last - first).days)


def _identity(facts: ProjectFacts, language: str) -> Iterable[dict[str, Any]]:
    if facts.official_title:
        yield {"term": _("Name of the act"), "text": facts.official_title, "language": greek(facts.official_title)}
    yield {"term": _("MIS code"), "text": facts.mis or _("The MIS code has not been published.")}
    for scheme, value in facts.codes:
        yield {"term": scheme, "text": value, "language": greek(value)}
    yield {"term": _("Programme"), "text": facts.programme_name, "note": facts.axis}
    if facts.funds:
        yield {"term": _("Funds"), "text": facts.funds}
    for body in facts.bodies:
        yield {"term": body.role_label, "text": body.name, "language": body.language, "url": body.website}
    if facts.responsible:
        yield {"term": _("Responsible unit"), "text": facts.responsible}
    yield from _budget(facts, language)
    yield {"term": _("Period"), "text": period(facts.begins, facts.ends, language)}


def _budget(facts: ProjectFacts, language: str) -> Iterable[dict[str, Any]]:
    """Total, then its parts only where they make it up; each amount with its note."""
    total = facts.amount(BudgetLine.Kind.TOTAL)
    if total is None:
        yield {"term": BudgetLine.Kind.TOTAL.label, "text": _("The budget has not been published.")}
    parts = (BudgetLine.Kind.UNION, BudgetLine.Kind.NATIONAL, BudgetLine.Kind.OWN)
    for money in facts.budget:
        if money.kind not in parts or facts.has_breakdown:
            yield {"term": money.label, "text": formats.money(money.amount, language), "note": _noted(money, language)}
    if total is not None and not facts.has_breakdown:
        yield {"term": _("Parts of the budget"), "text": _("No breakdown is given.")}


def _noted(money: Money, language: str) -> str:
    when = formats.partial_date(money.as_of, language) if money.as_of else ""
    return " ".join(part for part in (when and f"({when})", money.note) if part)


def _sub_project(sub: SubProjectView, language: str) -> SubProjectShow:
    facts: list[dict[str, Any]] = [
        {"term": _("How"), "text": sub.mode_label or _("How it is carried out has not been published.")}
    ]
    if sub.legal_reference:
        facts.append(
            {"term": _("Legal reference"), "text": sub.legal_reference, "language": greek(sub.legal_reference)}
        )
    budget = formats.money(sub.budget, language) if sub.budget is not None else _("The budget has not been published.")
    facts.append({"term": _("Budget"), "text": budget})
    caption = _("Work packages of sub-project %(number)s") % {"number": sub.number}
    return SubProjectShow(
        title=_("Sub-project %(number)s: %(title)s") % {"number": sub.number, "title": sub.title},
        facts=tuple(facts),
        packages=_packages(caption, sub.packages, f"packages-{sub.number}"),
    )


def _packages(caption: str, packages: Iterable[Any], name: str) -> Table | None:
    rows = tuple((package.code, package.title) for package in packages)
    return Table(caption, (_("Package"), _("What it holds")), rows, name) if rows else None


def _figure(output: Output, language: str) -> dict[str, Any]:
    text = _("%(what)s (about)") % {"what": output.what} if output.about else output.what
    return {
        "value": _plain(output, output.achieved, language),
        "text": text,
        "note": output.source,
        "note_language": greek(output.source),
    }


def _targets(outputs: Iterable[Output], language: str) -> Table:
    unknown = _("not published")
    rows = tuple(
        (
            output.what,
            _said(output, output.target, language),
            _said(output, output.achieved, language) if output.achieved is not None else unknown,
        )
        for output in outputs
    )
    return Table(_("Targets"), ("", _("Target"), _("So far")), rows, "targets")


def _said(output: Output, value: Any, language: str) -> str:
    said = _plain(output, value, language)
    return _("about %(figure)s") % {"figure": said} if output.about else said


def _plain(output: Output, value: Any, language: str) -> str:
    return formats.money(value, language) if output.is_money else formats.number(value, language)
