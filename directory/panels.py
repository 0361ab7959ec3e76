"""Parts of the home page: what is open now, the four families, the communities."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.cache import collect, expire_at
from core.formats import phone
from core.when import next_midnight
from directory.hours.sentences import SOON
from directory.hours.state import HoursState
from directory.models.choices import CHANNEL_ICONS, ON_A_LINE, Channel
from directory.pages.open_now import open_pages
from directory.selectors.hours import Asked, view_of
from directory.selectors.pages import communities_url, community_tiles, family_rows, index_url
from directory.selectors.shapes import StructureCard
from directory.selectors.structures import foreign

OPEN_CARDS = 4
FOR_EVER = timedelta(days=45)  # intervals reach 60 days: what is open so long is open day and night


def open_now(language: str, now: datetime) -> Mapping[str, Any] | None:
    """Up to four places and lines that answer now (two queries)."""
    collect("list:directory")
    pages = open_pages(Asked(language, now, timezone.get_default_timezone()), OPEN_CARDS)
    index = index_url(language)
    if not pages or not index:
        return None
    expire_at(next_midnight(now))
    return {
        "cards": [open_card(page, language, now) for page in pages],
        "more_url": f"{index}?open=now",
        "more_text": _("All that is open now"),
    }


def open_card(page: Any, language: str, now: datetime) -> StructureCard:
    """A card from a page with `until`, `channel` and `number`; notes when its sentence changes."""
    state = open_state(page, now)
    view = view_of(state, language)
    if state.next_change:
        expire_at(state.next_change)
        if state.owner == "place" and state.next_change - now > SOON:
            expire_at(state.next_change - SOON)
    return StructureCard(
        title=page.title,
        url=page.get_url() or "",
        text=page.summary,
        language=page.words_language,
        state=view.light,
        state_text=view.text,
        meta=({"icon": CHANNEL_ICONS[page.channel], "text": Channel(page.channel).label}, *foreign(page)),
        phone=page.number or "",
        phone_label=phone(page.number) if page.number else "",
        is_open=True,
    )


def open_state(page: Any, now: datetime) -> HoursState:
    """The state that an interval proves: open until its end."""
    local = timezone.localtime(now)
    return HoursState(
        state="open",
        reason="weekly",
        at=local,
        owner="line" if page.channel in ON_A_LINE else "place",
        next_change=None if page.until - now > FOR_EVER else timezone.localtime(page.until),
    )


def families(language: str, now: datetime) -> Mapping[str, Any] | None:
    """Structures of the network by the four families with counts."""
    rows = [row for row in family_rows(language) if row["count"]]
    if not rows:
        return None
    chips = [{"label": row["title"], "url": row["url"], "count": row["count"]} for row in rows]
    return {"chips": chips, "more_url": index_url(language), "more_text": _("All structures")}


def communities(language: str, now: datetime) -> Mapping[str, Any] | None:
    """The communities as tiles with how many structures stand there."""
    tiles = community_tiles(language)
    if not tiles:
        return None
    for tile in tiles:
        tile["text"] = ngettext("%(count)s structure", "%(count)s structures", tile["count"]) % tile
    return {"tiles": tiles, "more_url": communities_url(language), "more_text": _("All communities")}
