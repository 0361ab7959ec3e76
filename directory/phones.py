"""Phone numbers: read as people type them, stored as E.164. The only importer of phonenumberslite."""

from collections.abc import Iterable
from typing import Any

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from phonenumbers import NumberParseException, PhoneNumberType

COUNTRY = "GR"
COUNTRY_CODE = 30
FIRST_DIGITS = "268"  # Greek numbers begin so: fixed, mobile, free calls
PREMIUM_DIGITS = "90"
SEPARATORS = str.maketrans("", "", " .-()/ ")


class PhoneRefused(ValidationError):
    """What was typed is not a number that may be published."""

    @classmethod
    def not_a_phone(cls, typed: str) -> "PhoneRefused":
        sentence = _("“%(typed)s” is not a phone number. Write 10 digits, for example 2100000000, or +30…")
        return cls(sentence, code="phone", params={"typed": typed})

    @classmethod
    def premium(cls, typed: str) -> "PhoneRefused":
        sentence = _("“%(typed)s” has a premium charge. Write a number that costs a usual call.")
        return cls(sentence, code="phone_premium", params={"typed": typed})


def parse(typed: str, *, short_numbers: Iterable[str] = ()) -> str:
    """E.164 ("+302100000000") or a known national short number. Raises PhoneRefused."""
    bare = typed.strip().translate(SEPARATORS)
    if bare in set(short_numbers):
        return bare
    try:
        number = phonenumbers.parse(_international(bare), COUNTRY)
    except NumberParseException as problem:
        raise PhoneRefused.not_a_phone(typed) from problem
    if _is_premium(number):
        raise PhoneRefused.premium(typed)
    if not _is_plausible(number, bare):
        raise PhoneRefused.not_a_phone(typed)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _international(bare: str) -> str:
    return f"+{bare[2:]}" if bare.startswith("00") else bare


def _is_premium(number: phonenumbers.PhoneNumber) -> bool:
    if phonenumbers.number_type(number) == PhoneNumberType.PREMIUM_RATE:
        return True
    return number.country_code == COUNTRY_CODE and str(number.national_number).startswith(PREMIUM_DIGITS)


def _is_plausible(number: phonenumbers.PhoneNumber, bare: str) -> bool:
    if not bare.removeprefix("+").isdigit() or not phonenumbers.is_possible_number(number):
        return False
    if number.country_code != COUNTRY_CODE:
        return True
    national = str(number.national_number)
    return len(national) == 10 and national[0] in FIRST_DIGITS


class PhoneField(forms.CharField):
    """A form field that reads a number kindly and gives it back as it is stored."""

    def __init__(self, *args: Any, short_numbers: Iterable[str] = (), **kwargs: Any) -> None:
        self.short_numbers = tuple(short_numbers)
        super().__init__(*args, **kwargs)

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        return parse(typed, short_numbers=self.short_numbers) if typed else typed
