"""What those see who answer requests for contact: a list without words, one request with them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name

from core.formats import phone
from core.terms import term
from directory.models.contact import ContactRequest, ContactState, Said


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A request in the list: when, until when, who; nothing of what was written."""

    pk: int
    label: str
    arrived: datetime
    answer_by: date
    state: str
    state_label: Any
    taken_by: str
    is_late: bool
    suspect: bool


@dataclass(frozen=True, slots=True)
class ContactCounts:
    new: int
    late: int


def contact_rows(today: date) -> tuple[ContactRow, ...]:
    """All requests: first those that wait, the longest first; then answered and closed ones (one query)."""
    rows = ContactRequest.objects.unopened().select_related("taken_by")
    order = list(ContactState)
    return tuple(
        sorted((_row(row, today) for row in rows), key=lambda row: (order.index(ContactState(row.state)), row.arrived))
    )


def contact_counts(today: date) -> ContactCounts:
    """How many nobody has taken, and how many wait longer than was promised."""
    rows = ContactRequest.objects.waiting()
    return ContactCounts(rows.filter(state=ContactState.NEW).count(), rows.filter(answer_by__lt=today).count())


def written(said: Said, language: str) -> tuple[tuple[str, str], ...]:
    """What was written as label and text, in the order in which somebody who answers needs it; empty ones left out."""
    return tuple((label, text) for label, text in _written(said, language) if text)


def _written(said: Said, language: str) -> Iterator[tuple[str, str]]:
    yield _("May we call?"), _yes_or_no(said.safe_call)
    yield _("May we leave a message?"), _yes_or_no(said.safe_message)
    yield _("Phone"), phone(said.phone) if said.phone else ""
    yield _("E-mail"), said.email
    yield _("Comes in person"), _("yes") if said.comes else ""
    yield _("Good hours"), said.hours
    yield _("Language"), _name("language", said.language, language)
    yield _("Name"), said.name
    yield _("Need"), _name("need", said.need, language)
    yield _("Community"), _name("community", said.community, language)
    yield _("What happened"), said.text


def _yes_or_no(answer: str) -> str:
    return {"yes": _("yes"), "no": _("NO")}.get(answer, "")


def _name(kind: str, slug: str, language: str) -> str:
    found = term(kind, slug, language) if slug else None
    return found.name if found else slug


def _row(row: ContactRequest, today: date) -> ContactRow:
    waits = row.state in (ContactState.NEW, ContactState.TAKEN)
    return ContactRow(
        pk=row.pk,
        label=str(row),
        arrived=row.arrived,
        answer_by=row.answer_by,
        state=row.state,
        state_label=row.get_state_display(),
        taken_by=get_user_display_name(row.taken_by) if row.taken_by else "",
        is_late=waits and row.answer_by < today,
        suspect=row.suspect,
    )
