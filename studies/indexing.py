"""What search knows of studies and indicators: the words of their pages, a document a language."""

from core.partial_dates import first_day
from search.documents import SearchDocument, SearchSource
from studies.models import IndicatorPage, StudyPage
from studies.models.study import study_area


def study_source() -> SearchSource:
    """Live pages of studies."""
    return SearchSource(
        label="studies.StudyPage",
        queryset=lambda: StudyPage.objects.live().select_related("study__document", "locale")
        .prefetch_related("study__needs", "study__groups", "study__words", "study__authors"),
        to_document=study_document,
        papers=lambda page: [page.study.document] if page.study.document else [],
        depends_on={"studies.Study": "study"},
    )  # fmt: skip


def indicator_source() -> SearchSource:
    """Live pages of indicators."""
    return SearchSource(
        label="studies.IndicatorPage",
        queryset=lambda: IndicatorPage.objects.live().select_related("indicator", "locale")
        .prefetch_related("indicator__words"),
        to_document=indicator_document,
        depends_on={"studies.Indicator": "indicator"},
    )  # fmt: skip


def study_document(page: StudyPage, language: str) -> SearchDocument | None:
    """Words of a study in the page's own language."""
    if page.locale.language_code != language:
        return None
    study = page.study
    area, _area_language = study_area(study, language)
    authors = ", ".join(str(author) for author in study.authors.all())
    findings = [block.value["text"] for block in page.findings]
    return SearchDocument(
        group=f"studies.studypage:{page.translation_key}",
        type="study",
        language=language,
        title=page.title,
        url=page.get_url() or "",
        summary=page.summary,
        body="\n".join([authors, area, *findings, page.how, page.limits, *_words(page)]),
        needs=tuple(need.slug for need in study.needs.all()),
        groups=tuple(group.slug for group in study.groups.all()),
        date=first_day(study.date),
    )


def indicator_document(page: IndicatorPage, language: str) -> SearchDocument | None:
    """Name, definition and limits of an indicator; figures change too often to be searched."""
    if page.locale.language_code != language:
        return None
    words = next((row for row in page.indicator.words.all() if row.language == language), None)
    return SearchDocument(
        group=f"studies.indicatorpage:{page.translation_key}",
        type="indicator",
        language=language,
        title=page.title,
        url=page.get_url() or "",
        summary=page.summary or (words.definition if words else ""),
        body="\n".join([words.definition, words.note, *_words(page)] if words else _words(page)),
    )


def _words(page: StudyPage | IndicatorPage) -> list[str]:
    return list(page._meta.get_field("body").stream_block.get_searchable_content(page.body))
