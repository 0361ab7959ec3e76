"""Choosers with a search box that hears what editors type: any spelling, greeklish, the wrong keyboard."""

from collections.abc import Sequence

from django import forms
from django.conf import settings
from django.db.models import Case, QuerySet, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet

from core.words import named_by
from directory.admin.columns import WAY
from directory.selectors.choosing import found_bodies, found_places
from search.groups import admin_ids

SOURCE = "directory.StructurePage"  # under this label search knows structures
MOST = 100  # of what a search finds


class SearchForm(BaseFilterForm):
    """The search box; a subclass says what is found by it."""

    q = forms.CharField(
        label=_("Search"), required=False, widget=forms.TextInput(attrs={"placeholder": _("Name, place or code")})
    )

    def find(self, query: str) -> Sequence[int]:
        """Keys of what is meant, the best first."""
        raise NotImplementedError

    def filter(self, objects: QuerySet) -> QuerySet:
        query = self.cleaned_data.get("q", "").strip()
        objects = super().filter(objects).prefetch_related(*named_by(objects.model))
        if not query:
            return objects
        self.is_searching, self.search_query = True, query
        keys = list(self.find(query))[:MOST]
        place = Case(*(When(pk=key, then=number) for number, key in enumerate(keys)), default=len(keys))
        return objects.filter(pk__in=keys).order_by(place)


class StructureSearchForm(SearchForm):
    def find(self, query: str) -> Sequence[int]:
        return admin_ids(query, label=SOURCE, language=settings.LANGUAGE_CODE, today=timezone.localdate())


class PlaceSearchForm(SearchForm):
    def find(self, query: str) -> Sequence[int]:
        return found_places(query)


class BodySearchForm(SearchForm):
    def find(self, query: str) -> Sequence[int]:
        return found_bodies(query)


def chooser(form: type[SearchForm], *about: Column) -> type[SnippetChooserViewSet]:
    """A chooser with this search box, and columns more that tell alike ones apart."""

    class Searched:
        filter_form_class = form

        @property
        def columns(self) -> list[Column]:
            return [*super().columns, *about]

    class Choose(Searched, ChooseView):
        pass

    class Results(Searched, ChooseResultsView):
        pass

    class Chooser(SnippetChooserViewSet):
        choose_view_class = Choose
        choose_results_view_class = Results

    return Chooser


CODE = Column("code", label=_("Code"))
StructureChooser = chooser(StructureSearchForm, CODE)
PlaceChooser = chooser(PlaceSearchForm, WAY, CODE)
BodyChooser = chooser(BodySearchForm, Column("family", label=_("Family"), accessor="get_family_display"))
