"""A query with every factor of its answer, the engines side by side, and why a page is not among the results."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from search.admin import RIGHT
from search.engines.base import IndexMissing
from search.explaining import explain
from search.index import answerer, each_answerer
from search.lacking import Reason, lack
from search.understanding import LONGEST_QUERY

STEPS = {
    "words": _("words found"),
    "coverage": _("share of the query"),
    "title": _("in the title"),
    "name": _("is its name"),
    "literal": _("as it was typed"),
    "type": _("kind asked for"),
    "place": _("place asked for"),
    "date": _("date asked for"),
    "boost": _("weight given by editors"),
    "kind": _("kind of thing"),
    "age": _("age of the news"),
    "ended": _("has ended"),
    "language": _("language of the reader"),
}
PARTS = {"title": _("title"), "names": _("other names"), "summary": _("summary"), "body": _("text")}
REASONS = {
    Reason.NOT_SEARCHED: _("Search does not look into pages of this kind."),
    Reason.DRAFT: _("The page is not published. Publish it: it is found a second later."),
    Reason.NOT_INDEXED: _(
        "The page is published but not in the search index. Has it ended, or is it withheld? "
        "Otherwise ask an administrator to run search_rebuild."
    ),
    Reason.NOT_NOW: _("Readers do not see the page at this moment: its time has not come, or is over."),
    Reason.EXCLUDED: _("An editor excluded the page for these words: see “Excluded results”."),
    Reason.NOTHING: _(
        "No word of the query stands in the page, nor one of the same meaning. "
        "Write it into its text, or add it to a concept."
    ),
    Reason.TOO_WEAK: _("The page has too little of the query, so readers are told that nothing was found."),
    Reason.FAR_BELOW: _("The page is far behind the first results and is not listed."),
}


class TestForm(forms.Form):
    """What is tried; `page` is the one that should be there."""

    q = forms.CharField(label=_("What a reader types"), max_length=LONGEST_QUERY, required=False)
    language = forms.ChoiceField(label=_("Language of the reader"), choices=settings.LANGUAGES, required=False)
    page = forms.ModelChoiceField(
        Page.objects.filter(depth__gt=1), label=_("Why not this page?"), required=False, widget=AdminPageChooser()
    )


@dataclass(frozen=True, slots=True)
class Column:
    """The first results of one engine; `note` when it does not answer."""

    name: str
    titles: tuple[str, ...] = ()
    note: str = ""


@require_safe
@permission_required(RIGHT, raise_exception=True)
def test_screen(request: HttpRequest) -> HttpResponse:
    """What search makes of `q` for readers of `language`, and what `page` lacks; nothing is stored."""
    written = {"language": settings.LANGUAGE_CODE, **request.GET.dict()}
    form = TestForm(written)
    if not form.is_valid():
        # An address that was typed by hand: what cannot be meant is left out.
        form = TestForm({name: value for name, value in written.items() if name not in form.errors})
        form.is_valid()
    asked = form.cleaned_data
    query, language = asked.get("q", ""), asked.get("language") or settings.LANGUAGE_CODE
    context = {
        "form": form,
        "query": query,
        "media": form.media,
        "is_missing": not answerer().engine.state().ready,
        **(_told(query, language, asked.get("page")) if query else {}),
    }
    return TemplateResponse(request, "search/admin/test.html", context)


def _told(query: str, language: str, page: Page | None) -> dict[str, Any]:
    """The explanation, its hits with the factors that change anything, and what the page lacks."""
    now = timezone.localtime()
    try:
        told = explain(query, answerer(), language=language, now=now)
        missing = lack(page, query, answerer(), language=language, now=now) if page else None
    except IndexMissing:
        return {}
    return {
        "told": told,
        "hits": [(hit, [(STEPS.get(name, name), by) for name, by in hit.steps if by != 1]) for hit in told.hits],
        "columns": _columns(query, language),
        "lack": missing,
        "reason": REASONS.get(missing.reason, "") if missing else "",
        "lack_words": [(word, [PARTS[name] for name in word.fields]) for word in missing.words] if missing else [],
        "lack_factors": [(STEPS.get(each.name, each.name), each) for each in missing.factors] if missing else [],
    }


def _columns(query: str, language: str) -> list[Column]:
    """First results of every engine of this hub, each asked by itself."""
    columns = []
    for name, each in each_answerer().items():
        state = each.engine.state()
        if not state.ready:
            columns.append(Column(name, note=state.note))
            continue
        told = explain(query, each, language=language, now=timezone.localtime())
        columns.append(Column(name, tuple(hit.title for hit in told.hits) if told.is_answered else ()))
    return columns
