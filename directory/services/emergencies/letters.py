"""Letters to those who act in emergencies."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from wagtail.admin.utils import get_user_display_name

from core.formats import day as written_day
from core.mail.services import write
from directory.models.activation import Activation, DrillReminder
from directory.selectors.emergency_desk import DRILL_EVERY, last_drill

BACKEND = "django.contrib.auth.backends.ModelBackend"


def tell_approvers(activation: Activation, *, but: Any, right: str, at: datetime) -> int:
    """Write to everybody who holds the right, except who proposed; return how many letters."""
    context = {
        "url": _desk("directory_emergency", activation.pk),
        "title": str(activation),
        "drill": activation.drill,
        "proposer": get_user_display_name(but),
    }
    found = sorted(_addresses(right, but=but))
    for address in found:
        write("activation", to=address, language=settings.LANGUAGE_CODE, context=context, at=at)
    return len(found)


@transaction.atomic
def remind_of_drill(*rights: str, at: datetime, zone: ZoneInfo) -> int:
    """Write to all who hold one of the rights that a drill is due; return how many letters.

    Once for each time that one is due, however often this runs; while nobody could read it, it waits.
    """
    today, last, found = at.astimezone(zone).date(), last_drill(), sorted(_addresses(*rights))
    due = (last + DRILL_EVERY).astimezone(zone).date() if last else today
    before = DrillReminder.objects.filter(sent__gt=last) if last else DrillReminder.objects.all()
    if due > today or not found or before.exists():
        return 0
    DrillReminder.objects.create(due=due, sent=at, letters=len(found))
    language = settings.LANGUAGE_CODE
    said = {
        "url": _desk("directory_emergencies"),
        "last": written_day(last.astimezone(zone).date(), language) if last else "",
    }
    for address in found:
        write("drill", to=address, language=language, context=said, at=at)
    return len(found)


def _addresses(*rights: str, but: Any = None) -> set[str]:
    """Where those are reached who hold one of the rights."""
    found: set[str] = set()
    for right in rights:
        people = get_user_model().objects.with_perm(right, backend=BACKEND, include_superusers=False)
        others = people.filter(is_active=True).exclude(pk=but and but.pk).exclude(email="")
        found.update(others.values_list("email", flat=True))
    return found


def _desk(name: str, *args: Any) -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL}{reverse(name, args=args)}"
