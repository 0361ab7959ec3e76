"""Good practices as lists and their pages show them."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core.cache import collect
from core.listing import Facet, Listing, ListingPage, Option, term_facet
from core.readable import readable
from core.terms import Term, terms_by_pk
from directory.selectors.organisations import organisations
from network.models.practice import Evidence, Practice

PAGE_SIZE = 20
PARAMETERS = frozenset({"need", "group", "year", "evidence", "where", "page"})
OWN, ELSEWHERE = "own", "elsewhere"


@dataclass(frozen=True, slots=True)
class PracticeCard:
    """Parameters of the `card` component. `language` is that of the words, which may be a fallback."""

    title: str
    url: str
    language: str
    kind: Any
    text: str
    text_language: str
    meta: tuple[dict[str, str], ...]
    tags: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class FactLine:
    """A line of the `facts` component."""

    term: Any
    text: Any = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PracticeIndex:
    """A page of the list."""

    listing: ListingPage
    cards: tuple[PracticeCard, ...]


@dataclass(frozen=True, slots=True)
class PracticeDetail:
    """What a page says of a practice beside its own words."""

    facts: tuple[FactLine, ...]
    sources: tuple[Any, ...]
    evidence: Any
    related: tuple[PracticeCard, ...]
    terms: tuple[Term, ...]


def practice_index(query: QueryDict, *, language: str, path: str) -> PracticeIndex:
    """The page that was asked for; raises Http404 beyond the last one."""
    collect("list:network")
    listing = _listing(language).read(_best_first(_pages_in(language)), query, path=path)
    return PracticeIndex(listing, tuple(practice_card(page) for page in listing.items))


def practice_detail(page: Page, *, language: str) -> PracticeDetail:
    """The detail of a practice; `page` brings its words."""
    practice = Practice.objects.prefetch_related("needs", "groups", "organisations").get(pk=page.practice_id)
    collect(*practice.cache_tags(), "terms")
    needs = terms_by_pk("need", {each.pk for each in practice.needs.all()}, language)
    groups = terms_by_pk("group", {each.pk for each in practice.groups.all()}, language)
    bodies = organisations(language)
    names = tuple(bodies[each.pk].name for each in practice.organisations.all() if each.pk in bodies)
    lines = (
        FactLine(_("Where"), page.place),
        FactLine(_("Year of the results"), str(practice.year or "")),
        FactLine(_("Organisations"), lines=names),
        FactLine(_("Need"), lines=tuple(term.name for term in needs)),
        FactLine(_("For whom"), lines=tuple(term.name for term in groups)),
        FactLine(_("Evidence"), practice.get_evidence_display()),
    )
    return PracticeDetail(
        facts=tuple(line for line in lines if line.text or line.lines),
        sources=practice.source_list(),
        evidence=practice.get_evidence_display(),
        related=_related(practice, needs, language),
        terms=needs,
    )


def best_practices(language: str, *, count: int) -> tuple[PracticeCard, ...]:
    """What the home page shows: of the city first, then by evidence and year (one query)."""
    collect("list:network")
    pages = _with_facts(_best_first(_pages_in(language)).order_by("-practice__of_city", "rank", "-pk"))
    return tuple(practice_card(page) for page in pages[:count])


def practice_card(page: Page) -> PracticeCard:
    """The card of a page that was read with its practice and locale."""
    practice = page.practice
    meta = [{"icon": "place", "text": page.place, "language": page.locale.language_code}] if page.place else []
    if practice.year:
        meta.append({"icon": "calendar", "text": str(practice.year), "language": ""})
    return PracticeCard(
        title=page.title,
        url=page.get_url() or "",
        language=page.locale.language_code,
        kind="",
        text=page.summary,
        text_language=page.locale.language_code,
        meta=tuple(meta),
        tags=({"text": practice.get_evidence_display(), "tone": _tone(practice), "language": ""},),
    )


def _pages_in(language: str) -> QuerySet[Page]:
    return readable(apps.get_model("network.GoodPracticePage").objects.all(), language)


def _with_facts(pages: QuerySet[Page]) -> QuerySet[Page]:
    return pages.select_related("locale", "practice")


def _best_first(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Well shown ones first, then the newest results."""
    rank = Case(
        *(When(practice__evidence=level, then=Value(place)) for place, level in enumerate(Evidence.values)),
        output_field=IntegerField(),
    )
    return pages.annotate(rank=rank).order_by("rank", F("practice__year").desc(nulls_last=True), "pk")


def _listing(language: str) -> Listing:
    years = Practice.objects.filter(year__isnull=False).order_by("-year").values_list("year", flat=True)
    where = (Option(OWN, _("In this city")), Option(ELSEWHERE, _("Elsewhere")))
    levels = tuple(Option(value, label) for value, label in Evidence.choices)
    facets = (
        term_facet("need", _("Need"), "need", lookup="practice__needs", language=language),
        term_facet("group", _("For whom"), "group", lookup="practice__groups", language=language),
        Facet("where", _("Where"), where, condition=_is_where),
        Facet("evidence", _("Evidence"), levels, "practice__evidence"),
        Facet("year", _("Year"), tuple(Option(str(y), str(y)) for y in dict.fromkeys(years)), "practice__year"),
    )
    return Listing(facets=facets, page_size=PAGE_SIZE, prefetch=_with_facts)


def _is_where(value: str) -> Q:
    return Q(practice__of_city=value == OWN)


def _related(practice: Practice, needs: tuple[Term, ...], language: str) -> tuple[PracticeCard, ...]:
    """Up to three practices for the same need."""
    if not needs:
        return ()
    alike = Practice.objects.filter(needs__in=[need.pk for need in needs]).exclude(pk=practice.pk).values("pk")
    pages = _with_facts(_best_first(_pages_in(language).filter(practice__in=alike)))
    return tuple(practice_card(page) for page in pages[:3])


def _tone(practice: Practice) -> str:
    return {Evidence.HIGH: "open", Evidence.MEDIUM: "sea"}.get(Evidence(practice.evidence), "")
