"""Loads the example consultations from their file of facts."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page, Site

from consultations.models import Consultation, ConsultationIndexPage, ConsultationPage
from core.demo import facts, save_page

LANGUAGES = ("el", "en")
INDEX_SLUGS = {"el": "diavouleuseis", "en": "consultations"}
INDEX_WORDS = {
    "el": {
        "title": "Διαβουλεύσεις",
        "summary": "Τι σχεδιάζεται στην πόλη, έως πότε μπορείτε να πείτε τη γνώμη σας και τι έγινε με αυτήν.",
    },
    "en": {
        "title": "Consultations",
        "summary": "What is planned in the city, until when you can say what you think, and what became of it.",
    },
}


def load_consultations() -> int:
    """Examples with their pages; how many."""
    section = _section()
    rows = facts("consultations")
    for row in rows:
        consultation, _ = Consultation.objects.update_or_create(
            slug=row["id"],
            defaults={
                "opens_at": _midnight(row["period"]["from"]),
                "closes_at": _midnight(row["period"]["to"], days=1),
                "example": row["example"],
                "organisation": row["organisation"] or "",
            },
        )
        save_page(
            ConsultationPage,
            section,
            slug=dict.fromkeys(LANGUAGES, row["id"]),
            words={language: _words(row, language) for language in LANGUAGES},
            shared={"consultation_id": consultation.pk},
        )
    return len(rows)


def _section() -> Page:
    home = Site.objects.get(is_default_site=True).root_page
    shared = {"show_in_menus": True}
    return save_page(ConsultationIndexPage, home, slug=INDEX_SLUGS, words=INDEX_WORDS, shared=shared)["el"]


def _midnight(written: str, *, days: int = 0) -> datetime:
    """The first instant of a day on the hub's wall clock; the last day of a period ends `days=1` later."""
    day = date.fromisoformat(written) + timedelta(days=days)
    return datetime.combine(day, time(0, 0), tzinfo=timezone.get_default_timezone())


def _words(row: dict[str, Any], language: str) -> dict[str, Any]:
    return {
        "title": row["title"][language],
        "summary": row["summary"][language],
        "sections": [
            (
                "section",
                {
                    "anchor": f"s{section['code']}",
                    "number": section["code"],
                    "title": section["title"][language],
                    "text": f"<p>{section['body'][language]}</p>",
                },
            )
            for section in row["sections"]
        ],
        "questions": [
            (
                "question",
                {
                    "text": question["text"][language],
                    "options": [option[language] for option in question["options"]],
                },
            )
            for question in row["questions"]
        ],
    }
