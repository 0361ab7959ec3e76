"""What the admin asks of the directory before it publishes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.models import Page

from directory.models import StructurePage
from directory.selectors.structures import NO_WAY_IN, usable


def refuse_without_way_in(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A structure that nobody can reach is not published; what was typed stays as a draft."""
    if not isinstance(page, StructurePage) or usable(page.structure):
        return None
    messages.error(request, NO_WAY_IN)
    return redirect("wagtailadmin_pages:edit", page.pk)
