"""What to bring."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.terms import Term
from directory.models.conditions import DocumentNeed
from directory.selectors.parts import Paper

HEADINGS = {
    DocumentNeed.ALWAYS: gettext_lazy("You need"),
    DocumentNeed.SOMETIMES: gettext_lazy("They may ask for"),
    DocumentNeed.IF_YOU_HAVE: gettext_lazy("If you have it"),
}


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One document: its name in `language`, what it is in plain words, where to get it."""

    name: str
    language: str
    note: str
    url: str


@dataclass(frozen=True, slots=True)
class PaperGroup:
    heading: Any
    lines: tuple[PaperLine, ...]


def paper_groups(papers: Iterable[Paper], types: Mapping[int, Term]) -> list[PaperGroup]:
    """Documents by how much they are needed; groups without any are left out."""
    papers = list(papers)
    groups = [
        PaperGroup(heading, tuple(_line(paper, types[paper.type]) for paper in papers if paper.needed == needed))
        for needed, heading in HEADINGS.items()
    ]
    return [group for group in groups if group.lines]


def without_papers(*, known: bool | None, papers: Iterable[Paper]) -> str:
    """What happens to those who bring nothing; empty when documents are named and nobody said."""
    papers = list(papers)
    must = [paper for paper in papers if paper.needed == DocumentNeed.ALWAYS]
    if known or (must and all(paper.come_without for paper in must)):
        return _("You may come without papers too.")
    if papers:
        return ""
    if known is False:
        return _("You need papers. Ask which ones before you go.")
    return _("We do not know which papers you need. Ask before you go.")


def _line(paper: Paper, of: Term) -> PaperLine:
    without = _("You may come without it.") if paper.come_without else ""
    return PaperLine(of.name, of.language, " ".join(part for part in (of.note, without) if part), paper.url)
