"""Which drawing may stand as an emblem: the official one as SVG, 3:2, without anything that runs or loads."""

from typing import Any

from defusedxml import DefusedXmlException, ElementTree
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MOST_BYTES = 100_000
DRAWN = frozenset(
    {"svg", "g", "path", "rect", "circle", "polygon", "ellipse", "line", "polyline", "use", "defs", "symbol", "title"}
)
NOT_SVG = _("This file is not an SVG drawing. Send the emblem as SVG; a JPEG or PNG gets blurred.")
NOT_PLAIN = _("The drawing holds “%(part)s”. Save it as plain SVG: shapes alone, without scripts, styles or links.")
WRONG_SHAPE = _("The emblem is %(width)s × %(height)s. The emblem of the Union is half as wide again as it is high.")
TOO_HEAVY = _("The file is larger than 100 kB. Save it as plain SVG.")


def plain_emblem(file: Any) -> None:
    """Raises ValidationError with what is wrong with an uploaded emblem."""
    if file.size > MOST_BYTES:
        raise ValidationError(TOO_HEAVY, code="emblem_heavy")
    file.seek(0)
    try:
        root = ElementTree.fromstring(file.read())
    except (ElementTree.ParseError, DefusedXmlException, ValueError) as problem:
        raise ValidationError(NOT_SVG, code="emblem_not_svg") from problem
    finally:
        file.seek(0)
    if _name(root.tag) != "svg":
        raise ValidationError(NOT_SVG, code="emblem_not_svg")
    for element in root.iter():
        _refuse_what_acts(element)
    _refuse_other_shapes(root)


def _refuse_what_acts(element: Any) -> None:
    if _name(element.tag) not in DRAWN:
        raise ValidationError(NOT_PLAIN, code="emblem_not_plain", params={"part": _name(element.tag)})
    for name, value in element.attrib.items():
        plain = _name(name)
        if plain.startswith("on") or plain == "style" or (plain == "href" and not value.startswith("#")):
            raise ValidationError(NOT_PLAIN, code="emblem_not_plain", params={"part": plain})


def _refuse_other_shapes(root: Any) -> None:
    try:
        width, height = (float(part) for part in root.get("viewBox", "").replace(",", " ").split()[2:])
    except ValueError as problem:
        raise ValidationError(NOT_SVG, code="emblem_not_svg") from problem
    if abs(2 * width - 3 * height) > height / 50:
        raise ValidationError(WRONG_SHAPE, code="emblem_shape", params={"width": width, "height": height})


def _name(tag: str) -> str:
    """A name without its namespace."""
    return tag.rsplit("}", 1)[-1].lower()
