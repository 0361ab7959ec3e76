"""Texts of hours as the form takes them: our own grammar first, the library as a second reader."""

from datetime import date
from functools import lru_cache

from django.utils.functional import lazy

from core.languages import current  # noqa: TID251 -- said when the refusal is shown, as gettext_lazy says it
from directory.hours.grammar import accept
from directory.hours.library import readable
from directory.hours.proposals import propose
from directory.hours.readings import reading
from directory.hours.refusals import HoursRefused


@lru_cache(maxsize=4096)  # a city has some hundred different weeks
def read_hours(typed: str, *, today: date) -> str:
    """The text to store. Raises HoursRefused; what was probably meant is offered in its sentence."""
    try:
        stored = accept(typed, today=today)
    except HoursRefused as refusal:
        proposal = propose(typed)
        if proposal is None:
            raise
        raise HoursRefused.proposal(typed, proposal, _said(proposal)) from refusal
    if not readable(stored):
        raise HoursRefused.unreadable(stored, 0)
    return stored


def _said_now(osm: str) -> str:
    return reading(osm, current()).rstrip(".")


_said = lazy(_said_now, str)
