"""Sentences about moments: weekdays with their article, hours after "at", days as people say them.

Each language is one module with one class of the same methods, because grammar does not fit into one format
string: «στις 8:00» but «στη 1:00», «у четвер» but «до четверга». Moments given here are local ones.
"""

from datetime import datetime, time, timedelta

from django.utils import timezone

from core.languages import nearest
from core.when.albanian import Albanian
from core.when.arabic import Arabic
from core.when.english import English
from core.when.greek import Greek
from core.when.speaking import NAMED_DAYS, Speech, is_midnight
from core.when.ukrainian import Ukrainian

__all__ = ["NAMED_DAYS", "Speech", "is_midnight", "months", "next_midnight", "speech"]

_SPEECHES: dict[str, Speech] = {
    "el": Greek(),
    "en": English(),
    "ar": Arabic(),
    "sq": Albanian(),
    "uk": Ukrainian(),
}


def speech(language: str) -> Speech:
    """The words of a language, or of the nearest one that has any."""
    return nearest(_SPEECHES, language)


def months() -> frozenset[str]:
    """Names of months as they stand after a day, of all languages."""
    return frozenset(name for each in _SPEECHES.values() for name in each.months)


def next_midnight(moment: datetime) -> datetime:
    """The local midnight after a moment, when "today" and "tomorrow" change their meaning."""
    local = timezone.localtime(moment)
    following = local.date() + timedelta(days=1)
    return timezone.make_aware(datetime.combine(following, time()))
