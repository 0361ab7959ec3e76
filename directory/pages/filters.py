"""Filters of the list that ask a question of structures: when it is open, what is not needed, whether one gets in.

Where nobody knows, a structure is never among the hits: it is counted beside them.
"""

from functools import partial

from django.db.models import Exists, OuterRef, Q
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from core.listing import UNKNOWN, Facet, Option
from directory.models.access import AccessPoint, Schedule
from directory.models.accessibility import Question
from directory.models.choices import CostKind, ScheduleKind
from directory.models.conditions import DocumentNeed, RequiredDocument
from directory.pages.typed_words import saying
from directory.selectors.daytimes import DAYTIMES, NOW, open_by_daytime, open_in
from directory.selectors.hours import Asked
from directory.selectors.seen import seen_by

OWN = OuterRef("pk")
# Of the seventeen questions those by which people choose where to go.
ASKED = (
    Question.STEP_FREE,
    Question.TOILET,
    Question.LIFT,
    Question.PARKING,
    Question.GUIDE_DOG,
    Question.SIGN,
    Question.LOOP,
    Question.WRITTEN,
)


def when_facet(asked: Asked) -> Facet:
    """Open now, in the morning or after 16:00 on a weekday of the coming seven days, at the coming weekend."""
    options = (
        Option(NOW, _("Open now")),
        Option("morning", _("In the morning on weekdays")),
        Option("late", _("After 16:00 on weekdays")),
        Option("weekend", _("At the weekend")),
    )
    return Facet(
        "open",
        _("When"),
        options,
        condition=lambda value: Q(pk__in=open_in(value, asked).values("access_point__structure")),
        open=True,
        unknown=_no_hours,
        live=frozenset({NOW}),
        together=lambda: open_by_daytime(asked),
    )


def times_chosen(query: QueryDict) -> tuple[str, ...]:
    """The times of day that a query asks for; none when it also asks where nobody knows the hours."""
    chosen = [value for value in query.getlist("open") if value]
    known = tuple(value for value in chosen if value == NOW or value in DAYTIMES)
    return () if any(value.endswith(UNKNOWN) for value in chosen) else known


def words_facet(words: str, asked: Asked) -> Facet:
    """What a reader wrote: its one value are the words themselves."""
    return Facet(
        "q",
        _("Words"),
        (Option(words, words),),
        condition=lambda value: saying(value, language=asked.language, today=asked.today),
        live=frozenset({words}),
    )


def without_facet() -> Facet:
    """What people need not have: money, an appointment, papers."""
    options = (
        Option("cost", _("Free of charge")),
        Option("appointment", _("Without appointment")),
        Option("papers", _("Without papers")),
    )
    return Facet("without", _("Not needed"), options, condition=_not_needed, every=True, unknown=_need_not_known)


def access_facet() -> Facet:
    """What was seen of the places, or follows from other facts; all that is chosen must hold."""
    options = tuple(Option(question.value, question.label) for question in ASKED)
    values = [question.value for question in ASKED]
    together = partial(seen_by, values)
    return Facet("access", _("Accessibility"), options, every=True, unknown=_read_together, together=together)


def _no_hours(_value: str) -> Q:
    """Structures of which nobody knows any hours."""
    known = (ScheduleKind.HOURS, ScheduleKind.ALWAYS, ScheduleKind.APPOINTMENT)
    return Q(~Exists(Schedule.objects.filter(access_point__structure=OWN, kind__in=known)))


def _not_needed(value: str) -> Q:
    if value == "cost":
        return Q(cost=CostKind.FREE)
    if value == "appointment":
        return Q(access_points__walk_in=True)
    must = RequiredDocument.objects.filter(structure=OWN, needed=DocumentNeed.ALWAYS)
    may_come = Q(Exists(must)) & ~Q(Exists(must.filter(come_without=False)))
    return Q(without_papers=True) | (Q(without_papers__isnull=True) & may_come)


def _need_not_known(value: str) -> Q:
    if value == "cost":
        return Q(cost__in=(CostKind.UNKNOWN, CostKind.ASK))
    if value == "appointment":
        return ~Q(Exists(AccessPoint.objects.filter(structure=OWN, walk_in__isnull=False)))
    papers = RequiredDocument.objects.filter(structure=OWN)
    return Q(without_papers__isnull=True) & ~Q(Exists(papers))


def _read_together(value: str) -> Q:
    """No condition: `together` reads these values, and where nobody knows with them."""
    raise NotImplementedError(value)
