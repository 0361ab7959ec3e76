"""What of home is searched."""

from wagtail.rich_text import get_text_for_indexing

from home.pages.standard import StandardPage
from search.documents import SearchDocument, SearchSource


def standard_pages() -> SearchSource:
    """Pages of text, each in its own language."""
    return SearchSource(
        label="home.StandardPage",
        queryset=lambda: StandardPage.objects.live().select_related("locale"),
        to_document=_standard_page,
    )


def _standard_page(page: StandardPage, language: str) -> SearchDocument | None:
    if page.locale.language_code != language:
        return None
    return SearchDocument(
        group=f"home.standardpage:{page.translation_key}",
        type="page",
        language=language,
        title=page.title,
        url=page.get_url() or "",
        summary=page.summary,
        body=" ".join(_words(page)),
    )


def _words(page: StandardPage) -> list[str]:
    """Words of all blocks in reading order."""
    said = [page.for_whom] if page.for_whom else []
    for block in page.body:
        said += block.block.get_searchable_content(block.value)
    return [get_text_for_indexing(str(words)) for words in said if words]
