"""What search knows of consultations: the words of their pages, a document a language."""

from consultations.models import ConsultationPage
from core.blocks import documents_in
from core.windows import last_day
from search.documents import SearchDocument, SearchSource


def consultation_source() -> SearchSource:
    """Live pages of consultations."""
    return SearchSource(
        label="consultations.ConsultationPage",
        queryset=lambda: ConsultationPage.objects.live().select_related("consultation", "locale")
        .prefetch_related("consultation__needs", "consultation__groups", "consultation__communities"),
        to_document=consultation_document,
        depends_on={"consultations.Consultation": "consultation"},
        papers=lambda page: documents_in(page.body),
    )  # fmt: skip


def consultation_document(page: ConsultationPage, language: str) -> SearchDocument | None:
    """Words of a consultation in the page's own language; the answer is left to the page, it has its own minute."""
    if page.locale.language_code != language:
        return None
    consultation = page.consultation
    return SearchDocument(
        group=f"consultations.consultationpage:{page.translation_key}",
        type="consultation",
        language=language,
        title=page.title,
        url=page.get_url() or "",
        summary=page.summary,
        body="\n".join([*_words(page, "body"), *_words(page, "sections"), *_words(page, "questions")]),
        place=tuple(community.slug for community in consultation.communities.all()),
        needs=tuple(need.slug for need in consultation.needs.all()),
        groups=tuple(group.slug for group in consultation.groups.all()),
        date=consultation.opens_at.date(),
        ends=last_day(consultation.closes_at),
    )


def _words(page: ConsultationPage, field: str) -> list[str]:
    return list(page._meta.get_field(field).stream_block.get_searchable_content(getattr(page, field)))
