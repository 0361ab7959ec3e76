"""Sources that only tests have: notes and what they depend on, over real models of the core."""

from collections.abc import Iterator
from datetime import date

import pytest
from wagtail import hooks

from core.taxonomy import Need
from core.words import words_of
from search.documents import SearchDocument, SearchSource


def need_document(need: Need, language: str) -> SearchDocument | None:
    """A need in one language, as an app's `indexing.py` would write it."""
    words = words_of(need, language)
    if words is None or words.language != language:
        return None
    return SearchDocument(
        group=f"core.need:{need.uuid}",
        type="page",
        language=language,
        title=words.name,
        url=f"/{language}/needs/{need.slug}/",
        summary=words.note,
        needs=(need.slug,),
        date=date(2027, 1, 1),
    )


@pytest.fixture
def needs_are_searched() -> Iterator[SearchSource]:
    """Needs of the taxonomy can be found, as pages of an app would be."""
    source = SearchSource(
        label="core.Need",
        queryset=lambda: Need.objects.prefetch_related("words"),
        to_document=need_document,
        depends_on={"core.NeedWords": "words"},
    )
    with hooks.register_temporarily("hub_search_sources", lambda: source):
        yield source
