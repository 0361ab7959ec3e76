"""The directory in the admin: one menu entry."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from directory.admin.guidance import FinderViewSet, PlanViewSet
from directory.admin.imports import ImportProfileViewSet
from directory.admin.organisations import OrganisationViewSet
from directory.admin.places import LandmarkViewSet, LocationViewSet
from directory.admin.structures import StructureViewSet
from directory.admin.times import ClosureViewSet, HolidayViewSet, MobileUnitViewSet, MobileVisitViewSet


class DirectoryGroup(SnippetViewSetGroup):
    menu_label = _("Structures")
    menu_icon = "home"
    menu_order = 200
    items = (
        StructureViewSet,
        OrganisationViewSet,
        LocationViewSet,
        LandmarkViewSet,
        MobileUnitViewSet,
        MobileVisitViewSet,
        ClosureViewSet,
        HolidayViewSet,
        FinderViewSet,
        ImportProfileViewSet,
        PlanViewSet,
    )
