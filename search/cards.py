"""Results as cards: the words and dates that the components show."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core import formats
from core.readable import IN_LANGUAGE
from search.selectors import Result

# One thing of a kind, and all of them.
KINDS: dict[str, tuple[Any, Any]] = {
    "structure": (_("Structure"), _("Structures")),
    "page": (_("Information"), _("Information pages")),
    "study": (_("Study"), _("Studies")),
    "study_page": (_("Page of a document"), _("Pages of documents")),
    "practice": (_("Good practice"), _("Good practices")),
    "indicator": (_("Figure"), _("Figures")),
    "news": (_("News item"), _("News")),
    "consultation": (_("Consultation"), _("Consultations")),
    "project": (_("Project"), _("Projects")),
    "organisation": (_("Organisation"), _("Organisations")),
}
UNDATED = {"structure", "page", "organisation"}
BY_YEAR = {"study", "study_page"}  # of most no more is known


def card(result: Result, language: str) -> dict[str, Any]:
    """A result for `components/card.html`."""
    document, extras = result.document, result.extras
    foreign = "" if document.language == language else document.language
    dated = document.date if document.type not in UNDATED else None
    return {
        "title": result.title,
        "url": extras.url or document.url,
        "language": foreign,
        "kind": KINDS[document.type][0] if document.type in KINDS else "",
        "text": result.text,
        "text_language": foreign,
        "state": {True: "open", False: "closed", None: "unknown"}[extras.is_open],
        "state_text": extras.state,
        "phone": extras.phone,
        **_date(document.type, dated, language),
        "meta": _meta(result, foreign),
        "tags": [{"text": _("Suggested"), "tone": "sun"}] if result.suggested else [],
        "pages": [_page(page, language) for page in result.pages],
    }


def _date(kind: str, dated: date | None, language: str) -> dict[str, str]:
    """As exactly as it is known, in words and for machines."""
    if dated is None:
        return {"date": "", "date_iso": ""}
    if kind in BY_YEAR:
        return {"date": str(dated.year), "date_iso": str(dated.year)}
    return {"date": formats.day(dated, language), "date_iso": dated.isoformat()}


def _page(result: Result, language: str) -> dict[str, Any]:
    """A page of a PDF, below the card of its study."""
    document = result.document
    return {
        "url": document.url,
        "label": gettext("on page %(page)s") % {"page": document.page},
        "text": result.text,
        "language": "" if document.language == language else document.language,
        "note": _("text from recognition") if document.recognised else "",
    }


def _meta(result: Result, foreign: str) -> list[dict[str, Any]]:
    items = []
    if result.extras.place:
        items.append({"icon": "place", "text": result.extras.place})
    if result.document.recognised:
        items.append({"icon": "info", "text": _("text from recognition")})
    if foreign:
        items.append({"icon": "globe", "text": IN_LANGUAGE[foreign]})
    return items
