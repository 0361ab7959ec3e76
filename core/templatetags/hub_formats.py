"""The frame of a page, and what each language writes in its own way. Built in: no template loads it."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import template
from django.conf import settings
from django.db import DatabaseError
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from core import formats, lines
from core.chips import chip as find_chip
from core.frame import Frame, bare_frame
from core.frame import frame as read_frame
from core.hub import hub
from core.languages import current
from core.moments import moment_of
from core.routing import site_of

register = template.Library()


@register.simple_tag(takes_context=True)
def frame(context: Context, title: str = "") -> Frame:
    """What stands around the page; once a request, and bare when it cannot be read."""
    request = context.get("request")
    if request is None or context.get("is_bare"):
        return bare_frame(current(), title=title)
    if not hasattr(request, "hub_frame"):
        try:
            request.hub_frame = read_frame(
                request, context.get("page"), language=current(), now=moment_of(request), title=title
            )
        except DatabaseError:
            request.hub_frame = bare_frame(current(), title=title)
    return request.hub_frame


@register.simple_tag(takes_context=True)
def hub_name(context: Context) -> str:
    """What the hub calls itself, for the admin's title."""
    request = context.get("request")
    site = site_of(request) if request else None
    return hub(site.pk, current()).name if site else ""


@register.simple_tag
def chip(key: str) -> SafeString:
    """A live fact of a sentence in the language of the page, without space around it: a full stop may follow."""
    return SafeString(render_to_string("components/fact_chip.html", {"fact": find_chip(key, current())}).strip())


@register.filter
def day(value: date | None) -> str:
    """«3 Μαΐου 2027»."""
    return lines.glued(formats.day(value, current())) if value else ""


@register.filter
def partial_date(value: str) -> str:
    """A source's date, as exact as it is known."""
    return lines.glued(formats.partial_date(value, current())) if value else ""


@register.filter(is_safe=True)
def glued(text: Any) -> str:
    """A sentence with its dates, hours and phones in one piece each; marked up text stays as it is."""
    return text if isinstance(text, SafeString) else lines.glued(str(text or ""))


@register.filter
def number(value: Decimal | float | None, decimals: int | None = None) -> str:
    """«1.284»."""
    return "" if value is None else formats.number(value, current(), decimals=decimals)


@register.filter
def money(value: Decimal | int | None) -> str:
    """«28.207.000 €»."""
    return "" if value is None else formats.money(value, current())


@register.filter
def phone(value: str) -> str:
    """«210 000 0000»."""
    return formats.phone(value) if value else ""


@register.filter
def language_name(code: str) -> Any:
    """A language by its own name."""
    return settings.LANGUAGE_NAMES.get(code, code)
