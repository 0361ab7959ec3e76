"""The facts of the news in the admin: a list for each kind."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from core.editing.titles import KEY, TitledChooserViewSet, TitledViewSet
from news.forms import EntryForm, NewsItemForm, StructureSelect
from news.models.call import Call
from news.models.entry import Entry, EntryStructure
from news.models.event import Event
from news.models.item import NewsItem
from news.pages import EntryPage

Entry.base_form_class = EntryForm
EntryStructure.panels = [FieldPanel("key", widget=StructureSelect, heading=_("Structure"))]


class NewsItemChooserViewSet(TitledChooserViewSet):
    """Whoever writes a page makes its facts without leaving it; calls and events need their whole form."""

    creation_form_class = NewsItemForm


class EntryViewSet(TitledViewSet):
    pages, fact = EntryPage, "entry"
    list_display = ["slug", "date", "kind", KEY]
    list_filter = ["kind", "date"]
    search_fields = ["slug"]
    ordering = ["-date"]


class NewsItemViewSet(EntryViewSet):
    model = NewsItem
    icon = "doc-full"
    chooser_viewset_class = NewsItemChooserViewSet


class CallViewSet(EntryViewSet):
    model = Call
    icon = "pick"
    list_display = ["slug", "date", "kind", "opens_at", "closes_at", KEY]


class EventViewSet(EntryViewSet):
    model = Event
    icon = "calendar"
    list_display = ["slug", "date", "kind", "state", KEY]


class NewsGroup(SnippetViewSetGroup):
    menu_label = _("News")
    menu_icon = "doc-full"
    menu_order = 300
    items = (NewsItemViewSet, CallViewSet, EventViewSet)
