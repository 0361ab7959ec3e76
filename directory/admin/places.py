"""Places: those of structures with what was seen there, and those that everyone knows."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet

from directory.admin.choosing import PlaceChooser
from directory.forms import LocationForm
from directory.models import Landmark, Location

SEEN_PANELS = [
    FieldRowPanel([FieldPanel("question"), FieldPanel("answer"), FieldPanel("measure")]),
    FieldRowPanel([FieldPanel("seen_on"), FieldPanel("seen_by")]),
    InlinePanel("words", label=_("Note"), panels=[FieldPanel("language"), FieldPanel("note")]),
]


class LocationViewSet(SnippetViewSet):
    model = Location
    icon = "site"
    chooser_viewset_class = PlaceChooser
    list_display = ["__str__", "postal_code", "community"]
    list_filter = ["community"]
    search_fields = ["street", "slug"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("street"), FieldPanel("number"), FieldPanel("postal_code")]),
            InlinePanel("words", label=_("Words"), heading=_("City and way there"), min_num=1),
            FieldPanel("community"),
            MultiFieldPanel([FieldRowPanel([FieldPanel("lat"), FieldPanel("lon")])], heading=_("On the map")),
            InlinePanel("accessibility", label=_("Answer"), heading=_("Accessibility"), panels=SEEN_PANELS),
            FieldPanel("slug"),
        ],
        base_form_class=LocationForm,
    )


class LandmarkViewSet(SnippetViewSet):
    """Places that everyone knows: readers who give no position say where they are by one."""

    model = Landmark
    icon = "pick"
    list_display = ["__str__", "community"]
    panels = [
        FieldPanel("slug"),
        InlinePanel("words", label=_("Name"), heading=_("Names"), min_num=1),
        FieldPanel("community"),
        FieldRowPanel([FieldPanel("lat"), FieldPanel("lon")]),
    ]
