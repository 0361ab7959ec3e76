"""What stands around a structure: other structures that it is linked to, and what was seen at its places."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet

from core import languages
from core.cache import collect
from core.terms import terms_by_pk
from core.text import Phrase
from directory.models.access import AccessPoint
from directory.models.accessibility import Question, Seen
from directory.models.choices import WRITTEN, Channel, Status
from directory.models.links import LinkKind
from directory.models.structure import Structure
from directory.selectors.parts import Answer, Link, Parts
from directory.selectors.rows import Said
from directory.selectors.shapes import SIMILAR, PlaceSeen, Related
from directory.selectors.ways import Subject, said_in

SIMILAR_MOST = 3


def phrases(kind: str, keys: Iterable[int], said: Said, language: str) -> dict[int, Phrase]:
    """The editors' words of these rows in the nearest language, by key; rows without words are left out."""
    found = {}
    for key in keys:
        text, _city, written_in = said_in(said.get((kind, key), {}), language)
        if text:
            found[key] = Phrase(text, written_in if written_in != language else "")
    return found


def places_seen(subject: Subject, held: Parts, said: Said) -> tuple[PlaceSeen, ...]:
    """Each place to which people go, with all that is known of it; nothing when its address is withheld."""
    if subject.structure.sensitive:
        return ()
    by_location = {
        point.location_id: point for point in subject.points if point.location_id and not point.location.sensitive
    }
    follows = tuple(_following(subject, held))
    collect(*(f"location:{pk}" for pk in by_location))
    return tuple(_place(point, held.seen.get(pk, []), follows, said, subject) for pk, point in by_location.items())


def related(subject: Subject, links: Iterable[Link]) -> tuple[Related, ...]:
    """The other structures, with a page in the reader's language or the nearest one (at most one query).

    One that has ended names only its successors, and beside them what else helps with the same needs near by.
    """
    if subject.structure.status == Status.ENDED:
        return _instead(subject, [link for link in links if link.kind == LinkKind.FOLLOWS and not link.outgoing])
    shown = [link for link in links if link.status != Status.ENDED or link.kind == LinkKind.FOLLOWS]
    pages = pages_of(Q(structure__in={link.other for link in shown}), subject.asked.language) if shown else {}
    kept = (link for link in shown if link.other in pages)
    return tuple(related_by(link.kind, pages[link.other], outgoing=link.outgoing) for link in kept)


def pages_of(which: Q, language: str) -> dict[int, Any]:
    """A live page of each of these structures, in the nearest language, by structure and title."""
    model = apps.get_model("directory.StructurePage")
    order = languages.order(language)
    whole = Q(alias_of__isnull=True) | Q(locale__language_code=language)
    live = model.objects.live().filter(which, whole, locale__language_code__in=order)
    rows = list(live.select_related("locale", "alias_of__locale"))
    rows.sort(key=lambda page: (-order.index(page.locale.language_code), page.title))
    found = {page.structure_id: page for page in rows}
    collect(*(f"structure:{pk}" for pk in found))
    return found


def related_by(kind: str, page: Any, *, outgoing: bool) -> Related:
    """The structure of a page, as another one is linked to it."""
    return Related(kind, outgoing, page.title, page.get_url() or "", page.words_language or page.locale.language_code)


def _instead(subject: Subject, successors: list[Link]) -> tuple[Related, ...]:
    others = {link.other for link in successors}
    pages = pages_of(Q(structure__in=others) | Q(structure__in=_similar(subject)), subject.asked.language)
    after = (related_by(LinkKind.FOLLOWS, page, outgoing=False) for pk, page in pages.items() if pk in others)
    like = (related_by(SIMILAR, page, outgoing=True) for pk, page in pages.items() if pk not in others)
    return (*after, *like)


def _similar(subject: Subject) -> QuerySet:
    """Keys of three structures that work, with the same need and in the same communities."""
    working = Structure.objects.filter(status=Status.ACTIVE, pages__live=True).exclude(pk=subject.structure.pk)
    same = Structure.needs.through.objects.filter(need__in=subject.held.terms["need"]).values("structure_id")
    near = AccessPoint.objects.filter(citywide=True).values("structure_id")
    if served := set().union(*subject.held.communities.values()):
        near = AccessPoint.objects.filter(Q(citywide=True) | Q(communities__in=served)).values("structure_id")
    kept = working.filter(pk__in=same).filter(pk__in=near)
    return kept.order_by("reach", "pk").distinct().values("pk")[:SIMILAR_MOST]


def _place(
    point: AccessPoint, answers: list[Answer], follows: tuple[Answer, ...], said: Said, subject: Subject
) -> PlaceSeen:
    answered = {answer.question for answer in answers}
    known = (*answers, *(answer for answer in follows if answer.question not in answered))
    notes = phrases("seen", (answer.pk for answer in answers), said, subject.asked.language)
    place = point.location
    address = " ".join(part for part in (place.street, place.number) if part)
    return PlaceSeen(place.pk, address, known, notes)


def _following(subject: Subject, held: Parts) -> Iterator[Answer]:
    """What other facts answer already: a line for writing, a sign language that is offered."""
    if any(_is_written(point) for point in subject.points):
        yield Answer(0, Question.WRITTEN, Seen.YES)
    offered = {offer.language for offer in held.offers}
    if any(term.sign for term in terms_by_pk("language", offered, subject.asked.language)):
        yield Answer(0, Question.SIGN, Seen.YES)


def _is_written(point: AccessPoint) -> bool:
    return bool(point.email or point.channel == Channel.TEXT or any(line.kind in WRITTEN for line in point.lines.all()))
