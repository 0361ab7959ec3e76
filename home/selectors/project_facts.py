"""Projects as readers see them, read once per process: they change seldom and stand on many pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from core.provenance import Source
from core.snapshot import snapshot
from core.terms import Term, terms_by_pk
from core.words import words_of
from directory.selectors.organisations import organisations
from home.models.amendments import ProjectAmendment
from home.models.parts_of_projects import ProjectOutput, SubProject
from home.models.projects import BudgetLine, Project, ProjectCode, ProjectPartner
from home.sentences import Amended

PARTS = frozenset({BudgetLine.Kind.UNION, BudgetLine.Kind.NATIONAL, BudgetLine.Kind.OWN})
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in euro with what must be said with it."""

    kind: str
    label: Any
    amount: Decimal
    as_of: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Package:
    """A work package."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class SubProjectView:
    """A sub-project with its work packages."""

    number: int
    title: str
    mode: str
    mode_label: Any
    legal_reference: str
    budget: Decimal | None
    packages: tuple[Package, ...]


@dataclass(frozen=True, slots=True)
class Output:
    """A result in a figure."""

    what: str
    achieved: Decimal | None
    target: Decimal | None
    about: bool
    is_money: bool
    as_of: str
    source: str


@dataclass(frozen=True, slots=True)
class Body:
    """A body in its role."""

    role: str
    role_label: Any
    name: str
    language: str
    website: str


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """Everything known of a project in one language; `begins` and `ends` are years, months or days."""

    pk: int
    uuid: str
    slug: str
    official_title: str
    mis: str
    codes: tuple[tuple[Any, str], ...]
    programme: int
    programme_name: str
    funds: str
    axis: str
    responsible: str
    begins: str
    ends: str
    standing: str
    standing_since: date | None
    bodies: tuple[Body, ...]
    budget: tuple[Money, ...]
    has_breakdown: bool
    sub_projects: tuple[SubProjectView, ...]
    packages: tuple[Package, ...]
    outputs: tuple[Output, ...]
    communities: tuple[Term, ...]
    structures: tuple[int, ...]
    sources: tuple[Source, ...]
    amendments: tuple[Amended, ...] = ()

    def amount(self, kind: str) -> Money | None:
        """The newest amount of a kind."""
        return next((money for money in self.budget if money.kind == kind), None)


@snapshot("home.projects", tags={"list:home", "list:directory", "organisations", "terms", "publicity"})
def projects(language: str) -> Mapping[int, ProjectFacts]:
    """All projects by primary key, in the order of their names for editors."""
    rows = Project.objects.select_related("programme").prefetch_related(
        "words", "programme__words", "codes", "partners", "communities", "structure_links",
        "budget_lines__words", "sub_projects__words", "work_packages__words", "outputs__words",
        "amendments__words",
    )  # fmt: skip
    return {row.pk: _facts(row, language) for row in rows}


def _facts(row: Project, language: str) -> ProjectFacts:
    words, programme = words_of(row, language), words_of(row.programme, language)
    packages = [(package.sub_project_number, _package(package, language)) for package in row.work_packages.all()]
    budget = tuple(_money(line, language) for line in sorted(row.budget_lines.all(), key=_newest_first))
    numbers = {sub.number for sub in row.sub_projects.all()}
    return ProjectFacts(
        pk=row.pk,
        uuid=str(row.uuid),
        slug=row.slug,
        official_title=row.official_title,
        mis=row.mis,
        codes=tuple((ProjectCode.Scheme(code.scheme).label, code.value) for code in row.codes.all()),
        programme=row.programme_id,
        programme_name=programme.name if programme else "",
        funds=programme.funds if programme else "",
        axis=words.axis if words else "",
        responsible=words.responsible if words else "",
        begins=row.begins,
        ends=row.ends,
        standing=row.standing,
        standing_since=row.standing_since,
        bodies=tuple(_bodies(row.partners.all(), language)),
        budget=budget,
        has_breakdown=_adds_up(budget),
        sub_projects=tuple(
            _sub_project(sub, [each for number, each in packages if number == sub.number], language)
            for sub in sorted(row.sub_projects.all(), key=lambda sub: sub.number)
        ),
        packages=tuple(each for number, each in packages if number not in numbers),
        outputs=tuple(_output(output, language) for output in row.outputs.all()),
        communities=terms_by_pk("community", {each.pk for each in row.communities.all()}, language),
        structures=tuple(link.structure_id for link in row.structure_links.all()),
        sources=row.source_list(),
        amendments=tuple(_amended(each, language) for each in row.amendments.all()),
    )


def _amended(change: ProjectAmendment, language: str) -> Amended:
    words = words_of(change, language)
    is_money = change.kind == ProjectAmendment.Kind.BUDGET
    return Amended(
        changed_on=change.changed_on,
        kind=change.kind,
        before=change.amount_before if is_money else change.day_before,
        after=change.amount_after if is_money else change.day_after,
        decision=change.decision,
        text=words.text if words else "",
    )


def _newest_first(line: BudgetLine) -> tuple[int, str]:
    """By kind in the order of the table, the newest date first within a kind."""
    return (BudgetLine.Kind.values.index(line.kind), "".join(chr(255 - ord(letter)) for letter in line.as_of or "0"))


def _adds_up(budget: Iterable[Money]) -> bool:
    """Whether the parts of one date make up its total; else no breakdown is shown."""
    lines = list(budget)
    totals = {money.as_of: money.amount for money in lines if money.kind == BudgetLine.Kind.TOTAL}
    parts: dict[str, Decimal] = {}
    for money in lines:
        if money.kind in PARTS:
            parts[money.as_of] = parts.get(money.as_of, Decimal()) + money.amount
    return any(abs(parts[when] - total) <= CENT for when, total in totals.items() if when in parts)


def _money(line: BudgetLine, language: str) -> Money:
    words = words_of(line, language)
    return Money(line.kind, BudgetLine.Kind(line.kind).label, line.amount, line.as_of, words.note if words else "")


def _package(package: Any, language: str) -> Package:
    words = words_of(package, language)
    return Package(package.code, words.title if words else "")


def _sub_project(sub: SubProject, packages: list[Package], language: str) -> SubProjectView:
    words = words_of(sub, language)
    return SubProjectView(
        number=sub.number,
        title=words.title if words else "",
        mode=sub.mode,
        mode_label=SubProject.Mode(sub.mode).label if sub.mode else "",
        legal_reference=sub.legal_reference,
        budget=sub.budget,
        packages=tuple(packages),
    )


def _output(output: ProjectOutput, language: str) -> Output:
    words = words_of(output, language)
    return Output(
        what=words.what if words else "",
        achieved=output.achieved,
        target=output.target,
        about=output.about,
        is_money=output.is_money,
        as_of=output.as_of,
        source=output.source,
    )


def _bodies(partners: Iterable[ProjectPartner], language: str) -> Iterable[Body]:
    known = organisations(language)
    for partner in partners:
        body = known.get(partner.organisation_id)
        if body is not None:
            label = ProjectPartner.Role(partner.role).label
            yield Body(partner.role, label, body.name, body.language, body.website)
