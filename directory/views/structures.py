"""Short addresses of structures; what the admin asks before it publishes."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.models import Page

from core.cache import cacheable
from core.languages import current
from directory.models import Structure, StructurePage
from directory.models.codes import read_code
from directory.selectors.pages import page_of_code
from directory.selectors.structures import NO_WAY_IN, usable
from directory.services.structures import check_units


@cacheable()
def short_address(request: HttpRequest, typed: str) -> HttpResponse:
    """`/s/AB12C`, as it stands on paper, leads to the page of the structure in the reader's language."""
    page = page_of_code(read_code(typed), current())
    if page is None:
        raise Http404
    return redirect(page.get_url(request))


def refuse_without_way_in(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A structure that nobody can reach is not published; what was typed stays as a draft."""
    refusal = _refusal(page.structure) if isinstance(page, StructurePage) else ""
    if not refusal:
        return None
    messages.error(request, refusal)
    return redirect("wagtailadmin_pages:edit", page.pk)


def _refusal(structure: Structure) -> Any:
    """Why readers could not get there; empty when they can."""
    if not usable(structure):
        return NO_WAY_IN
    try:
        check_units(structure)
    except ValidationError as refusal:
        return refusal.message
    return ""
