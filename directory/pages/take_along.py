"""What readers take along: a message to their own phone, a picture of the address for paper."""

from urllib.parse import quote

import segno
from django.utils.safestring import mark_safe

from core.text import shortened

LONGEST = 134  # letters of two messages in Greek


def message_url(title: str, number: str, hours: str, address: str) -> str:
    """An `sms:` link without a receiver. What does not fit is left out: first the hours, then the end of the name."""
    parts = [title, number, hours, address]
    if len(_joined(parts)) > LONGEST:
        parts[2] = ""
    too_long = len(_joined(parts)) - LONGEST
    if too_long > 0:
        parts[0] = shortened(title, length=max(len(title) - too_long, 1))
    return f"sms:?&body={quote(_joined(parts))}"


def qr_svg(address: str) -> str:
    """The address as inline SVG, hidden from screen readers: it is written beside."""
    picture = segno.make(address, micro=False).svg_inline(border=2, omitsize=True, svgclass=None, lineclass=None)
    # The library draws digits and brackets only; the address itself is not in its output.
    return mark_safe(picture.replace("<svg", '<svg aria-hidden="true"', 1))  # noqa: S308 -- see above


def _joined(parts: list[str]) -> str:
    return "\n".join(part for part in parts if part)
