"""What a program asks: parameters of an address or of a JSON body, checked, with a sentence when they are wrong."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext_lazy as _

from core.text import whole_number

MOST = 100
USUAL = 50
LONGEST = 200
FORMATS = ("json", "ndjson")
TRUTH = {"true": True, "1": True, "false": False, "0": False}
COMMON = frozenset({"lang", "page", "per_page", "format"})


class Refused(Exception):
    """A parameter that cannot be read; `sentence` is said in Greek and in English."""

    def __init__(self, parameter: str, value: str, sentence: Any):
        super().__init__(parameter)
        self.parameter, self.value, self.sentence = parameter, value, sentence


@dataclass(frozen=True, slots=True)
class Query:
    """The parameters of one request as they were written; each reader checks one."""

    written: Mapping[str, str]

    def text(self, name: str) -> str:
        value = self.written.get(name, "")
        if "\x00" in value or len(value) > LONGEST:
            raise Refused(name, value, _("Write at most 200 letters, without control characters."))
        return value

    def number(self, name: str, usual: int, most: int) -> int:
        value = self.text(name)
        if not value:
            return usual
        number = whole_number(value)
        if not 1 <= number <= most:
            raise Refused(name, value, _("Write a whole number from 1 to the largest that is allowed."))
        return number

    def yes(self, name: str) -> bool:
        value = self.text(name)
        if value and value.lower() not in TRUTH:
            raise Refused(name, value, _("Write true or false."))
        return TRUTH.get(value.lower(), False)

    def uuid(self, name: str) -> UUID | None:
        value = self.text(name)
        try:
            return UUID(value) if value else None
        except ValueError as error:
            raise Refused(name, value, _("Write an id of this API, for example from one of its lists.")) from error

    def moment(self, name: str) -> datetime | None:
        """A moment or a day (its beginning); one without offset is UTC."""
        value = self.text(name).replace(" ", "+")  # an unescaped plus of an offset arrives as a blank
        if not value:
            return None
        try:
            found = parse_datetime(value) or parse_date(value)
        except ValueError:
            found = None
        if found is None:
            raise Refused(name, value, _("Write a moment in ISO form, for example 2027-05-03T08:00:00Z."))
        at = found if isinstance(found, datetime) else datetime.combine(found, time())
        return at if at.tzinfo else at.replace(tzinfo=UTC)

    def choice(self, name: str, choices: Iterable[str], usual: str) -> str:
        value = self.text(name) or usual
        if value not in choices:
            raise Refused(name, value, _("Choose one of the values that the description of this API names."))
        return value

    @property
    def language(self) -> str:
        return self.choice("lang", dict(settings.LANGUAGES), settings.LANGUAGE_CODE)

    @property
    def per_page(self) -> int:
        return self.number("per_page", USUAL, MOST)


def query_of(request: HttpRequest) -> Query:
    """The parameters of the address, or of the JSON body of a POST: nothing private stands in an address then."""
    if request.method != "POST":
        return Query(request.GET.dict())
    try:
        body = json.loads(request.body or b"{}")
    except (ValueError, RecursionError) as error:
        raise Refused("body", "", _("Send the parameters as one JSON object.")) from error
    if not isinstance(body, dict):
        raise Refused("body", "", _("Send the parameters as one JSON object."))
    return Query({_written(name): _written(value) for name, value in body.items() if value is not None})


def _written(value: Any) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    # JSON may hold one half of a sign of two, which no database and no answer can; in an address Django replaces it.
    return text.encode(errors="replace").decode()
