"""What pages, search and machines get of the directory."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from core.provenance import Source
from core.terms import Term
from core.text import Phrase
from directory.hours.week import WeekRow
from directory.selectors.hours import StateView
from directory.selectors.organisations import OrganisationView
from directory.selectors.parts import Answer, Parts


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """A number to call or write to; `number` is E.164 or a national short number."""

    number: str
    label: str
    kind: str
    kind_label: Any
    cost_label: Any
    extension: str = ""

    @property
    def is_text(self) -> bool:
        return self.kind == "sms"


@dataclass(frozen=True, slots=True)
class WayIn:
    """One access point as a block of the page. `own` is False for the line of the body above."""

    channel: str
    title: Any
    icon: str
    state: StateView | None = None
    hours: str = ""
    week: tuple[WeekRow, ...] = ()
    address: tuple[Phrase, ...] = ()
    location: int | None = None
    point: tuple[Decimal, Decimal] | None = None  # latitude, longitude
    community: int | None = None  # in which it stands
    street: str = ""
    postal_code: str = ""
    city: str = ""
    lines: tuple[PhoneLine, ...] = ()
    url: str = ""
    email: str = ""
    notes: tuple[Any, ...] = ()  # texts, or translations still to be read
    notes_language: str = ""
    source_wording: str = ""
    citywide: bool = True
    communities: tuple[Term, ...] = ()
    schedules: tuple[Any, ...] = ()
    own: bool = True
    withheld: bool = False  # its address is known, and not told


@dataclass(frozen=True, slots=True)
class PlaceSeen:
    """What somebody saw of one place; `notes` are editors' words by key of the answer."""

    location: int
    address: str
    answers: tuple[Answer, ...]
    notes: Mapping[int, Phrase]


SIMILAR = "similar"  # no link of editors: the same need, near by


@dataclass(frozen=True, slots=True)
class Related:
    """Another structure, as this one is linked to it (or from it)."""

    kind: str
    outgoing: bool
    title: str
    url: str
    language: str


@dataclass(frozen=True, slots=True)
class StructureCard:
    """One entry of a list; the fields of the card component and what panels ask beside."""

    title: str
    url: str
    text: str
    language: str = ""  # of title and text, where it is not the reader's
    kind: Any = ""
    state: str = ""
    state_text: str = ""
    meta: tuple[dict[str, Any], ...] = ()
    phone: str = ""
    phone_label: str = ""
    is_open: bool = False
    list_code: str = ""  # to keep it in one's own list; empty where a list may be found by the wrong person
    why: tuple[dict[str, Any], ...] = ()  # what of the reader's answers it meets
    needs: tuple[Term, ...] = ()

    @property
    def text_language(self) -> str:
        return self.language


@dataclass(frozen=True, slots=True)
class StructureDetail:
    """All facts of one structure in a reader's language, at a moment."""

    pk: int
    uuid: UUID
    code: str
    slug: str
    status: str
    family: str
    family_label: Any
    kind: str
    reach: int
    sensitive: bool
    state: StateView
    call: PhoneLine | None
    call_note: str
    call_of: str
    ways: tuple[WayIn, ...]
    organisation: OrganisationView
    partners: tuple[OrganisationView, ...]
    needs: tuple[Term, ...]
    groups: tuple[Term, ...]
    languages: tuple[Term, ...]
    parts: Parts
    rule_words: Mapping[int, Phrase]
    places: tuple[PlaceSeen, ...]
    related: tuple[Related, ...]
    cost: str
    cost_amount: Decimal | None
    cost_per: str
    cost_wording: str
    free_for: tuple[Term, ...]
    without_papers: bool | None
    website: str
    project_codes: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None
    checked_on: date | None
    checked_by: str
    is_stale: bool  # should have been checked two weeks ago or more
    sources: tuple[Source, ...]
    newest_source: str

    @property
    def is_ended(self) -> bool:
        return self.status == "ended"
