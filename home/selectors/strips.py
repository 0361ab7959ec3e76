"""The alerts of this minute."""

from dataclasses import dataclass
from datetime import datetime

from wagtail.models import Page

from core.cache import expire_at
from core.hooks import Strip
from core.snapshot import snapshot
from core.words import words_of
from home.models.alerts import Alert

# More than two would push the page itself off a phone's screen.
MOST = 2


@dataclass(frozen=True, slots=True)
class _Planned:
    begins: datetime
    ends: datetime
    strip: Strip


def strips(language: str, now: datetime) -> list[Strip]:
    """Alerts that stand now, warnings first, then the newest; at most two."""
    planned = _planned(language)
    for alert in planned:
        for moment in (alert.begins, alert.ends):
            if moment > now:
                expire_at(moment)
    return [alert.strip for alert in planned if alert.begins <= now < alert.ends][:MOST]


@snapshot("home.alerts", tags={"alerts", "site"})
def _planned(language: str) -> tuple[_Planned, ...]:
    rows = Alert.objects.select_related("page").prefetch_related("words")
    planned = [_Planned(row.show_from, row.show_until, strip) for row in rows if (strip := _strip(row, language))]
    return tuple(sorted(planned, key=lambda each: (each.strip.level != "warning", -each.begins.timestamp())))


def _strip(alert: Alert, language: str) -> Strip | None:
    words = words_of(alert, language)
    if words is None:
        return None
    return Strip(
        level=alert.level,
        heading=words.heading,
        text=words.text,
        url=_address(alert.page, language),
        link_text=words.link_text,
        language=words.language,
    )


def _address(page: Page | None, language: str) -> str:
    """Of the page in the reader's language, else of the page that was chosen."""
    if page is None:
        return ""
    twin = Page.objects.filter(translation_key=page.translation_key, locale__language_code=language, live=True).first()
    target = twin or (page if page.live else None)
    return (target.get_url() or "") if target else ""
