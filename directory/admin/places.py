"""Places: those of structures with what was seen there, and those that everyone knows."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.widgets.button import HeaderButton

from core.editing.lists import FactIndexView, FactViewSet
from directory.admin.choosing import PlaceChooser
from directory.admin.columns import WAY
from directory.forms import LocationForm
from directory.models import Landmark, Location
from directory.sensitive import MAY_WITHHOLD

SEEN_PANELS = [
    FieldRowPanel([FieldPanel("question"), FieldPanel("answer"), FieldPanel("measure")]),
    FieldRowPanel([FieldPanel("seen_on"), FieldPanel("seen_by")]),
    InlinePanel("words", label=_("Note"), panels=[FieldPanel("language"), FieldPanel("note")]),
]


class LocationIndexView(FactIndexView):
    """The list, with a way to a location that is withheld from its first moment."""

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        buttons = super().header_buttons
        if self.request.user.has_perm(MAY_WITHHOLD):
            url = reverse("directory_hide_address")
            buttons = [*buttons, HeaderButton(_("New withheld location"), url=url, icon_name="lock")]
        return buttons


class LocationViewSet(FactViewSet):
    model = Location
    index_view_class = LocationIndexView
    icon = "site"
    chooser_viewset_class = PlaceChooser
    list_display = ["__str__", WAY, "postal_code", "community"]
    list_filter = ["community"]
    search_fields = ["street", "slug", "words__way"]
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


class LandmarkViewSet(FactViewSet):
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
