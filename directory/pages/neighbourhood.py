"""What one community has: what is here by need, who comes to people, and how each channel is served."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from core.snapshot import snapshot
from core.terms import Term, terms
from directory.models.access import AccessPoint
from directory.models.choices import CHANNEL_ICONS, Channel
from directory.selectors.coverage import AreaRow, Kept, coverage, serving, serving_structures
from directory.selectors.hours import Asked
from directory.selectors.pages import index_url, live_pages
from directory.selectors.shapes import StructureCard
from directory.selectors.structures import listed, structure_cards
from directory.selectors.visits import to_come

LOCAL_MOST = 60
COMING = (Channel.HOME_VISIT, Channel.STREET_WORK)


@dataclass(frozen=True, slots=True)
class NamedCards:
    """Structures under a heading; `language` is set when the heading is not in the reader's.

    `again` are those that stand whole under an earlier heading.
    """

    name: Any
    cards: tuple[StructureCard, ...]
    language: str = ""
    again: tuple[StructureCard, ...] = ()


@dataclass(frozen=True, slots=True)
class ChannelHere:
    """How a channel is served here and from the whole city; a gap is served by nobody."""

    label: Any
    icon: str
    here: int
    here_url: str
    city: int
    city_url: str
    text: str

    @property
    def is_gap(self) -> bool:
        return not (self.here or self.city or self.text)


@dataclass(frozen=True, slots=True)
class CommunityDetail:
    """One community at a moment."""

    local: tuple[StructureCard, ...]  # by name
    open_now: tuple[StructureCard, ...]
    groups: tuple[NamedCards, ...]
    coming: tuple[NamedCards, ...]
    channels: tuple[ChannelHere, ...]


def community_detail(term: Term, asked: Asked) -> CommunityDetail:
    """What is here, what is open now, who comes to people, how each channel is served (six queries)."""
    own = Q(communities=term.pk) | Q(location__community=term.pk)
    visiting = {channel: serving(term.slug, channel) for channel in COMING}
    here = Exists(AccessPoint.objects.filter(own, structure=OuterRef("structure")))
    pages = (
        live_pages(asked.language)
        .annotate(here=here)
        .filter(Q(here=True) | Q(structure__in=serving_structures(term.slug, COMING)))
    )
    shown = list(pages.select_related("structure").order_by("-here", "title")[:LOCAL_MOST])
    cards = list(zip(shown, structure_cards(shown, asked), strict=True))
    local = [card for page, card in cards if page.here]
    return CommunityDetail(
        local=tuple(local),
        open_now=tuple(card for card in local if card.is_open),
        groups=tuple(_by_need(local, asked.language)),
        coming=tuple(
            NamedCards(channel.label, found)
            for channel in COMING
            if (found := tuple(card for page, card in cards if page.structure_id in visiting[channel]))
        ),
        channels=tuple(_channels(term, asked)),
    )


def _by_need(cards: Sequence[StructureCard], language: str) -> Iterable[NamedCards]:
    told: set[str] = set()
    for need in terms("need", language):
        found = [card for card in cards if need in card.needs]
        if found:
            new = tuple(card for card in found if card.url not in told)
            yield NamedCards(need.name, new, need.language, again=tuple(card for card in found if card.url in told))
            told.update(card.url for card in new)


def _channels(term: Term, asked: Asked) -> Iterable[ChannelHere]:
    """One row of the coverage matrix as a list."""
    matrix = coverage(Kept(_listed(asked.language)), asked.language, checked_since=asked.today, visits=to_come(asked))
    row = next(row for row in matrix.rows if row.code == term.slug)
    index = index_url(asked.language)
    for channel in Channel:
        here, city = row.cell(channel).structures, matrix.city.cell(channel).structures
        yield ChannelHere(
            label=channel.label,
            icon=CHANNEL_ICONS[channel],
            here=here,
            here_url=f"{index}?way={term.slug}.{channel}",
            city=city,
            city_url=f"{index}?way=city.{channel}",
            text=_next_visit(row, channel),
        )


@snapshot("directory.listed", tags={"list:directory"})
def _listed(language: str) -> frozenset[int]:
    """Keys of what stands in the list of a language."""
    return frozenset(listed(language).values_list("pk", flat=True))


def _next_visit(row: AreaRow, channel: Channel) -> str:
    visit = row.cell(channel).next_visit
    return _("Next visit: %(day)s, %(hours)s.") % {"day": visit.day, "hours": visit.hours} if visit else ""
