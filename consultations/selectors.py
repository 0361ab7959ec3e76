"""What pages and the home page read of consultations: facts with their state at a moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.cache import expire_at
from core.formats import day_long
from core.readable import readable
from core.snapshot import snapshot
from core.when import speech
from core.windows import Phase, WindowState, last_day, window_sentence, window_state


class Standing(StrEnum):
    """Where a consultation stands: its window, and after it whether it was answered."""

    UPCOMING = "upcoming"
    OPEN = "open"
    CLOSED = "closed"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Dates:
    """The moments of a consultation, all aware."""

    opens_at: datetime
    closes_at: datetime
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class State:
    """A consultation at a moment, with its sentences in the reader's language."""

    standing: Standing
    window: WindowState
    label: str
    sentence: str
    answer: str  # second line: when the answer came; empty before

    @property
    def light(self) -> str:
        return self.window.light

    @property
    def is_open(self) -> bool:
        return self.standing is Standing.OPEN


@dataclass(frozen=True, slots=True)
class Listed:
    """A consultation as lists need it, before anybody looks at the clock."""

    title: str
    url: str
    language: str
    text: str
    example: bool
    organisation: str
    dates: Dates


@dataclass(frozen=True, slots=True)
class ConsultationCard:
    """A consultation in a list, as the `card` component takes it."""

    title: str
    url: str
    language: str
    state: str
    state_text: str
    text: str
    text_language: str
    meta: tuple[dict[str, str], ...]
    tags: tuple[dict[str, str], ...]


@dataclass(frozen=True, slots=True)
class FactLine:
    """A term and its value, as the `facts` component takes it."""

    term: str
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Consultations that stand alike."""

    anchor: str
    heading: str
    cards: tuple[ConsultationCard, ...]


def state(dates: Dates, at: datetime, language: str) -> State:
    """State at a moment. The page cache is told when it changes by itself."""
    window = window_state(dates.opens_at, dates.closes_at, at)
    answered = dates.answered_at is not None and dates.answered_at <= at
    for moment in (window.changes_at, dates.answered_at if not answered else None):
        if moment is not None and moment > at:
            expire_at(moment)
    standing = Standing.ANSWERED if answered and window.phase is Phase.CLOSED else Standing(window.phase.value)
    with translation.override(language):
        return State(
            standing=standing,
            window=window,
            label=_labels()[standing],
            sentence=window_sentence(window, language),
            answer=_answer(dates.answered_at, language) if standing is Standing.ANSWERED else "",
        )


def dates_of(consultation: Any) -> Dates:
    """The moments of a consultation row."""
    return Dates(consultation.opens_at, consultation.closes_at, consultation.answered_at)


def fact_lines(consultation: Any, language: str) -> tuple[FactLine, ...]:
    """Opening, closing and the body that asks, for the box beside the text."""
    dates = dates_of(consultation)
    with translation.override(language):
        rows = [
            FactLine(_("Opens"), day_long(timezone.localtime(dates.opens_at).date(), language)),
            FactLine(_("Closes"), day_long(last_day(dates.closes_at), language)),
            FactLine(_("Asked by"), consultation.organisation),
        ]
        if language != settings.LANGUAGE_CODE:
            rows.append(FactLine(_("Times"), _("Greek time")))
    return tuple(row for row in rows if row.text)


def listed(pages: QuerySet, language: str) -> tuple[Listed, ...]:
    """All readable consultations, the newest first, in one query."""
    found = readable(pages, language).select_related("consultation", "locale").order_by("-consultation__opens_at")
    return tuple(
        Listed(
            title=page.title,
            url=page.get_url() or "",
            language=page.locale.language_code,
            text=page.summary,
            example=page.consultation.example,
            organisation=page.consultation.organisation,
            dates=dates_of(page.consultation),
        )
        for page in found
    )


def groups(rows: Iterable[Listed], at: datetime, language: str) -> tuple[Group, ...]:
    """Open ones first (what closes first stands first), then what comes, then what is over."""
    by_standing: dict[Standing, list[tuple[Listed, State]]] = {standing: [] for standing in Standing}
    for row in rows:
        now = state(row.dates, at, language)
        by_standing[now.standing].append((row, now))
    by_standing[Standing.OPEN].sort(key=lambda item: item[0].dates.closes_at)
    by_standing[Standing.UPCOMING].sort(key=lambda item: item[0].dates.opens_at)
    with translation.override(language):
        headings = {
            Standing.OPEN: _("Open consultations"),
            Standing.UPCOMING: _("Consultations that open later"),
            Standing.ANSWERED: _("Answered consultations"),
            Standing.CLOSED: _("Consultations waiting for an answer"),
        }
        return tuple(
            Group(f"state-{standing}", heading, tuple(_card(row, now) for row, now in by_standing[standing]))
            for standing, heading in headings.items()
            if by_standing[standing]
        )


def open_cards(at: datetime, language: str, *, count: int) -> tuple[ConsultationCard, ...]:
    """Open consultations for the home page, what closes first standing first; no query after the first."""
    found = groups(known(language), at, language)
    return next((group.cards[:count] for group in found if group.anchor == f"state-{Standing.OPEN}"), ())


@snapshot("consultations.listed", tags={"list:consultations"})
def known(language: str) -> tuple[Listed, ...]:
    """All readable consultations, kept per process until one changes."""
    return listed(apps.get_model("consultations.ConsultationPage").objects.all(), language)


def _card(row: Listed, now: State) -> ConsultationCard:
    return ConsultationCard(
        title=row.title,
        url=row.url,
        language=row.language,
        state=now.light,
        state_text=now.answer or now.sentence,
        text=row.text,
        text_language=row.language,
        meta=({"text": row.organisation, "icon": "group"},) if row.organisation else (),
        tags=({"text": _("Example"), "tone": "example"},) if row.example else (),
    )


def _labels() -> dict[Standing, str]:
    return {
        Standing.UPCOMING: pgettext("consultation", "Not open yet"),
        Standing.OPEN: pgettext("consultation", "Open"),
        Standing.CLOSED: pgettext("consultation", "Closed"),
        Standing.ANSWERED: pgettext("consultation", "Answered"),
    }


def _answer(answered_at: datetime | None, language: str) -> str:
    if answered_at is None:
        return ""
    day = timezone.localtime(answered_at).date()
    return _("The answer was published %(on_day)s.") % {"on_day": speech(language).on_full_day(day)}
