"""The directory in the admin: one menu entry, a structure in one form."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from directory.forms import LocationForm, OrganisationForm, StructureForm
from directory.models import (
    ActivationPlan,
    Closure,
    FinderQuestion,
    HolidayRule,
    Landmark,
    Location,
    MobileUnit,
    MobileVisit,
    Organisation,
    Structure,
)

LINE_PANELS = [
    FieldRowPanel([FieldPanel("kind"), FieldPanel("number"), FieldPanel("extension"), FieldPanel("cost")]),
    FieldPanel("in_danger"),
]
SCHEDULE_PANELS = [
    FieldRowPanel([FieldPanel("kind"), FieldPanel("osm"), FieldPanel("observes_holidays")]),
    FieldRowPanel([FieldPanel("booking_osm"), FieldPanel("valid_from"), FieldPanel("valid_to")]),
    FieldRowPanel([FieldPanel("source_wording"), FieldPanel("proposed_osm")]),
]
# Saving facts is no confirmation: the day of the check is written by the cycle of verification alone.
CHECK_PANELS = [
    FieldRowPanel(
        [FieldPanel(name, read_only=True) for name in ("checked_on", "checked_by", "next_check_on", "raised_on")],
        heading=_("Check"),
    )
]
ACCESS_PANELS = [
    FieldRowPanel([FieldPanel("channel"), FieldPanel("location")]),
    FieldRowPanel([FieldPanel("citywide"), FieldPanel("communities")]),
    FieldRowPanel([FieldPanel("url"), FieldPanel("email")]),
    FieldRowPanel([FieldPanel("first_contact"), FieldPanel("walk_in")]),
    InlinePanel("lines", label=_("Line"), heading=_("Numbers"), panels=LINE_PANELS),
    InlinePanel("schedules", label=_("Schedule"), heading=_("Hours"), panels=SCHEDULE_PANELS),
    InlinePanel("words", label=_("Note"), heading=_("Notes"), panels=[FieldPanel("language"), FieldPanel("note")]),
]
RULE_PANELS = [
    FieldRowPanel([FieldPanel("kind"), FieldPanel("answer"), FieldPanel("min_age"), FieldPanel("max_age")]),
    InlinePanel("words", label=_("In words"), panels=[FieldPanel("language"), FieldPanel("text")]),
]
DOCUMENT_PANELS = [
    FieldRowPanel([FieldPanel("type"), FieldPanel("needed"), FieldPanel("come_without")]),
    FieldPanel("url"),
]
OFFER_PANELS = [
    FieldRowPanel([FieldPanel("language"), FieldPanel("how"), FieldPanel("channel"), FieldPanel("osm")]),
]
LINK_PANELS = [FieldRowPanel([FieldPanel("kind"), FieldPanel("target")])]
SEEN_PANELS = [
    FieldRowPanel([FieldPanel("question"), FieldPanel("answer"), FieldPanel("measure")]),
    FieldRowPanel([FieldPanel("seen_on"), FieldPanel("seen_by")]),
    InlinePanel("words", label=_("Note"), panels=[FieldPanel("language"), FieldPanel("note")]),
]


class StructureViewSet(SnippetViewSet):
    """A structure with its ways in: channel first, then only what the channel needs."""

    model = Structure
    icon = "home"
    list_display = ["label", "organisation", "status", "checked_on"]
    list_filter = ["status", "family", "kind", "needs", "organisation", "sensitive"]
    search_fields = ["label", "slug"]
    ordering = ["label"]
    list_per_page = 50
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("label"),
                    FieldRowPanel(
                        [FieldPanel("organisation"), FieldPanel("family"), FieldPanel("kind"), FieldPanel("reach")]
                    ),
                    FieldRowPanel([FieldPanel("needs"), FieldPanel("target_groups")]),
                    FieldRowPanel([FieldPanel("cost"), FieldPanel("cost_amount"), FieldPanel("cost_per")]),
                    FieldRowPanel([FieldPanel("free_for"), FieldPanel("cost_wording")]),
                    FieldPanel("website"),
                    FieldPanel("sensitive"),
                ],
                heading=_("Structure"),
            ),
            ObjectList(
                [InlinePanel("access_points", label=_("Access point"), panels=ACCESS_PANELS)],
                heading=_("Ways in"),
            ),
            ObjectList(
                [
                    InlinePanel("rules", label=_("Condition"), heading=_("Conditions"), panels=RULE_PANELS),
                    FieldPanel("without_papers"),
                    InlinePanel("documents", label=_("Document"), heading=_("Documents"), panels=DOCUMENT_PANELS),
                    InlinePanel("language_offers", label=_("Language"), heading=_("Languages"), panels=OFFER_PANELS),
                ],
                heading=_("Who may come"),
            ),
            ObjectList(
                [InlinePanel("links", label=_("Link"), heading=_("Links to other structures"), panels=LINK_PANELS)],
                heading=_("Related"),
            ),
            ObjectList(
                [
                    FieldRowPanel([FieldPanel("status"), FieldPanel("valid_from"), FieldPanel("valid_to")]),
                    FieldPanel("partners"),
                    FieldPanel("project_codes"),
                    FieldPanel("image"),
                    FieldPanel("slug"),
                ],
                heading=_("Standing"),
            ),
            ObjectList(
                [FieldPanel("risk"), *CHECK_PANELS, *Structure.source_panels, FieldPanel("open_questions")],
                heading=_("Sources and checks"),
            ),
        ],
        base_form_class=StructureForm,
    )


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    list_display = ["__str__", "family", "parent", "checked_on"]
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
        base_form_class=OrganisationForm,
    )


class LocationViewSet(SnippetViewSet):
    model = Location
    icon = "site"
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


class ClosureViewSet(SnippetViewSet):
    model = Closure
    icon = "calendar-alt"
    list_display = ["__str__", "kind", "structure", "organisation"]
    list_filter = ["kind"]
    panels = [
        FieldRowPanel([FieldPanel("structure"), FieldPanel("organisation")]),
        FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")]),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("osm")]),
        InlinePanel("words", label=_("Reason"), heading=_("Reasons")),
    ]


class HolidayViewSet(SnippetViewSet):
    model = HolidayRule
    icon = "date"
    list_display = ["__str__", "kind"]
    panels = [
        FieldRowPanel([FieldPanel("day"), FieldPanel("kind")]),
        InlinePanel("words", label=_("Name"), heading=_("Names"), min_num=1),
    ]


ANSWER_PANELS = [
    FieldRowPanel([FieldPanel("code"), FieldPanel("icon"), FieldPanel("area")]),
    InlinePanel("words", label=_("Words"), panels=[FieldPanel("language"), FieldPanel("label")]),
    FieldRowPanel([FieldPanel("needs"), FieldPanel("groups"), FieldPanel("also_groups")]),
    FieldPanel("channels"),
]


class FinderViewSet(SnippetViewSet):
    """The questions of the finder: an answer is a set of conditions on the facts of structures."""

    model = FinderQuestion
    icon = "help"
    list_display = ["__str__", "aspect", "order"]
    ordering = ["order"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("aspect"), FieldPanel("order"), FieldPanel("slug")]),
            InlinePanel(
                "words",
                label=_("Words"),
                min_num=1,
                panels=[FieldPanel("language"), FieldPanel("text"), FieldPanel("hint")],
            ),
            InlinePanel("answers", label=_("answer"), heading=_("answers"), panels=ANSWER_PANELS),
        ]
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


class PlanViewSet(SnippetViewSet):
    """What opens when an emergency of a kind comes; a plan changes nothing until two people activate it."""

    model = ActivationPlan
    icon = "warning"
    list_display = ["name", "kind", "reviewed_on"]
    ordering = ["kind", "name"]
    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("reviewed_on")]),
        InlinePanel(
            "overrides",
            label=_("place"),
            heading=_("Places"),
            panels=[
                FieldPanel("access_point"),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("osm"), FieldPanel("number")]),
                FieldPanel("location"),
            ],
        ),
    ]


class MobileUnitViewSet(SnippetViewSet):
    model = MobileUnit
    icon = "site"
    list_display = ["__str__", "structure", "code"]
    panels = [
        FieldPanel("structure"),
        InlinePanel("words", label=_("Name"), heading=_("Names"), min_num=1),
    ]


class MobileVisitViewSet(SnippetViewSet):
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
        PlanViewSet,
    )
