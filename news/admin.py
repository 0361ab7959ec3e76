"""The facts of the news in the admin: a list for each kind."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from core.editing.titles import TITLE, with_titles
from news.forms import NewsItemForm
from news.models.call import Call
from news.models.entry import Entry
from news.models.event import Event
from news.models.item import NewsItem
from news.pages import EntryPage


class NewsItemChooserViewSet(SnippetChooserViewSet):
    """Whoever writes a page makes its facts without leaving it; calls and events need their whole form."""

    creation_form_class = NewsItemForm


class EntryViewSet(SnippetViewSet):
    list_display = ["slug", TITLE, "date", "kind"]
    list_filter = ["kind", "date"]
    search_fields = ["slug"]
    ordering = ["-date"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Entry]:
        return with_titles(self.model.objects.all(), EntryPage, "entry")


class NewsItemViewSet(EntryViewSet):
    model = NewsItem
    icon = "doc-full"
    chooser_viewset_class = NewsItemChooserViewSet


class CallViewSet(EntryViewSet):
    model = Call
    icon = "pick"
    list_display = ["slug", TITLE, "date", "kind", "opens_at", "closes_at"]


class EventViewSet(EntryViewSet):
    model = Event
    icon = "calendar"
    list_display = ["slug", TITLE, "date", "kind", "state"]


class NewsGroup(SnippetViewSetGroup):
    menu_label = _("News")
    menu_icon = "doc-full"
    menu_order = 300
    items = (NewsItemViewSet, CallViewSet, EventViewSet)
