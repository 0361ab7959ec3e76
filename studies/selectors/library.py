"""What pages and the home page read of the studies library."""

from dataclasses import dataclass, replace
from typing import Any

from django.apps import apps
from django.db.models import CharField, F, Q, QuerySet, Value
from django.http import QueryDict
from django.template.defaultfilters import filesizeformat
from django.utils import translation
from django.utils.translation import gettext as _

from core.documents.selectors import outline
from core.formats import partial_date
from core.hub import Link
from core.listing import Facet, Listing, ListingPage, Option, Sort, term_facet
from core.readable import readable
from core.snapshot import snapshot
from core.terms import Term, terms_by_pk
from core.text import Phrase, written_in
from studies.citations import Author, apa
from studies.models.study import Study, study_area
from studies.selectors.shapes import FactLine, StudyCard, StudyDetail, StudyFile
from studies.selectors.statistics import indicator_links, source_lines

PARAMETERS = frozenset({"need", "group", "year", "kind", "language", "about", "page", "sort"})
# A study without a year stands last on every database.
NEWEST = (F("study__year").desc(nulls_last=True), "-study__published_on", "path")
CONTENTS_LEVELS, MOST_CONTENTS = 2, 40
# What a study is joined with, and the column of the other side.
_JOINS = {
    "language": (Study.languages, "spokenlanguage_id"),
    "need": (Study.needs, "need_id"),
    "group": (Study.groups, "targetgroup_id"),
    "indicator": (Study.indicators, "indicator_id"),
}


@dataclass(frozen=True, slots=True)
class Used:
    """Values that some study has: a filter offers no others."""

    needs: frozenset[str]
    groups: frozenset[str]
    languages: frozenset[str]
    kinds: frozenset[str]
    years: tuple[int, ...]


def study_listing(pages: QuerySet, query: QueryDict, *, language: str, path: str) -> ListingPage:
    """The studies a reader asked for, as cards."""
    listing = Listing(
        facets=_facets(language),
        sorts=(Sort("newest", _("Newest first"), NEWEST), Sort("title", _("By title"), ("title",))),
        prefetch=_with_study,
    )
    found = listing.read(readable(pages, language), query, path=path)
    return replace(found, items=[study_card(page, language) for page in found.items])


def study_card(page: Any, language: str) -> StudyCard:
    """A card from a page that came with its study, authors and languages."""
    study = page.study
    own = page.locale.language_code
    authors = ", ".join(author.full_name for author in _authors(study))
    languages = {row.pk for row in study.languages.all()}
    spoken = ", ".join(term.name for term in terms_by_pk("language", languages, language))
    meta = [{"text": authors, "icon": "user", "language": written_in(authors)}] if authors else []
    if spoken:
        meta.append({"text": spoken, "icon": "globe"})
    return StudyCard(
        title=page.title,
        url=page.get_url() or "",
        language=own,
        kind=study.get_kind_display(),
        date=partial_date(study.date, language) if study.date else "",
        date_iso=study.date,
        text=page.summary,
        text_language=own,
        meta=tuple(meta),
        tags=({"text": _("about the city"), "tone": "sea"},) if study.about_city else (),
    )


def study_detail(study: Study, *, title: str, language: str) -> StudyDetail:
    """Facts of a study for a page with this title."""
    authors, joined = _authors(study), _joined(study)
    languages = terms_by_pk("language", joined["language"], language)
    with translation.override(language):
        return StudyDetail(
            kind=study.get_kind_display(),
            is_paper=study.kind == Study.Kind.PAPER,
            about_city=study.about_city,
            authors=authors,
            date=partial_date(study.date, language) if study.date else "",
            date_iso=study.date,
            facts=_facts(study, authors, languages, language),
            file=_file(study),
            external_url=study.document_url,
            doi_url=f"https://doi.org/{study.doi}" if study.doi else "",
            citation=apa(authors, year=study.year, title=title, doi=study.doi, language=language),
            needs=_terms(joined, language),
            indicators=_indicators(joined["indicator"], language),
            sources=source_lines(study, language),
            language_codes=tuple(term.slug for term in languages),
            licence=study.licence,
        )


@snapshot("studies.newest", tags={"list:studies"})
def newest_studies(language: str, *, count: int) -> tuple[StudyCard, ...]:
    """The newest studies a reader of a language can open."""
    pages = _with_study(readable(apps.get_model("studies.StudyPage").objects.all(), language).order_by(*NEWEST))
    with translation.override(language):
        return tuple(study_card(page, language) for page in pages[:count])


@snapshot("studies.with_indicator", tags={"list:studies"})
def studies_with(indicator: int, language: str) -> tuple[Link, ...]:
    """Links to the readable studies that use an indicator, newest first."""
    pages = readable(apps.get_model("studies.StudyPage").objects.filter(study__indicators=indicator), language)
    return tuple(
        Link(page.title, page.get_url() or "", page.locale.language_code)
        for page in pages.select_related("locale").order_by(*NEWEST)
    )


@snapshot("studies.used", tags={"list:studies"})
def _used() -> Used:
    studies = Study.objects.filter(pages__live=True)
    years = studies.filter(year__isnull=False).order_by("-year").values_list("year", flat=True).distinct()
    return Used(
        needs=_slugs(studies, "needs"),
        groups=_slugs(studies, "groups"),
        languages=_slugs(studies, "languages"),
        kinds=frozenset(studies.values_list("kind", flat=True)),
        years=tuple(year for year in years if year is not None),
    )


def _slugs(studies: QuerySet, path: str) -> frozenset[str]:
    return frozenset(studies.filter(**{f"{path}__isnull": False}).values_list(f"{path}__slug", flat=True))


def _facets(language: str) -> tuple[Facet, ...]:
    used = _used()
    return (
        _only(term_facet("need", _("Need"), "need", lookup="study__needs", language=language), used.needs),
        _only(term_facet("group", _("Target group"), "group", lookup="study__groups", language=language), used.groups),
        Facet("year", _("Year"), tuple(Option(str(year), str(year)) for year in used.years), lookup="study__year"),
        Facet(
            "kind",
            _("Kind"),
            tuple(Option(kind.value, kind.label) for kind in Study.Kind if kind.value in used.kinds),
            lookup="study__kind",
        ),
        _only(
            term_facet("language", _("Language"), "language", lookup="study__languages", language=language),
            used.languages,
        ),
        Facet("about", _("Area"), (Option("city", _("About the city")),), condition=_about_city),
    )


def _only(facet: Facet, values: frozenset[str]) -> Facet:
    return replace(facet, options=tuple(option for option in facet.options if option.value in values))


def _about_city(_value: str) -> Any:
    return Q(study__about_city=True)


def _with_study(pages: QuerySet) -> QuerySet:
    return pages.select_related("study", "locale").prefetch_related("study__authors", "study__languages")


def _authors(study: Study) -> tuple[Author, ...]:
    rows = sorted(study.authors.all(), key=lambda row: row.sort_order or 0)
    return tuple(Author(row.name, row.given_names) for row in rows)


def _joined(study: Study) -> dict[str, set[int]]:
    """Keys of what a study is joined with, by kind, in one query."""
    found: dict[str, set[int]] = {kind: set() for kind in _JOINS}
    branches = [
        field.through.objects.filter(study_id=study.pk)
        .annotate(kind=Value(kind, output_field=CharField()))
        .values_list("kind", column)
        for kind, (field, column) in _JOINS.items()
    ]
    for kind, pk in branches[0].union(*branches[1:], all=True):
        found[kind].add(pk)
    return found


def _facts(
    study: Study, authors: tuple[Author, ...], languages: tuple[Term, ...], language: str
) -> tuple[FactLine, ...]:
    area, area_language = study_area(study, language)
    unknown = _("We do not know")
    rows = (
        FactLine(
            _("Authors"), lines=tuple(Phrase(author.full_name, written_in(author.full_name)) for author in authors)
        ),
        FactLine(_("Year"), str(study.year) if study.year else unknown),
        FactLine(_("Area"), area, language=area_language),
        # A document says its own language beside it.
        FactLine(_("Language"), ", ".join(term.name for term in languages) or ("" if study.document_id else unknown)),
        FactLine(_("Licence"), study.licence or unknown),
        FactLine("DOI", study.doi, url=f"https://doi.org/{study.doi}"),
    )
    return tuple(row for row in rows if row.text or row.lines)


def _terms(joined: dict[str, set[int]], language: str) -> tuple[dict[str, str], ...]:
    needs = terms_by_pk("need", joined["need"], language)
    groups = terms_by_pk("group", joined["group"], language)
    return tuple({"text": term.name, "language": term.language} for term in (*needs, *groups))


def _indicators(wanted: set[int], language: str) -> tuple[Link, ...]:
    return tuple(link for pk, link in indicator_links(language) if pk in wanted)


def _file(study: Study) -> StudyFile | None:
    document = study.document
    if document is None:
        return None
    return StudyFile(
        title=document.title,
        url=document.url,
        format=document.file_extension.upper(),
        size=filesizeformat(document.file_size or 0),
        pages=document.pages,
        language_text=document.get_language_display(),
        accessible=document.accessible,
        language=document.language,
        contents=tuple(
            Link(heading.title, f"{document.url}#page={heading.page}", document.language)
            for heading in outline(document, levels=CONTENTS_LEVELS)[:MOST_CONTENTS]
        ),
        page_url=f"{document.url}#page=" if document.is_pdf else "",
    )
