"""Who runs structures, and the numbers under which one answers."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList

from core.editing.lists import FactViewSet
from directory.admin.choosing import BodyChooser
from directory.admin.columns import CHECKED
from directory.models import Organisation

LINE_PANELS = [
    FieldRowPanel([FieldPanel("kind"), FieldPanel("number")]),
    FieldRowPanel([FieldPanel("extension"), FieldPanel("cost"), FieldPanel("in_danger")]),
]


class OrganisationViewSet(FactViewSet):
    model = Organisation
    icon = "group"
    chooser_viewset_class = BodyChooser
    list_display = ["__str__", "family", "parent", CHECKED]
    list_filter = ["family"]
    search_fields = ["words__name", "slug"]
    edit_handler = ObjectList(
        [
            InlinePanel("words", label=_("Name"), heading=_("Names"), min_num=1),
            FieldRowPanel([FieldPanel("family"), FieldPanel("parent")]),
            FieldRowPanel([FieldPanel("website"), FieldPanel("email"), FieldPanel("letter_language")]),
            FieldPanel("trusted"),
            InlinePanel("lines", label=_("Line"), heading=_("Numbers"), panels=LINE_PANELS),
            FieldPanel("logo"),
            FieldPanel("slug"),
            *Organisation.check_panels,
            *Organisation.source_panels,
        ],
    )
