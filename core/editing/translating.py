"""Translating asks for less than publishing, and a translation is published whole.

Two screens of the library would publish for whoever may translate, a third whatever is translated so far.
"""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import include, path
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.views.convert import convert_to_alias
from wagtail_localize.views.update_translations import UpdateTranslationsView


class UpdateView(UpdateTranslationsView):
    """The library's screen; its box for publishing at once is only for those who may publish every translation."""

    def get_form(self) -> forms.Form:
        form = super().get_form()
        # A disabled field keeps its initial value, whatever is sent.
        form.fields["publish_translations"].disabled = not self._may_publish()
        return form

    def _may_publish(self) -> bool:
        translations = self.object.translations.filter(enabled=True).select_related("source", "target_locale")
        targets = [translation.get_target_instance() for translation in translations]
        return all(
            target.permissions_for_user(self.request.user).can_publish()
            for target in targets
            if isinstance(target, Page)
        )


def make_alias(request: HttpRequest, page_id: int) -> HttpResponse:
    """Turn a translation into a copy of its source, which is live at once: so it takes the right to publish."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    return convert_to_alias(request, page_id)


def refuse_gaps(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Publish no translation with phrases of another language in it; what is live stays as it is."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    ).first()
    left = _phrases_left(translation) if translation else 0
    if not left:
        return None
    sentence = ngettext(
        "Not published: %(left)s phrase has no translation yet. Whatever is live stays as it is.",
        "Not published: %(left)s phrases have no translation yet. Whatever is live stays as it is.",
        left,
    )
    messages.error(request, sentence % {"left": left})
    return redirect("wagtailadmin_pages:edit", page.pk)


def _phrases_left(translation: Translation) -> int:
    """The address of a page is no phrase: it may stay as it is."""
    said = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=translation.target_locale_id,
        has_error=False,
    )
    phrases = StringSegment.objects.filter(source_id=translation.source_id).exclude(context__path="slug")
    return phrases.filter(~Exists(said)).count()


def urls() -> list[Any]:
    """Return the addresses that stand before the library's own; their names stay the library's."""
    guarded = [
        path("update/<int:translation_source_id>/", UpdateView.as_view()),
        path("page/<int:page_id>/convert_to_alias/", make_alias),
    ]
    return [path("localize/", include(guarded))]
