"""The editors' handbook in the admin: `docs/editing.md`, the same text, whether the network is there or not.

It knows what the handbook uses and nothing more: headings, paragraphs, numbered lists, tables, bold, code.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem

FILE = settings.ROOT / "docs" / "editing.md"
FOREIGN = ("whats-new-in-wagtail", "editor-guide")
_NUMBER = re.compile(r"\d+\. ")


@require_safe
def handbook(request: HttpRequest) -> HttpResponse:
    """The handbook, for everybody who may enter the admin."""
    text = as_html(FILE.read_text(encoding="utf-8"))
    return TemplateResponse(request, "core/admin/handbook.html", {"text": text})


def as_html(text: str) -> SafeString:
    """The text with its headings one level lower: the admin's own heading stands above."""
    blocks = (block.splitlines() for block in re.split(r"\n{2,}", text.strip()))
    parts = (part for block in blocks for part in _block(block))
    return mark_safe("\n".join(parts))  # noqa: S308 -- every word is escaped in _words


def _block(lines: list[str]) -> Iterator[str]:
    """A block may begin with a heading, and a list may follow its sentence at once."""
    for kind, group in groupby(_joined(lines), key=_kind):
        found = list(group)
        if kind == "heading":
            yield from (f"<h2>{_words(line.lstrip('# '))}</h2>" for line in found if line.startswith("## "))
        elif kind == "list":
            items = "".join(f"<li>{_words(_NUMBER.sub('', line, count=1))}</li>" for line in found)
            yield f"<ol>{items}</ol>"
        elif kind == "table":
            yield _table(found)
        else:
            yield f"<p>{_words(' '.join(found))}</p>"


def _joined(lines: list[str]) -> Iterator[str]:
    """Lines that go on after a break of the file's line."""
    whole = ""
    for line in lines:
        if line.startswith("   ") and whole:
            whole += " " + line.strip()
            continue
        if whole:
            yield whole
        whole = line
    yield whole


def _kind(line: str) -> str:
    if line.startswith("#"):
        return "heading"
    if line.startswith("|"):
        return "table"
    return "list" if _NUMBER.match(line) else "paragraph"


def _table(lines: list[str]) -> str:
    head, _line, *rows = ([_words(cell.strip()) for cell in line.strip("|").split("|")] for line in lines)
    heads = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f'<table class="hub-table"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>'


def _words(text: str) -> str:
    marked = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", escape(text))
    return re.sub(r"`(.+?)`", r"<code>\1</code>", marked)


def urls() -> list[Any]:
    """Return the handbook's address below the admin's."""
    return [path("handbook/", handbook, name="hub_handbook")]


def menu_item() -> MenuItem:
    """Return its entry in the help menu, before Wagtail's own."""
    return MenuItem(_("Handbook"), reverse("hub_handbook"), name="handbook", icon_name="help", order=10)


def alone(request: HttpRequest, items: list[MenuItem]) -> None:
    """Take Wagtail's own guides out of the help menu: they are English, and of a software that nobody here knows."""
    items[:] = [item for item in items if not item.name.startswith(FOREIGN)]
