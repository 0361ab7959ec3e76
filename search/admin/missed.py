"""What was looked for in vain, and one click that lets it mean something."""

from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from search.admin import RIGHT
from search.services import add_synonym
from search.wording import concept_names, missed


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(RIGHT, raise_exception=True)
def nothing_report(request: HttpRequest) -> HttpResponse:
    """What was looked for in vain, often enough to be nobody's secret; a POST makes one row a synonym."""
    if request.method == "POST":
        _make_synonym(request)
        return redirect("search_nothing")
    names = dict(settings.LANGUAGES)
    rows = [(row, names.get(row.language, row.language)) for row in missed()]
    context = {
        "rows": rows,
        "concepts": concept_names() if rows else [],
        "add_url": reverse("wagtailsnippets_search_concept:add"),
    }
    return TemplateResponse(request, "search/admin/nothing.html", context)


def _make_synonym(request: HttpRequest) -> None:
    text, language = request.POST.get("query", ""), request.POST.get("language", "")
    try:
        concept = add_synonym(text, language=language, known=request.POST.get("concept", ""))
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return
    said = _("“%(text)s” now means “%(name)s”. Readers find it within a second.")
    edit = reverse("wagtailsnippets_search_concept:edit", args=[concept.pk])
    messages.success(request, said % {"text": text, "name": concept.name}, buttons=[messages.button(edit, _("Change"))])
