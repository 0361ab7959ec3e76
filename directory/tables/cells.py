"""What people type in a cell, read into the one form in which facts are compared; what cannot be read says why."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _

from core.exports import LIST_MARK
from core.terms import terms
from directory import phones
from directory.dates import check_year
from directory.hours.read import read_hours
from directory.models.access import short_numbers
from directory.models.choices import LineKind
from directory.models.conditions import ANSWERS, DocumentNeed, RuleKind
from directory.models.exceptions import Closure
from directory.models.place import POSTAL_CODE

PART = ";"
Read = Callable[[str], str]
DEGREES = Decimal("0.000001")


def choice(choices: Any, *, empty: bool = False) -> Read:
    """A reader of one of these values."""

    def read(typed: str) -> str:
        if typed in choices.values or (empty and not typed):
            return typed
        params = {"typed": typed, "values": ", ".join(choices.values)}
        raise ValidationError(_("“%(typed)s” is none of: %(values)s."), code="choice", params=params)

    return read


def text(longest: int, *, empty: bool = True) -> Read:
    """A reader of words of a length."""

    def read(typed: str) -> str:
        if not typed and not empty:
            raise ValidationError(_("This cell must not be empty."), code="empty")
        if len(typed) > longest:
            sentence = _("This is longer than %(longest)s letters. Shorten it.")
            raise ValidationError(sentence, code="long", params={"longest": longest})
        return typed

    return read


def day(typed: str) -> str:
    """A day as ISO, as d/m/yyyy, d-m-yyyy or d.m.yyyy, of a year that can be meant."""
    parts = typed.replace("-", "/").replace(".", "/").split("/")
    try:
        order = parts if len(parts[0]) == 4 else parts[::-1]
        found = date(*(int(part) for part in order)) if typed else None
    except (ValueError, TypeError) as error:
        raise _no_day(typed) from error
    if found is not None:
        check_year(found)
    return found.isoformat() if found else ""


def _no_day(typed: str) -> ValidationError:
    sentence = _("“%(typed)s” is no day. Write for example 2027-05-03.")
    return ValidationError(sentence, code="day", params={"typed": typed})


def amount(typed: str) -> str:
    try:
        return f"{Decimal(typed.replace(',', '.')).quantize(Decimal('0.01')):f}" if typed else ""
    except InvalidOperation as error:
        sentence = _("“%(typed)s” is no amount. Write for example 2.50.")
        raise ValidationError(sentence, code="amount", params={"typed": typed}) from error


def degrees(typed: str) -> str:
    """A coordinate with six decimals; a decimal comma is read too."""
    try:
        found = Decimal(typed.replace(",", ".")).quantize(DEGREES) if typed else None
    except InvalidOperation as error:
        sentence = _("“%(typed)s” is no coordinate. Write for example 37.942300.")
        raise ValidationError(sentence, code="degrees", params={"typed": typed}) from error
    return "" if found is None else f"{found:f}"


def postal_code(typed: str) -> str:
    """Five digits, with or without the space after the third; kept as “185 31”."""
    if typed:
        POSTAL_CODE(typed)
    bare = typed.replace(" ", "")
    return f"{bare[:3]} {bare[3:]}" if bare else ""


def yes(typed: str) -> str:
    if typed not in ("0", "1"):
        raise ValidationError(_("“%(typed)s” is neither 1 (yes) nor 0 (no)."), code="yes", params={"typed": typed})
    return typed


def maybe(typed: str) -> str:
    return yes(typed) if typed else ""


def each_of(read: Read) -> Read:
    """A reader of a list that has its places: one for each season."""

    def read_all(typed: str) -> str:
        return placed(read(part.strip()) for part in typed.split(LIST_MARK))

    return read_all


def placed(parts: Any) -> str:
    """A list in which empty places count, unless all are empty."""
    found = list(parts)
    return LIST_MARK.join(found) if any(found) else ""


def papers(typed: str) -> str:
    return LIST_MARK.join(_paper(each) for each in typed.split(LIST_MARK) if each.strip())


def _paper(typed: str) -> str:
    code, _mark, needed = (part.strip() for part in typed.partition(PART))
    return f"{codes('document')(code)}{PART}{choice(DocumentNeed)(needed or DocumentNeed.ALWAYS)}"


def rules(typed: str) -> str:
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


def codes(kind: str) -> Read:
    """A reader of codes of terms that have no order among themselves."""
    read = ordered_codes(kind)
    return lambda typed: LIST_MARK.join(sorted(filter(None, read(typed).split(LIST_MARK))))


def ordered_codes(kind: str, *, mark: str = LIST_MARK) -> Read:
    """A reader of codes of terms, each once."""

    def read(typed: str) -> str:
        known = {term.slug for term in terms(kind, settings.LANGUAGE_CODE)}
        found = list(dict.fromkeys(code.strip() for code in typed.split(mark) if code.strip()))
        if unknown := [code for code in found if code not in known]:
            params = {"typed": unknown[0], "values": ", ".join(sorted(known))}
            raise ValidationError(_("“%(typed)s” is none of: %(values)s."), code="term", params=params)
        return mark.join(found)

    return read


def checked(validator: Callable[[str], None]) -> Read:
    """A reader of what a validator lets pass."""

    def read(typed: str) -> str:
        if typed:
            validator(typed)
        return typed

    return read


email = checked(EmailValidator())


def lines(typed: str) -> str:
    """Numbers as `number;kind;languages`; a way in is answered in the same languages on all of them."""
    found = [_line(each) for each in typed.split(LIST_MARK) if each.strip()]
    parts = [line.split(PART) for line in found]
    numbers = [each[:2] for each in parts]
    if twice := [each for each in numbers if numbers.count(each) > 1]:
        sentence = _("“%(what)s” stands twice. Delete one.")
        raise ValidationError(sentence, code="twice", params={"what": twice[0][0]})
    if len({tuple(each[2:]) for each in parts}) > 1:
        sentence = _("The numbers of one way in are answered in the same languages: write the same at each.")
        raise ValidationError(sentence, code="line_languages")
    return LIST_MARK.join(found)


def _line(typed: str) -> str:
    number, kind, spoken = [part.strip() for part in f"{typed};;".split(PART, 3)[:3]]
    parsed = phones.parse(number, short_numbers=short_numbers())
    languages = ordered_codes("language", mark=" ")(spoken.replace(",", " "))
    return PART.join(part for part in (parsed, choice(LineKind)(kind or "voice"), languages) if part)


def hours(typed: str) -> str:
    return read_hours(typed, today=date.min) if typed else ""


def closures(typed: str) -> str:
    """Days on which it is closed as `from/to:reason`."""
    return LIST_MARK.join(sorted(_closure(each.strip()) for each in typed.split(LIST_MARK) if each.strip()))


def _closure(typed: str) -> str:
    days, _mark, reason = typed.partition(":")
    first, slash, last = days.strip().partition("/")
    if not slash or "/" in last:
        sentence = _("“%(typed)s” is no closure. Write for example 2027-08-02/2027-08-20:summer break.")
        raise ValidationError(sentence, code="closure", params={"typed": typed})
    first, last, reason = day(first.strip()), day(last.strip()), text(120)(reason.strip())
    Closure(first_day=date.fromisoformat(first), last_day=date.fromisoformat(last)).check_days()
    return f"{first}/{last}{':' if reason else ''}{reason}"
