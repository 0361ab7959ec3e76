"""The columns of structures.csv: for each, the text of a fact as it stands in a cell, and the fact of a text.

Old and new are compared as texts of this form, so a file that nobody changed changes nothing. The first columns are
those of the specification in its order; behind them stand the other languages and what else a structure holds.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.validators import URLValidator

from core.exports import LIST_MARK
from core.languages import codes
from core.words import own_words
from directory.models.access import AccessPoint, ContactLine, Schedule
from directory.models.accessibility import Question, Seen
from directory.models.choices import CostKind, CostPer, Family, RiskClass, ScheduleKind, Status, StructureKind
from directory.models.conditions import EligibilityRule, RequiredDocument
from directory.models.place import Location
from directory.models.structure import Structure
from directory.selectors.parts import rule_code
from directory.tables import cells
from directory.tables.cells import PART, placed
from directory.tables.held import closed_days

LANGUAGES = codes()
SHOWN_FIRST = LANGUAGES[:2]
NAMES = {f"name_{code}": code for code in LANGUAGES}
SUMMARIES = {f"summary_{code}": code for code in LANGUAGES}
LONGEST_TITLE, LONGEST_SUMMARY, LONGEST_LABEL = 255, 200, 160
SEASONS = ("hours_kind", "hours", "holidays", "season_from", "season_to")
SOURCES = ("source", "source_url")
CHECK = ("checked_on", "checked_by")


@dataclass(frozen=True, slots=True)
class Column:
    """`text` writes a fact; `read` gives the same form of what was typed, or raises ValidationError."""

    name: str
    text: Callable[[Any], str]
    read: cells.Read


def _codes(rows: Iterable[Any]) -> str:
    return LIST_MARK.join(sorted(row.slug for row in rows))


def spoken_by(structure: Structure, channel: str) -> list[str]:
    """Codes of the languages of a channel in the editors' order; of the structure as a whole for an empty one."""
    offers = structure.language_offers.all()
    return list(dict.fromkeys(offer.language.slug for offer in offers if offer.channel == channel))


def line_text(line: ContactLine, languages: Iterable[str] = ()) -> str:
    return PART.join(part for part in (line.number, line.kind, " ".join(languages)) if part)


def paper_text(paper: RequiredDocument) -> str:
    return f"{paper.type.slug}{PART}{paper.needed}"


def rule_text(rule: EligibilityRule) -> str:
    return rule_code(rule.kind, rule.answer, rule.min_age, rule.max_age)


def _phones(point: AccessPoint) -> str:
    languages = spoken_by(point.structure, point.channel)
    return LIST_MARK.join(line_text(line, languages) for line in point.lines.all())


def _step_free(place: Location) -> str:
    facts = place.accessibility.all()
    return next((fact.answer for fact in facts if fact.question == Question.STEP_FREE), "")


def _city(place: Location) -> str:
    words = own_words(place)
    return words.city if words else ""


def _degrees(value: Any) -> str:
    return "" if value is None else f"{value:.6f}"


def _of_source(name: str) -> Callable[[Structure], str]:
    return lambda structure: placed((block.value[name] or "").replace(LIST_MARK, "/") for block in structure.sources)


def tells_hours(point: AccessPoint) -> bool:
    """Whether the hours of a way in fit into cells: a comment that holds the mark of lists does not."""
    return not any(LIST_MARK in schedule.osm for schedule in point.schedules.all())


def _of_seasons(value: Callable[[Schedule], str]) -> Callable[[AccessPoint], str]:
    def text(point: AccessPoint) -> str:
        return placed(value(schedule) for schedule in point.schedules.all()) if tells_hours(point) else ""

    return text


def _closures(point: AccessPoint) -> str:
    return LIST_MARK.join(closed_days(point))


STRUCTURE = (
    Column("organisation_code", lambda each: each.organisation.code, str),
    Column("family", lambda each: each.family, cells.choice(Family)),
    Column("kind", lambda each: each.kind, cells.choice(StructureKind)),
    Column("needs", lambda each: _codes(each.needs.all()), cells.codes("need")),
    Column("groups", lambda each: _codes(each.target_groups.all()), cells.codes("group")),
    Column("status", lambda each: each.status, cells.choice(Status)),
    Column("valid_from", lambda each: str(each.valid_from or ""), cells.day),
    Column("valid_to", lambda each: str(each.valid_to or ""), cells.day),
    Column("cost", lambda each: each.cost, cells.choice(CostKind)),
    Column("cost_amount", lambda each: "" if each.cost_amount is None else f"{each.cost_amount:.2f}", cells.amount),
    Column("languages", lambda each: LIST_MARK.join(spoken_by(each, "")), cells.ordered_codes("language")),
    Column("documents", lambda each: LIST_MARK.join(paper_text(paper) for paper in each.documents.all()), cells.papers),
    Column("eligibility", lambda each: LIST_MARK.join(rule_text(rule) for rule in each.rules.all()), cells.rules),
    Column("risk", lambda each: each.risk, cells.choice(RiskClass, empty=True)),
    Column("sensitive", lambda each: str(int(each.sensitive)), cells.yes),
    Column("checked_on", lambda each: str(each.checked_on or ""), cells.day),
    Column("checked_by", lambda each: each.checked_by, cells.text(160)),
    Column("source", _of_source("title"), cells.each_of(cells.text(300))),
    Column("source_url", _of_source("url"), cells.each_of(cells.checked(URLValidator()))),
    Column("name", lambda each: each.label, cells.text(LONGEST_LABEL, empty=False)),
    Column("cost_per", lambda each: each.cost_per, cells.choice(CostPer, empty=True)),
    Column(
        "without_papers",
        lambda each: "" if each.without_papers is None else str(int(each.without_papers)),
        cells.maybe,
    ),
    Column("website", lambda each: each.website, cells.checked(URLValidator())),
)
POINT = (
    Column("communities", lambda each: _codes(each.communities.all()), cells.codes("community")),
    Column("citywide", lambda each: str(int(each.citywide)), cells.yes),
    Column("phones", _phones, cells.lines),
    Column("email", lambda each: each.email, cells.email),
    Column("url", lambda each: each.url, cells.checked(URLValidator())),
    Column("hours_kind", _of_seasons(lambda each: each.kind), cells.each_of(cells.choice(ScheduleKind, empty=True))),
    Column("hours", _of_seasons(lambda each: each.osm), cells.each_of(cells.hours)),
    Column("holidays", _of_seasons(lambda each: str(int(each.observes_holidays))), cells.each_of(cells.maybe)),
    Column("closures", _closures, cells.closures),
    Column("season_from", _of_seasons(lambda each: str(each.valid_from or "")), cells.each_of(cells.day)),
    Column("season_to", _of_seasons(lambda each: str(each.valid_to or "")), cells.each_of(cells.day)),
)
# Of a location that everybody may know; the cells of a withheld one are empty.
PLACE = (
    Column("street", lambda each: each.street, cells.text(120)),
    Column("number", lambda each: each.number, cells.text(20)),
    Column("postal_code", lambda each: each.postal_code, cells.postal_code),
    Column("city", _city, cells.text(80)),
    Column("lat", lambda each: _degrees(each.lat), cells.degrees),
    Column("lon", lambda each: _degrees(each.lon), cells.degrees),
    Column("step_free", _step_free, cells.choice(Seen, empty=True)),
)
ADDRESS = tuple(column.name for column in PLACE if column.name != "step_free")
WORDS = (
    *(Column(name, lambda each, code=code: each.pages_held[code].title if code in each.pages_held else "",
             cells.text(LONGEST_TITLE)) for name, code in NAMES.items()),
    *(Column(name, lambda each, code=code: each.pages_held[code].summary if code in each.pages_held else "",
             cells.text(LONGEST_SUMMARY)) for name, code in SUMMARIES.items()),
)  # fmt: skip
COLUMNS = (
    "structure_code", "access_code", "organisation_code", "organisation", "family",
    *(f"name_{code}" for code in SHOWN_FIRST), *(f"summary_{code}" for code in SHOWN_FIRST),
    "kind", "needs", "groups", "status", "valid_from", "valid_to", "cost", "cost_amount", "languages", "documents",
    "eligibility", "risk", "sensitive", "channel", "communities", "citywide", "location_code", "street", "number",
    "postal_code", "city", "lat", "lon", "phones", "email", "url", "hours_kind", "hours", "holidays", "closures",
    "season_from", "season_to", "step_free", "checked_on", "checked_by", "source", "source_url",
    *(name for name, code in (*NAMES.items(), *SUMMARIES.items()) if code not in SHOWN_FIRST),
    "name", "cost_per", "without_papers", "website",
)  # fmt: skip
