"""The only door to opening-hours-py: a second opinion on the syntax of a text.

States are not asked from it: it cuts nights at a holiday's midnight, keeps or loses nights that a later rule
replaces, takes the second of two doubled hours, and its `easter` is the western one. Everything else it calculates
as we do (`tests/directory/test_hours_twice.py`). What it cannot read, no other program that reads OSM hours can.
"""

from opening_hours import OpeningHours, ParserError


def readable(text: str) -> bool:
    """Whether the library parses the text as OSM opening hours."""
    try:
        OpeningHours(text)
    except (ParserError, SyntaxError, ValueError):
        return False
    return True
