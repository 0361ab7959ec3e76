"""The alerts: which stand on a page now, and which stood in the last year."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from wagtail.models import Page

from core.cache import expire_at
from core.hooks import Strip
from core.pages import HubPage
from core.readable import url_of
from core.snapshot import snapshot
from core.words import words_of
from home.models.alerts import Alert

LISTED = timedelta(days=365)
# Editors write some tens a year; what is older than these is no longer asked for.
MOST_READ = 300
Place = Alert.Place


@dataclass(frozen=True, slots=True)
class Reach:
    """On which pages an alert stands; `branches` are tree paths, in every language of a section."""

    place: str
    types: frozenset[int] = frozenset()
    branches: tuple[str, ...] = ()
    communities: frozenset[int] = frozenset()

    def holds(self, page: Page | None) -> bool:
        """Whether this page is one of them; a view without a page (None) shows what stands everywhere."""
        if self.place == Place.EVERYWHERE:
            return True
        if page is None:
            return False
        if self.place == Place.TYPES:
            return page.content_type_id in self.types
        if self.place == Place.SECTION:
            return page.path.startswith(self.branches)
        return isinstance(page, HubPage) and not self.communities.isdisjoint(page.communities_shown())


@dataclass(frozen=True, slots=True)
class Planned:
    """An alert in one language with its time."""

    begins: datetime
    ends: datetime
    reach: Reach
    strip: Strip


@dataclass(frozen=True, slots=True)
class Announcements:
    """What stands now, and what stood in the last twelve months; both newest first."""

    now: tuple[Planned, ...]
    past: tuple[Planned, ...]


def strips(page: Page | None, language: str, now: datetime) -> list[Strip]:
    """Alerts that stand on this page now, newest first (no query once the process knows them)."""
    here = [alert for alert in _planned(language) if alert.reach.holds(page)]
    _expire(here, now)
    return [alert.strip for alert in here if alert.begins <= now < alert.ends]


def announcements(language: str, now: datetime) -> Announcements:
    """Every alert that has begun, wherever it stands, for twelve months after its end."""
    known = _planned(language)
    _expire(known, now)
    begun = [alert for alert in known if alert.begins <= now]
    return Announcements(
        now=tuple(alert for alert in begun if now < alert.ends),
        past=tuple(alert for alert in begun if alert.ends <= now < alert.ends + LISTED),
    )


def _expire(alerts: tuple[Planned, ...] | list[Planned], now: datetime) -> None:
    for alert in alerts:
        for moment in (alert.begins, alert.ends):
            if moment > now:
                expire_at(moment)


@snapshot("home.alerts", tags={"alerts", "site"})
def _planned(language: str) -> tuple[Planned, ...]:
    """All alerts, newest first."""
    rows = Alert.objects.select_related("page", "section")
    rows = rows.prefetch_related("words", "page_types", "communities")[:MOST_READ]
    list_url = url_of("home.AnnouncementsPage", language)
    planned = (_in_language(row, language, list_url) for row in rows)
    return tuple(each for each in planned if each is not None)


def _in_language(alert: Alert, language: str, list_url: str) -> Planned | None:
    words = words_of(alert, language)
    if words is None:
        return None
    strip = Strip(
        level=alert.level,
        heading=words.heading,
        text=words.text,
        url=_address(alert.page, language),
        link_text=words.link_text,
        language=words.language,
        list_url=list_url,
    )
    return Planned(alert.show_from, alert.show_until, _reach(alert), strip)


def _reach(alert: Alert) -> Reach:
    return Reach(
        place=alert.place,
        types=frozenset(kind.pk for kind in alert.page_types.all()),
        branches=_branches(alert.section),
        communities=frozenset(community.pk for community in alert.communities.all()),
    )


def _branches(section: Page | None) -> tuple[str, ...]:
    """Tree paths of a section in all its languages."""
    if section is None:
        return ()
    twins = Page.objects.filter(translation_key=section.translation_key)
    return tuple(twins.values_list("path", flat=True))


def _address(page: Page | None, language: str) -> str:
    """Of the page in the reader's language, else of the page that was chosen."""
    if page is None:
        return ""
    twin = Page.objects.filter(translation_key=page.translation_key, locale__language_code=language, live=True).first()
    target = twin or (page if page.live else None)
    return (target.get_url() or "") if target else ""
