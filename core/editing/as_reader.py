"""“Show it as readers see it”: a page as it will be, in any language, at any moment, with the words of the draft."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.widgets import PageListingButton
from wagtail.models import Page

from core.editing.fields import MomentField
from core.languages import codes
from core.moments import READ_AT


class AsReaderForm(forms.Form):
    """In which language, and when. Nothing chosen is the page's own language, now."""

    language = forms.ChoiceField(label=_("Language"), required=False)
    at = MomentField(label=_("As on"), required=False, help_text=_("Empty: now. For example 3/5/2027 10:00"))

    def __init__(self, data: Any, *, pages: dict[str, Page]):
        super().__init__(data)
        names = settings.LANGUAGE_NAMES
        self.fields["language"].choices = [(code, names[code]) for code in codes() if code in pages]


@require_safe
def as_reader(request: HttpRequest, pk: int) -> HttpResponse:
    """The form, and the page in a frame below it."""
    page = _page(request, pk)
    form = AsReaderForm(request.GET or {"language": page.locale.language_code}, pages=_in_languages(page))
    shown = f"{reverse('hub_as_reader_page', args=[pk])}?{request.GET.urlencode()}" if form.is_valid() else ""
    return TemplateResponse(request, "core/admin/as_reader.html", {"page": page, "form": form, "shown": shown})


@require_safe
def as_reader_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The page itself, as somebody without an account would get it."""
    page = _page(request, pk)
    pages = _in_languages(page)
    form = AsReaderForm(request.GET, pages=pages)
    chosen, at = (form.cleaned_data["language"], form.cleaned_data["at"]) if form.is_valid() else ("", None)
    wanted = pages.get(chosen, page)
    # Without the editor's own request: a reader has no cookie, and sees no drill.
    return _draft(wanted).make_preview_request(extra_request_attrs={READ_AT: at})


def _page(request: HttpRequest, pk: int) -> Page:
    """Raises PermissionDenied for who may not edit it: its draft is nobody else's business."""
    page = get_object_or_404(Page, pk=pk)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


def _in_languages(page: Page) -> dict[str, Page]:
    rows = page.get_translations(inclusive=True).select_related("locale")
    return {row.locale.language_code: row for row in rows}


def _draft(page: Page) -> Any:
    """What the editor wrote last; a copy shows the words of its original."""
    draft: Any = page.specific if page.alias_of_id else page.get_latest_revision_as_object()
    return draft


def header_buttons(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Any:
    """Beside the other buttons of a page, where it may be edited."""
    if page.depth > 1 and page.permissions_for_user(user).can_edit():
        url = reverse("hub_as_reader", args=[page.pk])
        yield PageListingButton(_("As readers see it, on a day"), url, icon_name="view", priority=66)


def urls() -> list[Any]:
    return [
        path("as-reader/<int:pk>/", as_reader, name="hub_as_reader"),
        path("as-reader/<int:pk>/page/", as_reader_page, name="hub_as_reader_page"),
    ]
