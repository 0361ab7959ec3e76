"""What the templates of the library get: values in the shape of the components."""

from dataclasses import dataclass

from core.hub import Link
from core.text import Phrase
from studies.citations import Author, Citation


@dataclass(frozen=True, slots=True)
class SourceLine:
    title: str
    url: str
    date: str
    what: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class StudyCard:
    """A study in a list, as the `card` component takes it."""

    title: str
    url: str
    language: str
    kind: str
    date: str
    date_iso: str
    text: str
    text_language: str
    meta: tuple[dict[str, str], ...]
    tags: tuple[dict[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class StudyFile:
    """The document as the `file` component takes it."""

    title: str
    url: str
    format: str
    size: str
    pages: int | None
    language_text: str
    accessible: str
    language: str = ""
    contents: tuple[Link, ...] = ()  # its own headings, each opening the PDF at its page
    page_url: str = ""  # followed by the number of a page; empty: no PDF


@dataclass(frozen=True, slots=True)
class FactLine:
    """A term and its value or values, as the `facts` component takes it."""

    term: str
    text: str = ""
    lines: tuple[str | Phrase, ...] = ()
    url: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class StudyDetail:
    """Everything a study's page shows beside its own words; no query is left in it."""

    kind: str
    is_paper: bool
    about_city: bool
    authors: tuple[Author, ...]
    date: str
    date_iso: str
    facts: tuple[FactLine, ...]
    file: StudyFile | None
    external_url: str
    doi_url: str
    citation: Citation
    needs: tuple[dict[str, str], ...]
    indicators: tuple[Link, ...]
    sources: tuple[SourceLine, ...]
    language_codes: tuple[str, ...]
    licence: str
