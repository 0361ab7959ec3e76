"""What of the network is searched: each good practice in its language."""

from django.db.models import QuerySet

from network.pages import GoodPracticePage
from search.documents import SearchDocument, SearchSource


def practice_pages() -> SearchSource:
    return SearchSource(
        label="network.GoodPracticePage",
        queryset=_pages,
        to_document=_document,
        depends_on={"network.Practice": "practice"},
    )


def _pages() -> QuerySet[GoodPracticePage]:
    return (
        GoodPracticePage.objects.live()
        .filter(alias_of__isnull=True)
        .select_related("locale", "practice")
        .prefetch_related("practice__needs", "practice__groups")
    )


def _document(page: GoodPracticePage, language: str) -> SearchDocument | None:
    if page.locale.language_code != language:
        return None
    said = (page.problem, page.solution, page.actors, page.results, page.transferability, page.place)
    return SearchDocument(
        group=f"network.goodpracticepage:{page.translation_key}",
        type="practice",
        language=language,
        title=page.title,
        url=page.get_url() or "",
        summary=page.summary,
        body=" ".join(words for words in said if words),
        needs=tuple(each.slug for each in page.practice.needs.all()),
        groups=tuple(each.slug for each in page.practice.groups.all()),
    )
