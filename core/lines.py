"""Where no line of a page ends: inside a day of a month, a span of hours, a phone, the name of a community.

Before a weekday or a year one may: what is glued whole is cut inside a word where letters are twice as large.
"""

import re

from core.formats import NBSP
from core.when import months

_JOINER = "\u2060"
# «4 | Μαΐου», «210 | 000 | 0000», «Δ΄ | Κοινότητα»
_TOGETHER = re.compile(
    rf"(?<=\d)(η?) (?=(?:{'|'.join(sorted(months()))})\b)|(?<=\d{{3}})() (?=\d{{3}})|(?<=[^\W\d_][΄ʹ])() (?=\w)"
)
_SPAN = re.compile(r"(?<=\d)–(?=\d)")


def glued(text: str) -> str:
    """The text as a page sets it."""
    joined = _TOGETHER.sub(lambda found: f"{found[1] or ''}{NBSP}", text)
    return _SPAN.sub(f"–{_JOINER}", joined)
