"""What changes by the calendar: closures, holidays, the mobile unit and its visits."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList

from core.editing.lists import FactViewSet
from directory.forms.closures import ClosureForm
from directory.models import Closure, HolidayRule, MobileUnit, MobileVisit


class ClosureViewSet(FactViewSet):
    model = Closure
    icon = "calendar-alt"
    list_display = ["__str__", "kind", "structure", "organisation"]
    list_filter = ["kind"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("structure"), FieldPanel("organisation"), FieldPanel("whole")]),
            FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")]),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("osm")]),
            InlinePanel("words", label=_("Reason"), heading=_("Reasons")),
        ],
        base_form_class=ClosureForm,
    )


class HolidayViewSet(FactViewSet):
    model = HolidayRule
    icon = "date"
    list_display = ["__str__", "kind"]
    panels = [
        FieldRowPanel([FieldPanel("day"), FieldPanel("kind")]),
        InlinePanel("words", label=_("Name"), heading=_("Names"), min_num=1),
    ]


class MobileUnitViewSet(FactViewSet):
    model = MobileUnit
    icon = "site"
    list_display = ["__str__", "structure", "code"]
    panels = [
        FieldPanel("structure"),
        InlinePanel("words", label=_("Name"), heading=_("Names"), min_num=1),
    ]


class MobileVisitViewSet(FactViewSet):
    """Visits: what is cancelled or moved stays, with its new day, so that people learn of it."""

    model = MobileVisit
    icon = "calendar"
    list_display = ["__str__", "unit", "state"]
    list_filter = ["unit", "state", "community"]
    ordering = ["-start"]
    panels = [
        FieldPanel("unit"),
        FieldRowPanel([FieldPanel("start"), FieldPanel("end")]),
        FieldRowPanel([FieldPanel("community"), FieldPanel("location")]),
        FieldRowPanel([FieldPanel("state"), FieldPanel("replaces")]),
        InlinePanel("words", label=_("Note"), heading=_("Notes")),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[MobileVisit]:
        """A visit is named by its community, too."""
        return MobileVisit.objects.select_related("community").prefetch_related("community__words")
