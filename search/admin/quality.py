"""How well search answers, in the editors' own queries: the last evaluation by kind, the trend, what is weak."""

from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.snippets.views.snippets import SnippetViewSet

from search.admin import RIGHT
from search.admin.lists import ListView
from search.models import GradedQuery
from search.quality import quality
from search.services import start_evaluation


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(RIGHT, raise_exception=True)
def quality_screen(request: HttpRequest) -> HttpResponse:
    """The last evaluation; a POST asks for a new one, which the worker does."""
    if request.method == "POST":
        start_evaluation(at=timezone.localtime())
        messages.success(request, _("The evaluation was asked for. Look again in a minute."))
        return redirect("search_quality")
    context = {"quality": quality(), "languages": dict(settings.LANGUAGES)}
    return TemplateResponse(request, "search/admin/quality.html", context)


class GradedQueryViewSet(SnippetViewSet):
    model = GradedQuery
    index_view_class = ListView
    icon = "form"
    menu_label = gettext_lazy("Graded queries")
    list_display = ["query", "language", "kind"]
    list_filter = ["language", "kind"]
    search_fields = ["query", "note"]
