"""What stands above a page now: emergencies, then warnings, then the newest announcement; two have room."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from wagtail.models import Page

from core.hooks import Strip, asked

# More would push the page itself off a phone's screen.
ROOM = 2
LEVELS = ("emergency", "warning", "info")


@dataclass(frozen=True, slots=True)
class Strips:
    """The strips of a page; `left` is how many more there are, `list_url` where they stand."""

    shown: tuple[Strip, ...] = ()
    left: int = 0
    list_url: str = ""


def strips_of(page: Page | None, language: str, now: datetime, *, staff: bool = False) -> Strips:
    """What apps say above this page, or above a view without a page (None); to `staff` also what is theirs alone."""
    own = asked("hub_staff_alerts", language, now) if staff else []
    return ranked([*asked("hub_alerts", page, language, now), *own])


def ranked(strips: Iterable[Strip]) -> Strips:
    """Those that have room, most urgent first; an emergency is never left out. Apps give theirs newest first."""
    ordered = sorted(strips, key=lambda strip: LEVELS.index(strip.level))
    urgent = sum(strip.level == "emergency" for strip in ordered)
    shown, others = ordered[: max(ROOM, urgent)], ordered[max(ROOM, urgent) :]
    return Strips(tuple(shown), len(others), next((strip.list_url for strip in others if strip.list_url), ""))
