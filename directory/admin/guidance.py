"""What is prepared before it is needed: the questions of the finder, and plans for emergencies."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList

from core.editing.lists import FactViewSet
from directory.models import ActivationPlan, FinderQuestion

ANSWER_PANELS = [
    FieldRowPanel([FieldPanel("code"), FieldPanel("icon"), FieldPanel("area")]),
    InlinePanel("words", label=_("Words"), panels=[FieldPanel("language"), FieldPanel("label")]),
    FieldRowPanel([FieldPanel("needs"), FieldPanel("groups"), FieldPanel("also_groups")]),
    FieldPanel("channels"),
]


class FinderViewSet(FactViewSet):
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
            InlinePanel("answers", label=_("Answer"), heading=_("Answers"), panels=ANSWER_PANELS),
        ]
    )


class PlanViewSet(FactViewSet):
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
            label=_("Place in the plan"),
            heading=_("Places"),
            panels=[
                FieldPanel("access_point"),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("osm"), FieldPanel("number")]),
                FieldPanel("location"),
            ],
        ),
    ]
