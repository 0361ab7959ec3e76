"""Template tags and filters of the components. Pure presentation: no query, no request."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.template import Context
from django.templatetags.static import static
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from core.languages import direction

register = template.Library()

# Pictures of a direction; clocks, checks, phones and maps are not mirrored.
FLIPPED = frozenset({"arrow", "back", "exit"})
FONTS = {"el": "greek", "ar": "arabic", "uk": "cyrillic"}
JSON_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.simple_tag
def icon(name: str, css: str = "icon") -> SafeString:
    """A decorative picture of the sprite: it always stands beside a word."""
    classes = f"{css} icon-flip" if name in FLIPPED else css
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#{}"/></svg>', classes, static("icons.svg"), name
    )


@register.simple_tag
def lang(language: str | None) -> SafeString:
    """` lang="…" dir="…"` for words in another language than the page's; nothing for the page's own."""
    if not language or language == get_language():
        return SafeString("")
    return format_html(' lang="{}" dir="{}"', language, direction(language))


@register.filter
def chosen(options: Iterable[Any]) -> int:
    """How many options of a facet are chosen."""
    return sum(1 for option in options if option.chosen)


@register.simple_tag(takes_context=True)
def frame_read(context: Context) -> Any:
    """The frame base.html has read, also inside an include that was given nothing of it."""
    known = getattr(getattr(context, "request", None), "hub_frame", None)
    return known or context.get("frame")


@register.filter
def isolated(words: str) -> SafeString:
    """Words of any alphabet inside a sentence: the marks around them keep their side."""
    return format_html("<bdi>{}</bdi>", words)


@register.filter
def breakable(address: str) -> SafeString:
    """An address that may end a line behind each of its strokes, before a word is cut."""
    return mark_safe(re.sub("/(?=[^/])", "/<wbr>", escape(address)))  # noqa: S308 -- escaped on this line


@register.filter
def page_font(language: str) -> str:
    """Address of the one font file the words of this language need first."""
    return static(f"fonts/hub-{FONTS.get(language, 'latin')}.woff2")


@register.filter
def as_data(json_text: str) -> SafeString:
    """JSON for a data block: nothing in it can close the element around it."""
    return mark_safe(str(json_text).translate(JSON_ESCAPES))  # noqa: S308 -- escaped on this line


@register.filter
def at(row: Sequence[Any], index: int) -> Any:
    """The cell of a row at a place known only while rendering; nothing beyond its end."""
    return row[index] if row and index < len(row) else ""


@register.filter
def anchor(text: str) -> str:
    """A stable id for a heading of any alphabet: letters and digits, joined by strokes."""
    return "-".join(re.findall(r"\w+", str(text).lower()))[:60] or "part"
