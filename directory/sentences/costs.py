"""What it costs."""

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _

from core.formats import money
from core.languages import listed
from core.terms import Term
from directory.models.choices import CostKind, CostPer


def cost(kind: str, amount: Decimal | None, per: str, free_for: Iterable[Term], *, language: str) -> str:
    """One sentence without a full stop at its end, as a value beside “Cost”."""
    if kind == CostKind.UNKNOWN:
        return _("We do not know. Ask before you go.")
    if kind == CostKind.PAID and amount is not None:
        paid = money(amount, language)
        return _("%(amount)s for %(per)s") % {"amount": paid, "per": CostPer(per).label} if per else paid
    groups = listed((term.name for term in free_for), language)
    if kind == CostKind.FREE_FOR and groups:
        return _("Free of charge for: %(groups)s") % {"groups": groups}
    return str(CostKind(kind).label)
