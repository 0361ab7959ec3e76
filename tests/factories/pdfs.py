"""PDFs as they come in: whole, with letters mapped wrongly, scanned, locked, with a programme inside."""

from io import BytesIO

import pikepdf
from django.core.files.base import ContentFile

from core.documents.services import read_text
from core.media import HubDocument
from tests.conftest import NOON

POVERTY = "Τα συσσίτια και τα παντοπωλεία της πόλης στηρίζουν νοικοκυριά με χαμηλό εισόδημα"
GARDEN = "Θερμοκήπια και κηπουρική στις γειτονιές μαζί με τους κατοίκους"
CLEAN, CODE_PAGE, SHIFTED = 0, None, 7


def pdf(*pages: str, fault: int | None = CLEAN, heading: str = "", heading_fault: int | None = CODE_PAGE) -> bytes:
    """A PDF with a text a page; `fault`: letters lie so far away from the true ones, or None: no map of letters."""
    made = pikepdf.new()
    fonts = pikepdf.Dictionary(F0=_font(made, fault), F1=_font(made, heading_fault))
    for text in pages:
        page = made.add_blank_page(page_size=(595, 842))
        page.Resources = pikepdf.Dictionary(Font=fonts)
        page.Contents = made.make_stream(_content(text, heading))
    return _saved(made)


def changed(data: bytes, change, **options) -> bytes:
    """A PDF with something done to it."""
    with pikepdf.open(BytesIO(data)) as opened:
        change(opened)
        return _saved(opened, **options)


def with_programme(opened: pikepdf.Pdf) -> None:
    opened.pages[0].Annots = pikepdf.Array(
        [
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9],
                A=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)"),
            )
        ]
    )  # fmt: skip


def with_names(opened: pikepdf.Pdf) -> None:
    opened.docinfo["/Author"] = "Μαρία Παπαδοπούλου"
    opened.docinfo["/Title"] = "Μελέτη"
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents="Πείτε το στη Μαρία"
    )
    opened.pages[0].Annots = pikepdf.Array([opened.make_indirect(note)])


def document(data: bytes, *, name: str = "meleti.pdf", is_read: bool = True, **fields) -> HubDocument:
    """A document of the library, its text read as the worker would."""
    made = HubDocument.objects.create(title="Μελέτη", file=ContentFile(data, name=name), **fields)
    if is_read:
        read_text(made.pk, at=NOON)
        made.refresh_from_db()
    return made


def _content(text: str, heading: str) -> bytes:
    lines = [("F1", heading)] if heading else []
    lines += [("F0", text[start : start + 70]) for start in range(0, len(text), 70)]
    shown = "".join(
        f"BT /{font} 11 Tf 50 {780 - 20 * place} Td <{line.encode('cp1253').hex()}> Tj ET\n"
        for place, (font, line) in enumerate(lines)
    )
    return shown.encode()


def _font(made: pikepdf.Pdf, fault: int | None) -> pikepdf.Object:
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )  # fmt: skip
    if fault is not None:
        font.ToUnicode = made.make_stream(_letters(fault))
    return made.make_indirect(font)


def _letters(fault: int) -> bytes:
    known = [byte for byte in range(33, 255) if bytes([byte]).decode("cp1253", "ignore")]
    rows = [f"<{byte:02x}> <{ord(bytes([byte]).decode('cp1253')) + fault:04x}>" for byte in known]
    parts = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    body = "".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar\n" for part in parts)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{body}endcmap end end\n"
    ).encode()


def _saved(made: pikepdf.Pdf, **options) -> bytes:
    out = BytesIO()
    made.save(out, **options)
    return out.getvalue()
