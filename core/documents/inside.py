"""What is inside a PDF: its text by page, its headings, what it does and whom it names.

Pure functions over bytes. Files come from strangers, so only `core.documents.reader` calls them, in a process of its
own with limits of time and memory (decision 0070).
"""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2

from core.documents.letters import Mend, is_sound, mend_for, share
from core.documents.shapes import Heading, Look, PageText, Text

MOST_PAGES = 2000
LONGEST_PAGE = 60_000
MOST_HEADINGS = 500
ACTIONS = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData"}
COMMENTS = {"/Text", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Ink", "/Stamp", "/Popup"}
# What the Info dictionary may keep: no names of people or machines of theirs.
HARMLESS = {"/Title", "/Subject", "/Keywords", "/Creator", "/Producer", "/CreationDate", "/ModDate", "/Trapped"}
NAMING = ("dc:creator", "dc:contributor", "xmpMM:History", "pdfx:Company", "photoshop:AuthorsPosition")
# A word that goes on in the next line; pdfium writes U+FFFE for the hyphen it recognised.
_BROKEN_WORD = re.compile("\ufffe(?:\r?\n)?|[\u00ad-]\r?\n(?=[^\\W\\d_A-ZΑ-Ω])")
_SPACES = re.compile(r"[\s\x00]+")


def look(data: bytes) -> Look:
    """Look at an upload without reading its text."""
    try:
        with pikepdf.open(BytesIO(data), attempt_recovery=False) as pdf, pypdfium2.PdfDocument(data) as read:
            if any(_acts(thing) for thing in _things(pdf)):
                return Look("active")
            return Look(
                pages=len(read),
                named=tuple(_named(pdf)),
                comments=sum(1 for page in pdf.pages for note in _notes(page) if _is_comment(note)),
                is_signed="/SigFlags" in pdf.Root.get("/AcroForm", {}),
            )
    except pikepdf.PasswordError:
        return Look("password")
    except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError):
        return Look("damaged")


def bare(data: bytes) -> bytes:
    """The same PDF without names, comments and the history of its making; title, language and tags stay."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for name in [name for name in pdf.docinfo if name not in HARMLESS]:
            del pdf.docinfo[name]
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            for name in NAMING:
                metadata.pop(name, None)
        for page in pdf.pages:
            if "/Annots" in page:
                page.Annots = pikepdf.Array([note for note in page.Annots if not _is_comment(note)])
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def text(data: bytes) -> Text:
    """The text of the first 2,000 pages, believed line by line, and mended where one fault explains it."""
    with pypdfium2.PdfDocument(data) as pdf:
        total = len(pdf)
        raw = [_page_text(pdf, number) for number in range(min(total, MOST_PAGES))]
        headings = tuple(_headings(pdf))
    broken = [line for page in raw for line in page.splitlines() if not is_sound(line)]
    mend = mend_for(broken) if broken else None
    pages = tuple(_judged(number, page, mend) for number, page in enumerate(raw, start=1))
    return Text(pages, total, headings)


def _page_text(pdf: pypdfium2.PdfDocument, number: int) -> str:
    page = pdf[number]
    written = page.get_textpage()
    said = written.get_text_range()
    written.close()
    page.close()
    return _BROKEN_WORD.sub("", said)[:LONGEST_PAGE]


def _judged(number: int, raw: str, mend: Mend | None) -> PageText:
    lines = [line for line in raw.splitlines() if line.strip()]
    if not lines:
        return PageText(number, "", "none", 0.0)
    kept = [line if is_sound(line) else _mended(line, mend) for line in lines]
    found = "\n".join(line for line in kept if line)
    if not found:
        return PageText(number, "", "broken", round(share(raw), 3))
    methods = {True: "text", False: "repaired" if mend and all(kept) else "broken"}
    return PageText(number, found, methods[kept == lines], round(share(found), 3))


def _mended(line: str, mend: Mend | None) -> str:
    """The line as it was meant; empty when it stays unreadable."""
    meant = mend(line) if mend else ""
    return meant if meant and is_sound(meant) else ""


def _headings(pdf: pypdfium2.PdfDocument) -> Iterator[Heading]:
    for place, entry in enumerate(pdf.get_toc(max_depth=3)):
        destination = entry.get_dest()
        title = _SPACES.sub(" ", entry.get_title()).strip()
        if place < MOST_HEADINGS and destination is not None and title and is_sound(title):
            yield Heading(title[:200], destination.get_index() + 1, entry.level + 1)


def _things(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary of the file, those inside other objects too."""
    waiting = [*pdf.objects, pdf.trailer]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, pikepdf.Stream):
            thing = thing.stream_dict
        if isinstance(thing, pikepdf.Dictionary):
            yield thing
            waiting.extend(each for each in thing.values() if _is_inside(each))
        elif isinstance(thing, pikepdf.Array):
            waiting.extend(each for each in thing if _is_inside(each))


def _is_inside(thing: object) -> bool:
    return isinstance(thing, pikepdf.Dictionary | pikepdf.Array) and not thing.is_indirect


def _acts(thing: pikepdf.Object) -> bool:
    """Whether a dictionary starts something, or carries a file."""
    return str(thing.get("/S", "")) in ACTIONS or "/JS" in thing or "/EmbeddedFiles" in thing or "/EF" in thing


def _named(pdf: pikepdf.Pdf) -> Iterator[str]:
    for name, value in pdf.docinfo.items():
        if name not in HARMLESS and not name.startswith("/PTEX") and str(value).strip():
            yield str(value).strip()[:120]


def _notes(page: pikepdf.Page) -> list[pikepdf.Object]:
    return list(page.get("/Annots", []))


def _is_comment(note: pikepdf.Object) -> bool:
    return str(note.get("/Subtype", "")) in COMMENTS
