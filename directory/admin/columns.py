"""Columns of the lists of facts."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from core.words import own_words
from directory.models import Location


def _checked(fact: Any) -> str:
    return date_format(fact.checked_on, "SHORT_DATE_FORMAT") if fact.checked_on else gettext("never")


def _way(place: Location) -> str:
    words = own_words(place)
    return ", ".join(part for part in (words.way, words.city) if part) if words else ""


CHECKED = Column("checked_on", label=_("Checked on"), accessor=_checked, sort_key="checked_on")
WAY = Column("way", label=_("How to find it"), accessor=_way)
