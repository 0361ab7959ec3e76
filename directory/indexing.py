"""What of the directory is searched: structures, by the words of their pages and the terms of their facts."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.utils import timezone

from core.words import words_of
from directory.hours.sentences import sentence
from directory.hours.state import HoursState
from directory.models import ContactLine, OpenInterval, Structure, StructurePage
from directory.models.choices import CALLABLE, ON_A_LINE, Channel, Status
from directory.selectors.emergencies import structures_now
from directory.selectors.organisations import organisations
from search.documents import Extras, Listed, SearchDocument, SearchSource

LABEL = "directory.StructurePage"
FOR_EVER_DAYS = 45


def structures() -> SearchSource:
    """Structures, each page in its own language; what has ended is not found."""
    return SearchSource(
        label=LABEL,
        queryset=_pages,
        to_document=structure_document,
        depends_on={
            "directory.Structure": "structure",
            "directory.AccessPoint": "structure__access_points",
            "directory.Organisation": "structure__organisation",
        },
        channels=tuple(Channel.choices),
        decorate=open_extras,
        listed=listed_structures,
    )


def _pages() -> QuerySet:
    return (
        StructurePage.objects.live()
        .filter(alias_of__isnull=True)
        .exclude(structure__status=Status.ENDED)
        .select_related("locale", "structure__organisation")
        .prefetch_related(
            "structure__needs",
            "structure__target_groups",
            "structure__language_offers__language",
            "structure__organisation__words",
            "structure__access_points__communities",
        )
    )


def listed_structures() -> list[Listed]:
    """Every structure as editors look for it: by label, code, body and the titles of its pages (two queries)."""
    titles: dict[int, list[str]] = {}
    groups: dict[int, str] = {}
    pages = StructurePage.objects.filter(alias_of__isnull=True).values_list("structure_id", "translation_key", "title")
    for structure, key, title in pages:
        titles.setdefault(structure, []).append(title)
        groups[structure] = f"{LABEL.lower()}:{key}"
    bodies = organisations(settings.LANGUAGE_CODE)
    rows = Structure.objects.values_list("pk", "label", "code", "organisation").order_by("label")
    return [
        Listed(pk, groups.get(pk, ""), " ".join([label, code, bodies[body].name, *titles.get(pk, ())]))
        for pk, label, code, body in rows
    ]


def structure_document(page: StructurePage, language: str) -> SearchDocument | None:
    """The public words of a structure; never an address."""
    if page.locale.language_code != language:
        return None
    structure = page.structure
    points = list(structure.access_points.all())
    local = {term.slug for point in points for term in point.communities.all()}
    body = words_of(structure.organisation, language)
    return SearchDocument(
        group=f"{LABEL.lower()}:{page.translation_key}",
        type="structure",
        language=language,
        title=page.title,
        url=page.get_url() or "",
        names=tuple(name for name in (page.official_name, body and body.name, body and body.short_name) if name),
        summary=page.summary,
        body=" · ".join(_words(page)),
        place=() if any(point.citywide for point in points) else tuple(sorted(local)),
        needs=tuple(term.slug for term in structure.needs.all()),
        groups=tuple(term.slug for term in structure.target_groups.all()),
        channels=tuple(dict.fromkeys(point.channel for point in points)),
        languages=tuple(dict.fromkeys(offer.language.slug for offer in structure.language_offers.all())),
    )


def open_extras(groups: Sequence[str], language: str, now: datetime) -> Mapping[str, Extras]:
    """Phone and, when it is open, the sentence of these hits (one query)."""
    keys = [group.split(":", 1)[1] for group in groups]
    numbers = ContactLine.objects.filter(access_point__structure=OuterRef("structure"), kind__in=CALLABLE)
    intervals = OpenInterval.objects.filter(
        access_point__structure=OuterRef("structure"), start__lte=now, end__gt=now, kind=OpenInterval.Kind.OPEN
    )
    pages = (
        StructurePage.objects.filter(translation_key__in=keys, locale__language_code=language)
        .only("translation_key", "url_path", "alias_of", "structure")
        .annotate(
            number=Subquery(numbers.order_by("access_point__sort_order", "sort_order").values("number")[:1]),
            until=Subquery(intervals.order_by("end").values("end")[:1]),
            channel=Subquery(intervals.order_by("end").values("access_point__channel")[:1]),
        )
        .annotate(body=F("structure__organisation_id"))
    )
    bodies, helping = organisations(language), structures_now(now)
    return {
        f"{LABEL.lower()}:{page.translation_key}": _extras(
            page,
            page.number or bodies[page.body].number,
            language,
            now,
            helps_now=page.structure_id in helping,
        )
        for page in pages
    }


def _extras(page: Any, number: str, language: str, now: datetime, *, helps_now: bool) -> Extras:
    # Where the words that were found are in another language, the facts are here in the reader's.
    url = (page.get_url() or "") if page.alias_of_id else ""
    if page.until is None:
        return Extras(is_open=False, helps_now=helps_now, phone=number, url=url)
    ends = None if (page.until - now).days > FOR_EVER_DAYS else timezone.localtime(page.until)
    owner = "line" if page.channel in ON_A_LINE else "place"
    reason = "emergency" if helps_now else "weekly"
    state = HoursState(state="open", reason=reason, at=timezone.localtime(now), owner=owner, next_change=ends)
    return Extras(state=sentence(state, language), is_open=True, helps_now=helps_now, phone=number, url=url)


def _words(page: StructurePage) -> list[str]:
    offers = [str(block.value) for block in page.offers]
    return [words for words in (*offers, page.for_whom, page.conditions, page.how) if words]
