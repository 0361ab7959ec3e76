"""Concepts and their words: the table of everything that search knows, and a form that tries words before it saves."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin import messages
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet

from search.engines.base import IndexMissing
from search.models import Concept, Expression
from search.trying import Trial
from search.understanding import LONGEST_QUERY
from search.wording import known_words, said_elsewhere, try_concept

MOST_QUIET = 5  # first results that may change without a question


@require_safe
@permission_required("search.view_concept", raise_exception=True)
def concept_table(request: HttpRequest) -> HttpResponse:
    """Everything that search knows by its words, what editors added first; `q` finds a word in any spelling."""
    query = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    context = {
        "query": query,
        "rows": known_words(query, today=timezone.localdate()),
        "add_url": reverse("wagtailsnippets_search_concept:add"),
        "may_add": request.user.has_perm("search.add_concept"),
        "may_change": request.user.has_perm("search.change_concept"),
    }
    return TemplateResponse(request, "search/admin/concepts.html", context)


class TriesFirst:
    """Shows what words would change: when it is asked to, and before a save that would change much."""

    def get_available_actions(self) -> list[str]:
        return [*super().get_available_actions(), "try"]

    def form_valid(self, form: ModelForm) -> HttpResponse:
        trial = _trial(form.save(commit=False))
        asked = self.action == "try"
        much = trial is not None and len(trial.others) > MOST_QUIET
        if not asked and (not much or self.request.POST.get("confirmed")):
            return super().form_valid(form)
        self.form = form
        shown = {"trial": trial, "much": much and not asked, "elsewhere": said_elsewhere(form.instance)}
        return self.render_to_response(self.get_context_data(is_tried=True, **shown))

    def save_instance(self) -> Concept:
        concept = super().save_instance()
        for text, name in said_elsewhere(concept):
            said = gettext("“%(text)s” already means “%(name)s”. Both are looked for.")
            messages.warning(self.request, said % {"text": text, "name": name})
        return concept


def _trial(concept: Concept) -> Trial | None:
    """What the concept would change; None while there is no index to look into."""
    try:
        return try_concept(concept, today=timezone.localdate())
    except IndexMissing:
        return None


class ConceptCreateView(TriesFirst, CreateView):
    """`extends` and `word` in the address fill the form: from the table, and from what was looked for in vain."""

    template_name = "search/admin/concept_create.html"

    def get_initial_form_instance(self) -> Concept:
        asked: Any = self.request.GET
        concept = Concept(extends=asked.get("extends", "")[:40], name=asked.get("name", "")[:80])
        if asked.get("word") and self.request.method == "GET":
            language = asked.get("language", "el")[:5]
            concept.expressions.add(Expression(text=asked["word"][:80], language=language))
        return concept


class ConceptEditView(TriesFirst, EditView):
    template_name = "search/admin/concept_edit.html"


class ConceptViewSet(SnippetViewSet):
    model = Concept
    icon = "tag"
    menu_label = _("Concepts and words")
    search_fields = ["name"]
    add_view_class = ConceptCreateView
    edit_view_class = ConceptEditView
    create_template_name = ConceptCreateView.template_name
    edit_template_name = ConceptEditView.template_name

    @property
    def index_view(self) -> Any:
        """The table shows more than the editors' rows: whoever adds words sees what is known."""
        return concept_table

    index_results_view = index_view
