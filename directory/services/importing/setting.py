"""Cells put into facts, in memory. What stays keeps its row, and so its public id and what a cell cannot say."""

from collections import defaultdict
from typing import Any

from core import taxonomy
from directory.models.access import AccessPoint, ContactLine, Schedule
from directory.models.conditions import EligibilityRule, RequiredDocument, RuleKind
from directory.models.offers import LanguageOffer
from directory.models.structure import Structure
from directory.services.importing.writing import Writing
from directory.tables.columns import LIST_MARK, PART, line_text, rule_text
from directory.tables.terms import Terms

HOURS = ("hours_kind", "hours", "holidays")
TERMS: dict[str, tuple[str, Any]] = {
    "needs": ("needs", taxonomy.Need),
    "groups": ("target_groups", taxonomy.TargetGroup),
}
# An empty cell is “not known” here, not an empty text.
NULLED = ("valid_from", "valid_to", "cost_amount")


class Setter:
    """Sets the changed cells of structures and their ways in; `writing` learns which rows that changes."""

    def __init__(self, writing: Writing, terms: Terms) -> None:
        self._writing, self._terms = writing, terms
        self._parts = {"languages": self._languages, "documents": self._documents, "eligibility": self._rules}

    def structure(self, structure: Structure, cells: dict[str, str]) -> None:
        """The facts of a structure itself."""
        for column, text in cells.items():
            if column in self._parts:
                self._parts[column](structure, text)
            elif column in TERMS:
                name, kind = TERMS[column]
                self._writing.put_terms(structure, name, self._terms.named(kind, text))
            elif column == "without_papers":
                self._writing.put(structure, column, text == "1" if text else None)
            else:
                self._writing.put(structure, column, text or (None if column in NULLED else ""))

    def point(self, point: AccessPoint, cells: dict[str, str]) -> None:
        """The facts of a way in."""
        for column in ("url", "email"):
            if column in cells:
                self._writing.put(point, column, cells[column])
        if "citywide" in cells:
            self._writing.put(point, "citywide", cells["citywide"] == "1")
        if "communities" in cells:
            named = self._terms.named(taxonomy.Community, cells["communities"])
            self._writing.put_terms(point, "communities", named)
        if "phones" in cells:
            kept = {line_text(line): line for line in point.lines.all()}
            lines = [kept.get(text) or _new_line(text) for text in cells["phones"].split(LIST_MARK) if text]
            self._writing.put_children(point, "lines", lines)
        if any(column in HOURS for column in cells):
            self._hours(point, cells)

    def _hours(self, point: AccessPoint, cells: dict[str, str]) -> None:
        if cells.get("hours_kind") == "":
            self._writing.put_children(point, "schedules", [])
            return
        known = next(iter(point.schedules.all()), None)
        schedule = known or Schedule()
        for column, name in (("hours_kind", "kind"), ("hours", "osm")):
            if column in cells:
                self._writing.put(schedule, name, cells[column])
        if cells.get("holidays"):
            self._writing.put(schedule, "observes_holidays", cells["holidays"] == "1")
        if known is None:
            self._writing.put_children(point, "schedules", [schedule])

    def _languages(self, structure: Structure, text: str) -> None:
        """What is known of a language that stays is kept; of a new one only that it is spoken."""
        spoken = self._terms.named(taxonomy.SpokenLanguage, text)
        kept = [offer for offer in structure.language_offers.all() if offer.language in spoken]
        known = {offer.language_id for offer in kept}
        new = [LanguageOffer(language=language) for language in spoken if language.pk not in known]
        self._writing.put_children(structure, "language_offers", [*kept, *new])

    def _documents(self, structure: Structure, text: str) -> None:
        kept = {paper.type.slug: paper for paper in structure.documents.all()}
        papers = []
        for cell in (each for each in text.split(LIST_MARK) if each):
            code, _mark, needed = cell.partition(PART)
            (kind,) = self._terms.named(taxonomy.DocumentType, code)
            paper = kept.get(code) or RequiredDocument(type=kind)
            if paper.needed != needed:
                self._writing.put(paper, "needed", needed)
            papers.append(paper)
        self._writing.put_children(structure, "documents", papers)

    def _rules(self, structure: Structure, text: str) -> None:
        """A condition of the same code keeps its words; one that has only words cannot be made here."""
        kept: dict[str, list[EligibilityRule]] = defaultdict(list)
        for rule in structure.rules.all():
            kept[rule_text(rule)].append(rule)
        codes = [code for code in text.split(LIST_MARK) if code]
        rules = [kept[code].pop(0) if kept[code] else _new_rule(code) for code in codes]
        self._writing.put_children(structure, "rules", rules)


def _new_line(text: str) -> ContactLine:
    number, _mark, kind = text.partition(PART)
    return ContactLine(number=number, kind=kind)


def _new_rule(code: str) -> EligibilityRule:
    kind, _mark, answer = code.partition(":")
    if kind != RuleKind.AGE:
        return EligibilityRule(kind=kind, answer=answer)
    low, high = (int(age) if age else None for age in answer.split("-", 1))
    return EligibilityRule(kind=kind, min_age=low, max_age=high)
