"""One structure and lists of structures, as pages and search show them."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import Any, Protocol

from django.conf import settings
from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from core.cache import collect, expire_at
from core.formats import phone
from core.readable import IN_LANGUAGE
from core.terms import terms_by_pk
from directory.checks import stale_from
from directory.models.choices import AREAS, CHANNEL_ICONS, Channel, CostKind, Family, Reach, Status
from directory.models.structure import Structure
from directory.selectors.around import phrases, places_seen, related
from directory.selectors.hours import Asked
from directory.selectors.organisations import organisations
from directory.selectors.parts import parts
from directory.selectors.rows import held, words_of_places
from directory.selectors.shapes import StructureCard, StructureDetail
from directory.selectors.ways import Subject, best_state, line_to_call, number_to_call, ways_in

CARD_CHANNELS = 2


class HasStructure(Protocol):
    """A page of a structure, its structure read with it."""

    title: str
    summary: str
    structure: Structure
    structure_id: int
    words_language: str

    def get_url(self) -> str | None: ...


def structure_detail(pk: int, asked: Asked) -> StructureDetail:
    """All that the page of a structure shows (eight queries). Raises Structure.DoesNotExist."""
    structure = Structure.objects.get(pk=pk)
    rows, own = held([structure])[pk], parts([pk])[pk]
    bodies = organisations(asked.language)
    body = bodies[structure.organisation_id]
    collect(f"structure:{pk}", f"organisation:{body.pk}")
    subject = Subject(structure, rows, body, asked)
    said = words_of_places(rows.points, [pk])
    ways = ways_in(subject, said)
    call, answers = line_to_call(ways)
    own_call = any(way.own and call in way.lines for way in ways)
    sources = structure.source_list()
    return StructureDetail(
        pk=structure.pk,
        uuid=structure.uuid,
        code=structure.code,
        slug=structure.slug,
        status=structure.status,
        family=structure.family,
        family_label=Family(structure.family).label,
        kind=structure.kind,
        reach=structure.reach,
        sensitive=structure.sensitive,
        state=best_state(subject),
        call=call,
        call_note=answers,
        call_of="" if own_call or not call else body.number_of,
        ways=ways,
        organisation=body,
        partners=tuple(bodies[key] for key in sorted(rows.terms["partner"])),
        needs=terms_by_pk("need", rows.terms["need"], asked.language),
        groups=terms_by_pk("group", rows.terms["group"], asked.language),
        languages=terms_by_pk("language", rows.terms["language"], asked.language),
        parts=own,
        rule_words=phrases("rule", (rule.pk for rule in own.rules), said, asked.language),
        places=places_seen(subject, own, said),
        related=related(subject, own.links),
        cost=structure.cost,
        cost_amount=structure.cost_amount,
        cost_per=structure.cost_per,
        cost_wording=structure.cost_wording,
        free_for=terms_by_pk("group", rows.terms["free_for"], asked.language),
        without_papers=structure.without_papers,
        website=structure.website,
        project_codes=structure.codes(),
        valid_from=structure.valid_from,
        valid_to=structure.valid_to,
        checked_on=structure.checked_on,
        checked_by=structure.checked_by,
        is_stale=_is_stale(structure, asked),
        sources=sources,
        newest_source=max((source.date for source in sources), default=""),
    )


def _is_stale(structure: Structure, asked: Asked) -> bool:
    """Whether readers are warned; notes the midnight from which they will be."""
    begins = stale_from(structure.next_check_on)
    if begins is None or structure.checked_on is None:
        return False
    if asked.today < begins:
        expire_at(datetime.combine(begins, time(), asked.zone))
    return asked.today >= begins


def listed(language: str) -> QuerySet[Structure]:
    """What stands in the list of a language, each with the `title` of its page."""
    shown = Structure.objects.exclude(status=Status.ENDED)
    return shown.filter(pages__live=True, pages__locale__language_code=language).annotate(title=F("pages__title"))


def structure_cards(pages: Sequence[HasStructure], asked: Asked) -> tuple[StructureCard, ...]:
    """Cards of these pages in their order (four queries)."""
    rows = held(page.structure for page in pages)
    bodies = organisations(asked.language)
    return tuple(
        _card(
            page,
            Subject(page.structure, rows[page.structure_id], bodies[page.structure.organisation_id], asked),
        )
        for page in pages
    )


def _card(page: HasStructure, subject: Subject) -> StructureCard:
    state = best_state(subject)
    number = number_to_call(subject)
    return StructureCard(
        title=page.title,
        url=page.get_url() or "",
        text=page.summary,
        language=page.words_language,
        state=state.light,
        state_text=state.text,
        meta=(*_meta(subject), *foreign(page)),
        phone=number,
        phone_label=phone(number),
        is_open=state.is_open,
        list_code="" if subject.structure.sensitive else subject.structure.code,
        needs=terms_by_pk("need", subject.held.terms["need"], subject.asked.language),
    )


def foreign(page: HasStructure) -> Iterable[dict[str, Any]]:
    """The note that the words of a page are in another language than the list's."""
    if page.words_language:
        yield {"icon": "globe", "text": IN_LANGUAGE[page.words_language]}


def _meta(subject: Subject) -> Iterable[dict[str, Any]]:
    """First channels, area, languages, cost."""
    language = subject.asked.language
    channels = list(dict.fromkeys(point.channel for point in subject.points))
    for channel in channels[:CARD_CHANNELS]:
        yield {"icon": CHANNEL_ICONS[channel], "text": Channel(channel).label}
    yield from _area(subject)
    for spoken in terms_by_pk("language", subject.held.terms["language"], language):
        yield {"text": spoken.name, "language": spoken.language}
    if subject.structure.cost == CostKind.FREE:
        yield {"text": CostKind.FREE.label}


def _area(subject: Subject) -> Iterable[dict[str, Any]]:
    if subject.structure.reach != Reach.CITY:
        yield {"text": AREAS[Reach(subject.structure.reach)]}
        return
    if any(point.citywide for point in subject.points):
        yield {"text": AREAS[Reach.CITY]}
        return
    served = set().union(*subject.held.communities.values())
    for community in terms_by_pk("community", served, subject.asked.language):
        yield {"text": community.name, "language": community.language}


def usable(structure: Structure) -> bool:
    """Whether a reader can reach it: by an access point of its own, or by the line of a body above."""
    points = structure.access_points.all()
    if any(point.location_id or point.url or point.email or point.lines.all() for point in points):
        return True
    return bool(organisations(settings.LANGUAGE_CODE)[structure.organisation_id].number)


NO_WAY_IN = _("There is no way in yet: add an access point with a place, a number or an address.")
