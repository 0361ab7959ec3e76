"""What was looked for in vain."""

from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from search.admin import RIGHT
from search.wording import missed


@require_safe
@permission_required(RIGHT, raise_exception=True)
def nothing_report(request: HttpRequest) -> HttpResponse:
    """What was looked for in vain, often enough to be nobody's secret."""
    names = dict(settings.LANGUAGES)
    rows = [(row, names.get(row.language, row.language)) for row in missed()]
    context = {"rows": rows, "add_url": reverse("wagtailsnippets_search_concept:add")}
    return TemplateResponse(request, "search/admin/nothing.html", context)
