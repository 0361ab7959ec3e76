"""Lists of facts in the admin. A fact is named by its words: they come with the rows, not by one query a name."""

from typing import Any

from django.db.models import Field, QuerySet
from wagtail.admin.filters import WagtailFilterSet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from core.words import named_by


class FactFilters(WagtailFilterSet):
    """What a filter offers comes with its names."""

    @classmethod
    def filter_for_lookup(cls, field: Field, lookup_type: str) -> tuple[Any, dict[str, Any]]:
        filter_class, params = super().filter_for_lookup(field, lookup_type)
        if "queryset" in params:
            params["queryset"] = params["queryset"].prefetch_related(*named_by(params["queryset"].model))
        return filter_class, params


class FactIndexView(IndexView):
    """The rows with their names, and with the facts that they show in a column."""

    base_filterset_class = FactFilters

    def get_base_queryset(self) -> QuerySet:
        shown = [field for field in self.model._meta.fields if field.many_to_one and field.name in self.list_display]
        rows = super().get_base_queryset().select_related(*(field.name for field in shown))
        words = (f"{field.name}__{words}" for field in shown for words in named_by(field.related_model))
        return rows.prefetch_related(*named_by(self.model), *words)


class FactViewSet(SnippetViewSet):
    """The list and the form of a fact."""

    index_view_class = FactIndexView
