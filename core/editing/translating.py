"""Translating asks for less than publishing: two screens of the library would publish for whoever may translate."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import include, path
from wagtail.models import Page
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


def urls() -> list[Any]:
    """Return the addresses that stand before the library's own; their names stay the library's."""
    guarded = [
        path("update/<int:translation_source_id>/", UpdateView.as_view()),
        path("page/<int:page_id>/convert_to_alias/", make_alias),
    ]
    return [path("localize/", include(guarded))]
