"""Facts have no words: screens of editors borrow the title of the fact's page in the first language."""

from typing import Any

from django.conf import settings
from django.db.models import F, Model, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column, TitleColumn
from wagtail.admin.views.generic.chooser import BaseChooseView
from wagtail.models import Page
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import EditView

from core.editing.lists import FactIndexView, FactViewSet

KEY = Column("key", label=_("Key"), accessor="slug", sort_key="slug")


def named(fact: Model) -> str:
    """Return the title of the fact's page, and its key while it has none."""
    return getattr(fact, "title", None) or str(fact)


class TitledIndexView(FactIndexView):
    """The first column is the title. A key alone tells nobody anything."""

    def _get_title_column(self, field_name: str, column_class: type = TitleColumn, **kwargs: Any) -> BaseColumn:
        column = super()._get_title_column(field_name, column_class, **kwargs)
        column.label, column.accessor, column.sort_key = _("Title"), named, "title"
        return column


class TitledEditView(EditView):
    """The form of a fact stands under its title."""

    def get_page_subtitle(self) -> str:
        viewset: TitledViewSet = self.model.snippet_viewset
        return named(viewset.get_queryset(self.request).get(pk=self.object.pk))


class TitleFirst(BaseChooseView):
    """In the chooser, too, a title says what is chosen. What has no page yet, the newest first, is looked for most."""

    def get_object_list(self) -> QuerySet:
        viewset: TitledViewSet = self.model_class.snippet_viewset
        return viewset.get_queryset(self.request).order_by(F("title").asc(nulls_first=True), "-pk")

    @property
    def columns(self) -> list[Column]:
        title, *others = super().columns
        title.accessor = named
        return [title, Column("key", label=_("Key"), accessor="slug"), *others]


class TitledChooseView(TitleFirst, ChooseView):
    pass


class TitledChooseResultsView(TitleFirst, ChooseResultsView):
    pass


class TitledChooserViewSet(SnippetChooserViewSet):
    choose_view_class = TitledChooseView
    choose_results_view_class = TitledChooseResultsView


class TitledViewSet(FactViewSet):
    """Facts that have a page of the type `pages`, which points to them by its key `fact`."""

    pages: type[Page]
    fact: str
    index_view_class = TitledIndexView
    edit_view_class = TitledEditView
    chooser_viewset_class = TitledChooserViewSet

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return the facts, each with the `title` of its page (no further query)."""
        own = self.pages.objects.filter(**{self.fact: OuterRef("pk")}, locale__language_code=settings.LANGUAGE_CODE)
        return self.model.objects.annotate(title=Subquery(own.values("title")[:1]))
