"""The list of structures: its filters and orders, and what each structure holds of them, read once per process."""

from collections.abc import Callable, Collection
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.collation import order_key
from core.listing import Facet, Held, Listing, Option, Sort, sorted_keys, term_facet
from core.snapshot import snapshot
from core.terms import terms
from directory.checks import stale_from
from directory.models.access import AccessPoint, ContactLine
from directory.models.choices import CALLABLE, Channel, Family, Status
from directory.models.coverage import CITY
from directory.models.structure import Structure
from directory.pages.filters import access_facet, when_facet, without_facet, words_facet
from directory.pages.matrix import way_facet
from directory.selectors.emergencies import structures_now
from directory.selectors.hours import Asked, open_structures
from directory.selectors.organisations import organisations
from directory.selectors.pages import live_pages
from directory.selectors.structures import listed

OPEN = ("open", "now")
CITY_NAME = pgettext_lazy("area that is served", "Whole city")
# No filter of readers: what an emergency of now opens stands before all others.
HELPS = ("emergency", "now")


def structure_listing(asked: Asked, *, way: str = "", times: Collection[str] = (), words: str = "") -> Listing:
    """Facets and orders of the list, in a reader's language at a moment.

    `way` is a cell of the coverage: with `times` of day, that way itself must be open then. `words` are a reader's.

    What is listed are structures; each comes with its pages in the language as `shown`.
    """
    language = asked.language
    return Listing(
        facets=(
            term_facet("need", _("What you need"), "need", lookup="needs", language=language, open=True),
            when_facet(asked),
            _community_facet(asked),
            Facet(
                name="channel",
                label=_("How"),
                options=tuple(Option(code, label) for code, label in Channel.choices),
                lookup="access_points__channel",
            ),
            term_facet("group", _("For whom"), "group", lookup="target_groups", language=language),
            term_facet("language", _("Language"), "language", lookup="language_offers__language", language=language),
            Facet(
                name="family",
                label=_("Family"),
                options=tuple(Option(code, label) for code, label in Family.choices),
                lookup="family",
            ),
            without_facet(),
            access_facet(),
            *((way_facet(way, asked, times),) if way else ()),
            *((words_facet(words, asked),) if words else ()),
        ),
        sorts=_sorts(asked),
        prefetch=lambda structures: structures.prefetch_related(
            Prefetch("pages", live_pages(language), to_attr="shown")
        ),
    )


def held_now(asked: Asked) -> Held:
    """What the structures of a language hold at a moment (one query; the rest is kept)."""
    return held_in(asked).adding({OPEN: open_structures(asked.at), HELPS: structures_now(asked.at)})


def held_in(asked: Asked) -> Held:
    """The same but for the minute: what holds all day (no query; it is kept)."""
    return _held_in(asked.language, asked.today, asked.zone)


def community_counts(asked: Asked) -> dict[str, int]:
    """How many structures each community and the whole city have: the numbers of the filter (no query of its own)."""
    held = held_in(asked)
    keys = (*(term.slug for term in terms("community", asked.language)), CITY)
    return {key: (held.everything & held.bits.get(("community", key), 0)).bit_count() for key in keys}


@snapshot("directory.held_in", tags={"list:directory", "terms", "organisations"})
def _held_in(language: str, today: date, zone: ZoneInfo) -> Held:
    """With the orders of a language; what has no page in it is not shown."""
    listing = structure_listing(_day(language, today, zone))
    return _held(today, zone).ordered({sort.name: sorted_keys(listed(language), sort) for sort in listing.sorts})


@snapshot("directory.held", tags={"list:directory", "terms"})
def _held(today: date, zone: ZoneInfo) -> Held:
    """What every structure holds on a day, whatever the reader's language (two queries)."""
    structures = Structure.objects.exclude(status=Status.ENDED)
    nothing = Held.of(structures.order_by("pk").values_list("pk", flat=True))
    return structure_listing(_day(settings.LANGUAGE_CODE, today, zone)).holders(structures, nothing)


def _day(language: str, today: date, zone: ZoneInfo) -> Asked:
    return Asked(language, datetime.combine(today, time(), zone), zone)


def _sorts(asked: Asked) -> tuple[Sort, ...]:
    return (
        Sort(
            "open",
            pgettext_lazy("sorted by", "open now first"),
            ("reach", Exists(_own_numbers()), "organisation", "next_check_on", "checked_on", "title"),
            key=_nearest_first(asked),
            first=(HELPS, OPEN),
        ),
        Sort(
            "name",
            pgettext_lazy("sorted by", "name"),
            ("title",),
            key=lambda title: order_key(title, asked.language),
        ),
    )


def _nearest_first(asked: Asked) -> Callable[..., Any]:
    """Of this city before national, with a number to call before those without, checked in time before overdue,
    checked lately before long ago, then by name.
    """
    bodies = organisations(asked.language)

    def key(*row: Any) -> Any:
        reach, answers, body, due, checked, title = row
        begins = stale_from(due)
        is_late = begins is not None and begins <= asked.today
        is_silent = not (answers or bodies[body].number)
        return reach, is_silent, is_late, -checked.toordinal() if checked else 0, order_key(title, asked.language)

    return key


def _own_numbers() -> QuerySet:
    return ContactLine.objects.filter(access_point__structure=OuterRef("pk"), kind__in=CALLABLE)


def _community_facet(asked: Asked) -> Facet:
    """What stands in a community or comes to it by name; what serves the whole city is one more value."""
    plain = term_facet("community", _("Where"), "community", language=asked.language)
    options = (*plain.options, Option(CITY, CITY_NAME))
    return Facet(name="community", label=plain.label, options=options, condition=_serves)


def _serves(value: str) -> Q:
    points = AccessPoint.objects.values("structure")
    if value == CITY:
        return Q(pk__in=points.filter(citywide=True))
    # Apart, because a database looks through all points for an OR of two tables.
    return Q(pk__in=points.filter(communities__slug=value)) | Q(pk__in=points.filter(location__community__slug=value))
