"""“My list”: made by the reader's own device; without script, or for paper, by the codes in the address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.access.answers import private
from core.languages import current
from directory.models.codes import read_code
from directory.pages.asking import asked_in
from directory.pages.take_along import qr_svg
from directory.selectors.kept import MOST, pages_of
from directory.selectors.pages import index_url
from directory.selectors.structures import structure_cards


@require_safe
def my_list(request: HttpRequest) -> HttpResponse:
    """`s` holds codes, alone or with commas between them. No cache keeps the answer; logs drop what was asked for."""
    language = current()
    typed = _typed(request)
    codes = list(typed)
    pages = pages_of(codes, language) if any(codes) else []
    known = [page.structure.code for page in pages]
    shared = request.build_absolute_uri(reverse("directory:my_list")) + "#" + ",".join(known)
    context = {
        "title": _("My list"),
        "cards": structure_cards(pages, asked_in(language, request)) if pages else (),
        "codes": ",".join(known),
        "missing": [written for code, written in typed.items() if code not in known],
        "shared": shared if known else "",
        "qr": qr_svg(shared) if known else "",
        "most": MOST,
        "index_url": index_url(language),
        "language": language,
    }
    return private(render(request, "directory/my_list.html", context))


def _typed(request: HttpRequest) -> dict[str, str]:
    """Codes in the order of the address, each once, with how they were written; what can be none stands as it is."""
    written = [part.strip() for value in request.GET.getlist("s") for part in value.split(",") if part.strip()]
    return {read_code(part) or part: part for part in written[:MOST]}
