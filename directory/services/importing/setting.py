"""Cells put into facts, in memory. What stays keeps its row, and so its public id and what a cell cannot say."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from itertools import zip_longest
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core import taxonomy
from core.exports import LIST_MARK
from directory.models.access import AccessPoint, ContactLine, Schedule
from directory.models.choices import ScheduleKind
from directory.models.conditions import EligibilityRule, RequiredDocument, RuleKind
from directory.models.offers import LanguageOffer
from directory.models.structure import Structure
from directory.services.importing.writing import Writing
from directory.tables.cells import PART
from directory.tables.columns import POINT, SEASONS, SOURCES, STRUCTURE, line_text, rule_text
from directory.tables.terms import Terms

TERMS: dict[str, tuple[str, Any]] = {
    "needs": ("needs", taxonomy.Need),
    "groups": ("target_groups", taxonomy.TargetGroup),
}
# An empty cell is “not known” here, not an empty text.
NULLED = ("valid_from", "valid_to", "cost_amount")
FIELDS = {"name": "label"}  # where the column is not called like its field
TEXTS = {column.name: column.text for column in (*STRUCTURE, *POINT)}


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
            elif column in ("without_papers", "sensitive"):
                self._writing.put(structure, column, text == "1" if text else None)
            elif column not in SOURCES:
                self._writing.put(structure, FIELDS.get(column, column), text or (None if column in NULLED else ""))
        if any(column in SOURCES for column in cells):
            self._sources(structure, cells)

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
            self._lines(point, cells["phones"])
        if any(column in SEASONS for column in cells):
            self._seasons(point, cells)

    def _lines(self, point: AccessPoint, text: str) -> None:
        kept = {line_text(line): line for line in point.lines.all()}
        typed = [PART.join(each.split(PART)[:2]) for each in text.split(LIST_MARK) if each]
        self._writing.put_children(point, "lines", [kept.get(each) or _new_line(each) for each in typed])
        spoken = next((each.split(PART)[2:] for each in text.split(LIST_MARK)), [])
        self._speak(point.structure, point.channel, " ".join(spoken).replace(" ", LIST_MARK))

    def _seasons(self, point: AccessPoint, cells: Mapping[str, str]) -> None:
        """Hours, one for each season; what stays in its place keeps what no cell says. Raises ValidationError."""
        if cells.get("hours_kind") == "":
            self._writing.put_children(point, "schedules", [])
            return
        parts = {name: cells.get(name, TEXTS[name](point)) for name in SEASONS}
        lists = {name: text.split(LIST_MARK) for name, text in parts.items() if text}
        number = max(len(each) for each in lists.values()) if lists else 0
        if wrong := [name for name, each in lists.items() if len(each) != number]:
            sentence = _("There are %(number)s seasons here: write as many in “%(column)s”, with | between them.")
            raise ValidationError(sentence, code="seasons", params={"number": number, "column": wrong[0]})
        known = list(point.schedules.all())[:number]
        seasons = [row or Schedule() for row, _place in zip_longest(known, range(number))]
        for place, schedule in enumerate(seasons):
            self._season(schedule, {name: each[place] for name, each in lists.items()})
        self._writing.put_children(point, "schedules", seasons)

    def _season(self, schedule: Schedule, said: Mapping[str, str]) -> None:
        kind = said.get("hours_kind") or (ScheduleKind.HOURS if said.get("hours") else ScheduleKind.UNKNOWN)
        values: dict[str, Any] = {"kind": kind, "osm": said.get("hours", "")}
        if said.get("holidays"):
            values["observes_holidays"] = said["holidays"] == "1"
        for column, name in (("season_from", "valid_from"), ("season_to", "valid_to")):
            values[name] = date.fromisoformat(said[column]) if said.get(column) else None
        for name, value in values.items():
            if getattr(schedule, name) != value:
                self._writing.put(schedule, name, value)

    def _sources(self, structure: Structure, cells: Mapping[str, str]) -> None:
        """A source of the same title keeps its date and what was taken from it."""
        titles, addresses = (cells.get(name, TEXTS[name](structure)).split(LIST_MARK) for name in SOURCES)
        kept = {block.value["title"]: dict(block.value) for block in structure.sources}
        said = [pair for pair in zip_longest(titles, addresses, fillvalue="") if any(pair)]
        blocks = [("source", kept.get(title, {}) | {"title": title or url, "url": url}) for title, url in said]
        self._writing.put(structure, "sources", blocks)

    def _languages(self, structure: Structure, text: str) -> None:
        self._speak(structure, "", text)

    def _speak(self, structure: Structure, channel: str, text: str) -> None:
        """The languages of a channel, or of all without one. Of a new one it is known only that it is spoken."""
        spoken = self._terms.named(taxonomy.SpokenLanguage, text)
        offers = list(structure.language_offers.all())
        own = [offer for offer in offers if offer.channel == channel]
        known = {offer.language_id for offer in own}
        new = [LanguageOffer(language=each, channel=channel) for each in spoken if each.pk not in known]
        place = {each.pk: number for number, each in enumerate(spoken)}
        kept = [offer for offer in (*own, *new) if offer.language_id in place]
        kept.sort(key=lambda offer: place[offer.language_id])
        others = [offer for offer in offers if offer.channel != channel]
        if kept != own:
            self._writing.put_children(structure, "language_offers", [*kept, *others])

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
