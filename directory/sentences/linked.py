"""How structures belong together, as headings of lists; the other direction has its own words."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from directory.models.links import LinkKind
from directory.selectors.shapes import SIMILAR

OUT, BACK = True, False
# In the order in which readers need them.
HEADINGS: dict[tuple[str, bool], Any] = {
    (LinkKind.INSTEAD_OF, OUT): _("When it is closed"),
    (LinkKind.PART_OF, OUT): _("Part of"),
    (LinkKind.PART_OF, BACK): _("Its parts"),
    (LinkKind.REFERS_TO, OUT): _("Refers people to"),
    (LinkKind.REFERS_TO, BACK): _("Refer people here"),
    (LinkKind.SAME_PLACE, OUT): _("In the same place"),
    (LinkKind.SAME_PLACE, BACK): _("In the same place"),
    (LinkKind.INSTEAD_OF, BACK): _("Stands in for"),
    (LinkKind.FOLLOWS, BACK): _("Its work is continued by"),
    (LinkKind.FOLLOWS, OUT): _("Continues the work of"),
    (SIMILAR, OUT): _("What else helps here"),
    (LinkKind.SUPPORTS, OUT): _("Supports"),
    (LinkKind.SUPPORTS, BACK): _("Supported by"),
}
