"""Words of a table: titles and summaries of pages, one for each language.

Words where there is no page make one. It is published when the importer may publish and readers can reach the
structure, else it is a draft. What is published stays so with its new words; what somebody keeps as a draft stays one.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from directory.models.structure import Structure
from directory.selectors.structures import usable
from directory.services.importing.outcome import Change, Outcome
from directory.tables.cells import text
from directory.tables.columns import LANGUAGES, LONGEST_SUMMARY, LONGEST_TITLE
from directory.tables.files import FileRow
from directory.tables.held import PageWords

ANYBODY = None  # whoever has a shell of the server may everything
KINDS = {"name": LONGEST_TITLE, "summary": LONGEST_SUMMARY}


def lists() -> dict[str, Page]:
    """The list of structures of each language, below which pages stand."""
    pages = apps.get_model("directory.DirectoryIndexPage").objects.select_related("locale").order_by("-path")
    return {page.locale.language_code: page for page in pages}


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page to be made below the list of its language."""

    structure: Structure
    language: str
    title: str
    summary: str
    live: bool


@dataclass(frozen=True, slots=True)
class ChangedPage:
    """A page that gets other words; `publish` them, or leave them as a draft."""

    structure: Structure
    page: PageWords
    title: str
    summary: str
    publish: bool


@dataclass(slots=True)
class Words:
    """The words of one table."""

    outcome: Outcome
    by: Any
    new: list[NewPage] = field(default_factory=list)
    changed: list[ChangedPage] = field(default_factory=list)
    _lists: dict[str, Page] = field(default_factory=lists)
    _may: dict[str, bool] = field(default_factory=dict)

    def take(self, row: FileRow, structure: Structure, code: str) -> bool:
        """Note what changes of the pages of a structure; whether anything does."""
        return any([self._take(row, structure, code, language) for language in LANGUAGES])

    def count(self) -> dict[str, int]:
        """How many pages are new or changed, for the public or as drafts."""
        kinds = Counter(f"new_{'live' if page.live else 'draft'}" for page in self.new)
        kinds += Counter(f"changed_{'live' if page.publish else 'draft'}" for page in self.changed)
        return dict(kinds)

    def _take(self, row: FileRow, structure: Structure, code: str, language: str) -> bool:
        known: PageWords | None = structure.pages_held.get(language)
        before = {"name": known.title if known else "", "summary": known.summary if known else ""}
        typed = {kind: row.cells.get(f"{kind}_{language}") for kind in KINDS}
        said = {kind: before[kind] if typed[kind] is None else typed[kind] for kind in KINDS}
        differing = [kind for kind in KINDS if said[kind] != before[kind]]
        if not differing or not self._holds(row, said, language):
            return False
        if known is None:
            live = self._may_publish(language) and usable(structure)
            self.new.append(NewPage(structure, language, said["name"], said["summary"], live))
        else:
            publish = known.live and not known.has_draft and self._may_publish(language)
            self.changed.append(ChangedPage(structure, known, said["name"], said["summary"], publish))
        for kind in differing:
            column = f"{kind}_{language}"
            self.outcome.changes.append(Change(row.number, code, code, column, before[kind], said[kind]))
        return True

    def _holds(self, row: FileRow, said: dict[str, str], language: str) -> bool:
        """Whether a page can have these words."""
        errors = len(self.outcome.errors)
        if language not in self._lists:
            sentence = _("There is no list of structures in this language, so there is no place for the page.")
            self.outcome.refuse(row, f"name_{language}", sentence)
        elif not said["name"]:
            sentence = _("A page needs a name. (To take a page away, unpublish it in the admin.)")
            self.outcome.refuse(row, f"name_{language}", sentence)
        for kind, longest in KINDS.items():
            try:
                text(longest)(said[kind])
            except ValidationError as refusal:
                self.outcome.refuse(row, f"{kind}_{language}", refusal)
        return len(self.outcome.errors) == errors

    def _may_publish(self, language: str) -> bool:
        if language not in self._may:
            above = self._lists[language]
            may = self.by is ANYBODY or above.permissions_for_user(self.by).can_publish_subpage()
            self._may[language] = above.live and may
        return self._may[language]
