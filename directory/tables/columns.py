"""The columns of structures.csv: for each, the text of a fact as it stands in a cell, and the fact of a text.

Old and new are compared as texts of this form, so a file that nobody changed changes nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.utils.translation import gettext_lazy as _

from core.exports import LIST_MARK
from core.terms import terms
from directory import phones
from directory.hours.read import read_hours
from directory.models.access import AccessPoint, ContactLine, Schedule, short_numbers
from directory.models.accessibility import Question, Seen
from directory.models.choices import CostKind, CostPer, LineKind, RiskClass, ScheduleKind, Status, StructureKind
from directory.models.conditions import ANSWERS, DocumentNeed, EligibilityRule, RequiredDocument, RuleKind
from directory.selectors.parts import rule_code

NAMED = ("structure_code", "access_code", "organisation_code", "organisation", "name", "channel")
PART = ";"


@dataclass(frozen=True, slots=True)
class Column:
    """`text` writes a fact; `read` gives the same form of what was typed, or raises ValidationError."""

    name: str
    text: Callable[[Any], str]
    read: Callable[[str], str]


def choice(choices: Any, *, empty: bool = False) -> Callable[[str], str]:
    """A reader of one of these values."""

    def read(typed: str) -> str:
        if typed in choices.values or (empty and not typed):
            return typed
        params = {"typed": typed, "values": ", ".join(choices.values)}
        raise ValidationError(_("“%(typed)s” is none of: %(values)s."), code="choice", params=params)

    return read


def _day(typed: str) -> str:
    parts = typed.replace("-", "/").split("/")
    try:
        order = parts if len(parts[0]) == 4 else parts[::-1]
        return date(*(int(part) for part in order)).isoformat() if typed else ""
    except (ValueError, TypeError) as error:
        sentence = _("“%(typed)s” is no day. Write for example 2027-05-03.")
        raise ValidationError(sentence, code="day", params={"typed": typed}) from error


def _amount(typed: str) -> str:
    try:
        return f"{Decimal(typed.replace(',', '.')).quantize(Decimal('0.01')):f}" if typed else ""
    except InvalidOperation as error:
        sentence = _("“%(typed)s” is no amount. Write for example 2.50.")
        raise ValidationError(sentence, code="amount", params={"typed": typed}) from error


def _yes(typed: str) -> str:
    if typed not in ("0", "1"):
        raise ValidationError(_("“%(typed)s” is neither 1 (yes) nor 0 (no)."), code="yes", params={"typed": typed})
    return typed


def _maybe(typed: str) -> str:
    return _yes(typed) if typed else ""


def _papers(typed: str) -> str:
    return LIST_MARK.join(_paper(each) for each in typed.split(LIST_MARK) if each.strip())


def _paper(typed: str) -> str:
    code, _mark, needed = (part.strip() for part in typed.partition(PART))
    return f"{_terms('document')(code)}{PART}{choice(DocumentNeed)(needed or DocumentNeed.ALWAYS)}"


def _rules(typed: str) -> str:
    return LIST_MARK.join(_rule(each.strip()) for each in typed.split(LIST_MARK) if each.strip())


def _rule(typed: str) -> str:
    kind, _mark, answer = typed.partition(":")
    low, dash, high = answer.partition("-")
    if kind == RuleKind.AGE and dash and any((low, high)) and all(not age or age.isdecimal() for age in (low, high)):
        return typed
    if kind != RuleKind.AGE and answer in [str(known) for known in ANSWERS.get(kind, ())]:
        return typed
    sentence = _("“%(typed)s” is no condition. Write for example age:18-65 or residence:required.")
    raise ValidationError(sentence, code="rule", params={"typed": typed})


def _terms(kind: str) -> Callable[[str], str]:
    def read(typed: str) -> str:
        known = {term.slug for term in terms(kind, "el")}
        codes = sorted({code.strip() for code in typed.split(LIST_MARK) if code.strip()})
        if unknown := [code for code in codes if code not in known]:
            params = {"typed": unknown[0], "values": ", ".join(sorted(known))}
            raise ValidationError(_("“%(typed)s” is none of: %(values)s."), code="term", params=params)
        return LIST_MARK.join(codes)

    return read


def _checked(validator: Callable[[str], None]) -> Callable[[str], str]:
    def read(typed: str) -> str:
        if typed:
            validator(typed)
        return typed

    return read


def _lines(typed: str) -> str:
    lines = [_line(each) for each in typed.split(LIST_MARK) if each.strip()]
    if twice := [line for line in lines if lines.count(line) > 1]:
        sentence = _("“%(what)s” stands twice. Delete one.")
        raise ValidationError(sentence, code="twice", params={"what": twice[0].partition(PART)[0]})
    return LIST_MARK.join(lines)


def _line(typed: str) -> str:
    number, _mark, kind = typed.partition(PART)
    return f"{phones.parse(number, short_numbers=short_numbers())}{PART}{choice(LineKind)(kind.strip() or 'voice')}"


def _hours(typed: str) -> str:
    return read_hours(typed, today=date.min) if typed else ""


def _codes(rows: Iterable[Any]) -> str:
    return LIST_MARK.join(sorted(row.slug for row in rows))


def line_text(line: ContactLine) -> str:
    return f"{line.number}{PART}{line.kind}"


def paper_text(paper: RequiredDocument) -> str:
    return f"{paper.type.slug}{PART}{paper.needed}"


def rule_text(rule: EligibilityRule) -> str:
    return rule_code(rule.kind, rule.answer, rule.min_age, rule.max_age)


def _step_free(point: AccessPoint) -> str:
    """What was seen at the location; it is changed there, where all of a place is seen together."""
    place = point.location
    facts = place.accessibility.all() if place and not place.sensitive else ()
    return next((fact.answer for fact in facts if fact.question == Question.STEP_FREE), "")


def only_schedule(point: AccessPoint) -> Schedule | None:
    """The one schedule of a way in; seasons are changed in the form, where all are seen together."""
    found = list(point.schedules.all())
    return found[0] if len(found) == 1 and not (found[0].valid_from or found[0].valid_to) else None


def has_seasons(point: AccessPoint) -> bool:
    return bool(list(point.schedules.all())) and only_schedule(point) is None


def _of_schedule(name: str) -> Callable[[AccessPoint], str]:
    def text(point: AccessPoint) -> str:
        schedule = only_schedule(point)
        value = getattr(schedule, name) if schedule else ""
        return str(int(value)) if isinstance(value, bool) else value

    return text


STRUCTURE = (
    Column("kind", lambda each: each.kind, choice(StructureKind)),
    Column("needs", lambda each: _codes(each.needs.all()), _terms("need")),
    Column("groups", lambda each: _codes(each.target_groups.all()), _terms("group")),
    Column(
        "languages", lambda each: _codes({offer.language for offer in each.language_offers.all()}), _terms("language")
    ),
    Column("status", lambda each: each.status, choice(Status)),
    Column("valid_from", lambda each: str(each.valid_from or ""), _day),
    Column("valid_to", lambda each: str(each.valid_to or ""), _day),
    Column("cost", lambda each: each.cost, choice(CostKind)),
    Column("cost_amount", lambda each: "" if each.cost_amount is None else f"{each.cost_amount:.2f}", _amount),
    Column("cost_per", lambda each: each.cost_per, choice(CostPer, empty=True)),
    Column("without_papers", lambda each: "" if each.without_papers is None else str(int(each.without_papers)), _maybe),
    Column("documents", lambda each: LIST_MARK.join(paper_text(paper) for paper in each.documents.all()), _papers),
    Column("eligibility", lambda each: LIST_MARK.join(rule_text(rule) for rule in each.rules.all()), _rules),
    Column("risk", lambda each: each.risk, choice(RiskClass, empty=True)),
    Column("website", lambda each: each.website, _checked(URLValidator())),
)
POINT = (
    Column("citywide", lambda each: str(int(each.citywide)), _yes),
    Column("communities", lambda each: _codes(each.communities.all()), _terms("community")),
    Column("phones", lambda each: LIST_MARK.join(line_text(line) for line in each.lines.all()), _lines),
    Column("email", lambda each: each.email, _checked(EmailValidator())),
    Column("url", lambda each: each.url, _checked(URLValidator())),
    Column("hours_kind", _of_schedule("kind"), choice(ScheduleKind, empty=True)),
    Column("hours", _of_schedule("osm"), _hours),
    Column("holidays", _of_schedule("observes_holidays"), _maybe),
    Column("step_free", _step_free, choice(Seen, empty=True)),
)
COLUMNS = (*NAMED, *(column.name for column in (*STRUCTURE, *POINT)))
