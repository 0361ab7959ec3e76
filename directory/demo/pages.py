"""A page for each structure in each language of the hub, from the files of facts."""

from collections.abc import Mapping
from typing import Any

from wagtail.models import Page, Site

from core.copies import keep_copies
from core.demo import COMPLETE, LANGUAGES, facts, save_page, stored_blocks
from directory.demo.words import INDEX_SLUGS, INDEX_WORDS
from directory.models.structure import Structure
from directory.pages.index import DirectoryIndexPage
from directory.pages.structure import StructurePage
from directory.selectors.structures import usable

# Fields of the page, as the files name them.
FIELDS = {
    "title": "name",
    "official_name": "official_name",
    "summary": "summary",
    "for_whom": "for_whom",
    "conditions": "eligibility",
    "how": "how",
}


def load_page(index: DirectoryIndexPage, structure: Structure, row: Mapping[str, Any]) -> None:
    """Pages where there are words, copies of the nearest one in the other languages; a draft has Greek and English."""
    live, shared = usable(structure), {"structure_id": structure.pk}
    words = {language: _page_words(_said(row, language), row["id"], language) for language in COMPLETE}
    for language in LANGUAGES if live else ():
        if language not in COMPLETE and (said := facts(f"structures.{language}").get(row["id"])):
            words[language] = _page_words(said, row["id"], language)
    slugs = dict.fromkeys(words, row["id"])
    pages = save_page(StructurePage, index, slug=slugs, words=words, shared=shared, live=live)
    if live:
        keep_copies(StructurePage, pages["el"].translation_key)


def _said(row: Mapping[str, Any], language: str) -> dict[str, Any]:
    """What a row of the Greek and English file says in one of them, in the form of the other files."""
    return {name: (row[name] or {}).get(language) for name in (*FIELDS.values(), "offers")}


def _page_words(said: Mapping[str, Any], slug: str, language: str) -> dict[str, Any]:
    offers = [("offer", offer) for offer in said.get("offers") or []]
    return {
        **{field: said.get(name) or "" for field, name in FIELDS.items()},
        "offers": stored_blocks(offers, f"{slug}-{language}"),
    }


def load_index() -> Page:
    """The list of structures in both languages; the Greek one is returned."""
    home = Site.objects.get(is_default_site=True).root_page
    pages = save_page(
        DirectoryIndexPage,
        home,
        slug=INDEX_SLUGS,
        words=INDEX_WORDS,
        shared={"show_in_menus": True},
    )
    return pages["el"]
