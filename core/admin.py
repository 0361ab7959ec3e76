"""The taxonomy in the admin: one menu entry with a list per vocabulary."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from core import taxonomy
from core.editing.lists import FactViewSet


class TermViewSet(FactViewSet):
    list_display = ["__str__", "slug", "order"]
    ordering = ["order", "slug"]
    search_fields = ["slug", "words__name"]


class NeedViewSet(TermViewSet):
    model = taxonomy.Need
    icon = "help"


class TargetGroupViewSet(TermViewSet):
    model = taxonomy.TargetGroup
    icon = "group"


class CommunityViewSet(TermViewSet):
    model = taxonomy.Community
    icon = "site"


class SpokenLanguageViewSet(TermViewSet):
    model = taxonomy.SpokenLanguage
    icon = "globe"


class TopicViewSet(TermViewSet):
    model = taxonomy.Topic
    icon = "tag"


class DocumentTypeViewSet(TermViewSet):
    model = taxonomy.DocumentType
    icon = "doc-full"


class TaxonomyGroup(SnippetViewSetGroup):
    menu_label = _("Terms")
    menu_icon = "tag"
    menu_order = 700
    items = (
        NeedViewSet,
        TargetGroupViewSet,
        CommunityViewSet,
        SpokenLanguageViewSet,
        TopicViewSet,
        DocumentTypeViewSet,
    )
