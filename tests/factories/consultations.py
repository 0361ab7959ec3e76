"""Honest consultations for tests."""

from datetime import datetime, timedelta

from wagtail.models import Page

from consultations.models import Consultation, ConsultationIndexPage, ConsultationPage


def consultation(opens_at: datetime, slug: str = "plan", *, days: int = 10, **fields) -> Consultation:
    """Open for so many days."""
    return Consultation.objects.create(
        slug=slug, opens_at=opens_at, closes_at=opens_at + timedelta(days=days), **fields
    )


def index_page(home: Page, slug: str = "consultations") -> ConsultationIndexPage:
    return home.add_child(instance=ConsultationIndexPage(title="Διαβουλεύσεις", slug=slug, locale=home.locale))


def consultation_page(index: Page, of: Consultation, title: str = "Σχέδιο", **fields) -> ConsultationPage:
    """A page with two sections and a question."""
    words = {
        "sections": [("section", section("s1", "1", "Στέγη")), ("section", section("s2", "2", "Παιδιά"))],
        "questions": [("question", {"text": "Τι λείπει;", "options": ["Στέγη", "Άλλο"]})],
    }
    page = ConsultationPage(title=title, slug=of.slug, locale=index.locale, consultation=of, **(words | fields))
    return index.add_child(instance=page)


def section(anchor: str, number: str, title: str) -> dict[str, str]:
    return {"anchor": anchor, "number": number, "title": title, "text": "<p>Κείμενο.</p>"}
