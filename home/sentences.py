"""Sentences about projects: what state they are in, and what nobody has published."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import override

from core import formats
from core.partial_dates import first_day, last_day
from home.models.projects import Project

Standing = Project.Standing
DAYS_DASHES = 2  # 2027-05-03


@dataclass(frozen=True, slots=True)
class State:
    """State of a project on a day: a name for the light beside it, and a sentence."""

    name: str
    text: str
    changes_on: date | None = None  # the day on which the sentence changes by itself


def project_state(begins: str, ends: str, *, standing: str, since: date | None, today: date, language: str) -> State:
    """How a project stands on a day. `begins` and `ends` are years, months or days, or empty."""
    with override(language):
        if standing in (Standing.SUSPENDED, Standing.WITHDRAWN):
            return _stopped(standing, since, language)
        first, last = first_day(begins), last_day(ends)
        if standing == Standing.ENDED or (last and last < today):
            return State("ended", _ended(ends, language))
        if first and first > today:
            return State("planned", _dated(begins, language, _("Starts on %(day)s."), _("Starts: %(day)s.")), first)
        if last:
            text = _dated(ends, language, _("Running, until %(day)s."), _("Running, until: %(day)s."))
            return State("running", text, date.fromordinal(last.toordinal() + 1))
        if standing == Standing.RUNNING or first:
            return State("running", _("Running; the end has not been published."))
        return State("unknown", _("The period has not been published."))


def period(begins: str, ends: str, language: str) -> str:
    """«Αύγουστος 2020 – 31 Δεκεμβρίου 2027», or what is missing in words."""
    first, last = formats.partial_date(begins, language), formats.partial_date(ends, language)
    with override(language):
        if not first and not last:
            return _("The period has not been published.")
        if not last:
            return _("From %(day)s; the end has not been published.") % {"day": first}
        if not first:
            of_a_day = _("Until %(day)s; the beginning has not been published.")
            return _dated(ends, language, of_a_day, _("Until: %(day)s; the beginning has not been published."))
        return f"{first} – {last}"


@dataclass(frozen=True, slots=True)
class Amended:
    """A change by decision; `before` and `after` are amounts, or dates as exact as they are known."""

    changed_on: date
    kind: str
    before: Decimal | str
    after: Decimal | str
    decision: str = ""
    text: str = ""


def amendment(change: Amended, language: str) -> str:
    """«Άλλαξε στις 3 Μαΐου 2027: ο προϋπολογισμός από 180.000 € σε 200.000 €. Απόφαση: ΩΑΒΓ.»"""
    with override(language):
        said = {"day": formats.day(change.changed_on, language), "what": change.text}
        said |= {"old": _value(change.before, language), "new": _value(change.after, language)}
        sentence = {
            "budget": _("Changed on %(day)s: budget from %(old)s to %(new)s."),
            "begins": _("Changed on %(day)s: beginning from %(old)s to %(new)s."),
            "ends": _("Changed on %(day)s: end from %(old)s to %(new)s."),
        }.get(change.kind, _("Changed on %(day)s: %(what)s"))
        decided = _("Decision: %(code)s.") % {"code": change.decision} if change.decision else ""
        return " ".join(part for part in (sentence % said, decided) if part)


def _value(value: Decimal | str, language: str) -> str:
    if isinstance(value, Decimal):
        return formats.money(value, language)
    return formats.partial_date(value, language) if value else ""


def _ended(ends: str, language: str) -> str:
    if not ends:
        return _("Completed; the date has not been published.")
    return _dated(ends, language, _("Completed on %(day)s."), _("Completed: %(day)s."))


def _dated(written: str, language: str, of_a_day: str, of_more: str) -> str:
    """The sentence with a date in it; a month or a year stands behind a colon, for Greek bends its name."""
    sentence = of_a_day if written.count("-") == DAYS_DASHES else of_more
    return sentence % {"day": formats.partial_date(written, language)}


def _stopped(standing: str, since: date | None, language: str) -> State:
    day = formats.day(since, language) if since else ""
    if standing == Standing.WITHDRAWN:
        return State("withdrawn", _("Withdrawn on %(day)s.") % {"day": day} if day else _("Withdrawn."))
    return State("suspended", _("Suspended since %(day)s.") % {"day": day} if day else _("Suspended."))
