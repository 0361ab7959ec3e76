"""A structure in one form: what it is, its ways in, who may come, what it is related to, its checks."""

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList, TabbedInterface

from core.editing.lists import FactIndexView, FactViewSet
from directory.admin.beginning import AlikePanel, LackingPanel, LikeThisView
from directory.admin.choosing import SOURCE, StructureChooser
from directory.admin.columns import CHECKED
from directory.admin.organisations import LINE_PANELS
from directory.forms import StructureForm
from directory.models import Structure
from search.groups import admin_ids

SCHEDULE_PANELS = [
    FieldRowPanel([FieldPanel("kind"), FieldPanel("osm")]),
    FieldRowPanel([FieldPanel("observes_holidays"), FieldPanel("booking_osm")]),
    FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
    FieldRowPanel([FieldPanel("source_wording"), FieldPanel("proposed_osm")]),
]
CLOSURE_PANELS = [
    FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")]),
    FieldRowPanel([FieldPanel("kind"), FieldPanel("osm")]),
    InlinePanel(
        "words", label=_("Reason"), heading=_("Reasons"), panels=[FieldPanel("language"), FieldPanel("reason")]
    ),
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
    InlinePanel("closures", label=_("Closure"), heading=_("Closures of this way in alone"), panels=CLOSURE_PANELS),
    InlinePanel("words", label=_("Note"), heading=_("Notes"), panels=[FieldPanel("language"), FieldPanel("note")]),
]
UNIT_PANELS = [
    InlinePanel(
        "words",
        label=_("Name"),
        heading=_("Names"),
        min_num=1,
        panels=[FieldRowPanel([FieldPanel("language"), FieldPanel("name")])],
    )
]
RULE_PANELS = [
    FieldRowPanel([FieldPanel("kind"), FieldPanel("answer")]),
    FieldRowPanel([FieldPanel("min_age"), FieldPanel("max_age")]),
    InlinePanel("words", label=_("In words"), panels=[FieldPanel("language"), FieldPanel("text")]),
]
DOCUMENT_PANELS = [
    FieldRowPanel([FieldPanel("type"), FieldPanel("needed"), FieldPanel("come_without")]),
    FieldPanel("url"),
]
OFFER_PANELS = [
    FieldRowPanel([FieldPanel("language"), FieldPanel("how")]),
    FieldRowPanel([FieldPanel("channel"), FieldPanel("osm")]),
]
LINK_PANELS = [FieldRowPanel([FieldPanel("kind"), FieldPanel("target")])]


class StructureIndexView(FactIndexView):
    """The list searches as readers do: greeklish, without accents, by meaning; drafts are found too."""

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        if not self.is_searching:
            return queryset
        today = timezone.localdate()
        found = admin_ids(self.search_query, label=SOURCE, language=settings.LANGUAGE_CODE, today=today)
        return queryset.filter(pk__in=found)


class StructureViewSet(FactViewSet):
    """A structure with its ways in: channel first, then only what the channel needs."""

    model = Structure
    index_view_class = StructureIndexView
    chooser_viewset_class = StructureChooser
    icon = "home"
    copy_view_class = LikeThisView
    list_display = ["label", "organisation", "status", CHECKED]
    list_filter = ["status", "family", "kind", "needs", "organisation", "sensitive"]
    search_fields = ["label", "slug"]
    ordering = ["label"]
    list_per_page = 50
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    LackingPanel(),
                    FieldPanel("label"),
                    AlikePanel(),
                    FieldRowPanel([FieldPanel("organisation"), FieldPanel("family")]),
                    FieldRowPanel([FieldPanel("kind"), FieldPanel("reach")]),
                    FieldRowPanel([FieldPanel("needs"), FieldPanel("target_groups")]),
                    FieldRowPanel([FieldPanel("cost"), FieldPanel("cost_amount"), FieldPanel("cost_per")]),
                    FieldRowPanel([FieldPanel("free_for"), FieldPanel("cost_wording")]),
                    FieldPanel("website"),
                    FieldPanel("sensitive"),
                ],
                heading=_("Structure"),
            ),
            ObjectList(
                [
                    InlinePanel("access_points", label=_("Way in"), heading=_("Ways in"), panels=ACCESS_PANELS),
                    InlinePanel("mobile_units", label=_("Mobile unit"), heading=_("Mobile units"), panels=UNIT_PANELS),
                ],
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
