"""Honest studies and figures for tests."""

from decimal import Decimal

from wagtail.models import Locale, Page

from core.taxonomy import Topic, TopicWords
from studies.models import (
    Area,
    AreaWords,
    Breakdown,
    BreakdownWords,
    Indicator,
    IndicatorIndexPage,
    IndicatorPage,
    IndicatorWords,
    Observation,
    Study,
    StudyAuthor,
    StudyIndexPage,
    StudyPage,
    StudyWords,
)

SOURCE = ("source", {"title": "Πηγή", "url": "https://example.org/a", "date": "2025-04-16", "what": ""})


def topic(slug: str = "poverty") -> Topic:
    found, new = Topic.objects.get_or_create(slug=slug)
    if new:
        TopicWords.objects.create(term=found, language="el", name="Φτώχεια")
        TopicWords.objects.create(term=found, language="en", name="Poverty")
    return found


def area(code: str = "EL", el: str = "Ελλάδα", en: str = "Greece", *, own: bool = False) -> Area:
    found, new = Area.objects.get_or_create(slug=code, defaults={"order": Area.objects.count() + 1, "own": own})
    if new:
        AreaWords.objects.create(area=found, language="el", name=el)
        AreaWords.objects.create(area=found, language="en", name=en)
    return found


def part(code: str = "sex-women", el: str = "Γυναίκες", en: str = "Women", dimension: str = "sex") -> Breakdown:
    found, new = Breakdown.objects.get_or_create(slug=code, defaults={"dimension": dimension})
    if new:
        BreakdownWords.objects.create(breakdown=found, language="el", dimension="Φύλο", name=el)
        BreakdownWords.objects.create(breakdown=found, language="en", dimension="Sex", name=en)
    return found


def indicator(slug: str = "arope", *, unit: str = "percent", **fields) -> Indicator:
    """An indicator with words in both languages and one source."""
    decimals = 1 if unit == "percent" else 0
    made = Indicator.objects.create(slug=slug, topic=topic(), unit=unit, decimals=decimals, sources=[SOURCE], **fields)
    el, en = ("% του πληθυσμού", "% of the population") if unit == "percent" else ("άτομα", "people")
    IndicatorWords.objects.create(
        indicator=made, language="el", name="Κίνδυνος φτώχειας", unit=el, definition="Τι μετρά."
    )
    IndicatorWords.objects.create(
        indicator=made, language="en", name="Poverty risk", unit=en, definition="What it measures."
    )
    return made


def value(of: Indicator, period: str, number: float | str, *, where: Area | None = None, **fields) -> Observation:
    return Observation.objects.create(
        indicator=of, area=where or area(), period=period, value=Decimal(str(number)), source=1, **fields
    )


def index_page(home: Page, cls=StudyIndexPage, slug: str = "studies") -> Page:
    return home.add_child(instance=cls(title="Κατάλογος", slug=slug, locale=home.locale, show_in_menus=True))


def indicator_page(index: IndicatorIndexPage, of: Indicator, title: str = "Κίνδυνος φτώχειας") -> IndicatorPage:
    return index.add_child(instance=IndicatorPage(title=title, slug=of.slug, locale=index.locale, indicator=of))


def study(slug: str = "survey", *, year: int | None = 2025, kind: str = "survey", **fields) -> Study:
    """A study of a body, about Greece."""
    made = Study.objects.create(slug=slug, year=year, kind=kind, sources=[SOURCE], **fields)
    StudyAuthor.objects.create(study=made, sort_order=0, name="ΕΛΣΤΑΤ")
    StudyWords.objects.create(study=made, language="el", area="Ελλάδα")
    return made


def study_page(index: StudyIndexPage, of: Study, title: str = "Έρευνα", **fields) -> StudyPage:
    return index.add_child(
        instance=StudyPage(title=title, slug=of.slug, locale=index.locale, study=of, summary="Περίληψη.", **fields)
    )


def locale(language: str) -> Locale:
    return Locale.objects.get_or_create(language_code=language)[0]
