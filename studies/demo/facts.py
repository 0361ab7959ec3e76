"""Loads studies and statistical series from their files of facts."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from wagtail.models import Page, Site

from core.demo import by_language, facts, save_page, set_words, stored_sources
from core.taxonomy import Need, SpokenLanguage, TargetGroup, Topic, TopicWords
from studies.demo import words as demo_words
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

LANGUAGES = ("el", "en")
LONGEST_SUMMARY = 200


def load_statistics() -> int:
    """Topics, areas, parts, indicators with their values, and a page for each; how many indicators."""
    rows = facts("indicators")
    topics = _topics()
    areas = _areas(rows)
    parts = _parts()
    section = _section(IndicatorIndexPage, "statistics", {"el": "stoicheia", "en": "statistics"})
    for row in rows:
        indicator = _indicator(row, topics)
        _observations(indicator, row, areas, parts)
        save_page(
            IndicatorPage,
            section,
            slug=dict.fromkeys(LANGUAGES, row["id"]),
            words={language: {"title": row["title"][language]} for language in LANGUAGES},
            shared={"indicator_id": indicator.pk},
        )
    return len(rows)


def load_studies() -> int:
    """Studies with their pages; how many."""
    rows = facts("studies")
    section = _section(StudyIndexPage, "studies", {"el": "meletes", "en": "studies"})
    for row in rows:
        study = _study(row)
        save_page(
            StudyPage,
            section,
            slug=dict.fromkeys(LANGUAGES, row["id"]),
            words={language: _study_words(row, language) for language in LANGUAGES},
            shared={"study_id": study.pk},
        )
    return len(rows)


def _section(cls: type[Page], name: str, slugs: Mapping[str, str]) -> Page:
    home = Site.objects.get(is_default_site=True).root_page
    pages = save_page(cls, home, slug=slugs, words=demo_words.INDEXES[name], shared={"show_in_menus": True})
    return pages["el"]


def _topics() -> dict[str, Topic]:
    """Topics belong to all apps: what is there already keeps its words."""
    found = {}
    for place, (slug, names) in enumerate(demo_words.TOPICS.items(), start=1):
        found[slug], new = Topic.objects.get_or_create(slug=slug, defaults={"order": place})
        if new:
            set_words(found[slug], TopicWords, "term", by_language(_pair(names), "name"))
    return found


def _areas(rows: list[dict[str, Any]]) -> dict[str, Area]:
    found: dict[str, Area] = {}
    for given in (area for row in rows for area in row["areas"]):
        code = given["code"]
        if code in found:
            continue
        found[code], _ = Area.objects.update_or_create(
            slug=code, defaults={"order": len(found) + 1, "own": code == demo_words.CITY}
        )
        set_words(found[code], AreaWords, "area", by_language(given["name"], "name"))
    return found


def _parts() -> dict[tuple[str, str], Breakdown]:
    found = {}
    for place, ((dimension, value), names) in enumerate(demo_words.PARTS.items(), start=1):
        slug = f"{dimension}-{value.replace('+', '-plus')}"
        part, _ = Breakdown.objects.update_or_create(slug=slug, defaults={"dimension": dimension, "order": place})
        cut_by, name = _pair(demo_words.DIMENSIONS[dimension]), _pair(names)
        words = {language: {"dimension": cut_by[language], "name": name[language]} for language in LANGUAGES}
        set_words(part, BreakdownWords, "breakdown", words)
        found[dimension, value] = part
    return found


def _indicator(row: dict[str, Any], topics: Mapping[str, Topic]) -> Indicator:
    # “Number” as a unit says that each part counts another thing.
    unit = "mixed" if row["unit"]["en"] == "number" else row["unit_kind"]
    indicator, _ = Indicator.objects.update_or_create(
        slug=row["id"],
        defaults={
            "topic": topics[row["topic"]],
            "unit": unit,
            "decimals": 1 if unit == "percent" else 0,
            "better": row["better"],
            "breaks": demo_words.BREAKS.get(row["id"], ""),
            "key_figure": _place(row["id"], demo_words.KEY_FIGURES),
            "sources": stored_sources(row["sources"], row["id"]),
        },
    )
    note = row["note"] or {}
    words = {
        language: {
            "name": row["title"][language],
            "unit": row["unit"][language],
            "definition": row["definition"][language],
            "note": note.get(language, ""),
        }
        for language in LANGUAGES
    }
    set_words(indicator, IndicatorWords, "indicator", words)
    return indicator


def _observations(
    indicator: Indicator,
    row: dict[str, Any],
    areas: Mapping[str, Area],
    parts: Mapping[tuple[str, str], Breakdown],
) -> None:
    keys = [source["key"] for source in row["sources"]]
    kept = []
    for given in row["observations"]:
        cut = next(((name, value) for name, value in given.get("breakdown", {}).items() if value != "all"), None)
        observation, _ = Observation.objects.update_or_create(
            indicator=indicator,
            area=areas[given["area"]],
            period=given["period"],
            breakdown=parts[cut] if cut else None,
            defaults={
                "value": Decimal(str(given["value"])),
                "precision": _precision(row["id"], given["period"], cut[1] if cut else ""),
                "source": keys.index(given["source_key"]) + 1,
            },
        )
        kept.append(observation.pk)
    indicator.observations.exclude(pk__in=kept).delete()


def _precision(indicator: str, period: str, part: str) -> str:
    key = (indicator, period, part)
    if key in demo_words.ROUNDED:
        return "rounded"
    return "at_least" if key in demo_words.AT_LEAST else "exact"


def _study(row: dict[str, Any]) -> Study:
    study, _ = Study.objects.update_or_create(
        slug=row["id"],
        defaults={
            "kind": row["kind"],
            "year": row["year"],
            "published_on": row["published_on"] or "",
            "about_city": row["about_city"],
            "doi": row["doi"] or "",
            "licence": row["licence"] or "",
            "document_url": row["document_url"] or "",
            "sources": stored_sources(row["sources"], row["id"]),
        },
    )
    study.languages.set(SpokenLanguage.objects.filter(slug__in=row["languages"]))
    study.needs.set(Need.objects.filter(slug__in=row["needs"]))
    study.groups.set(TargetGroup.objects.filter(slug__in=row["groups"]))
    study.indicators.set(Indicator.objects.filter(slug__in=row["indicators"]))
    study.save()
    set_words(study, StudyWords, "study", by_language(row["area"], "area"))
    for place, name in enumerate(row["authors"]):
        family, given = _names(name)
        StudyAuthor.objects.update_or_create(
            study=study, sort_order=place, defaults={"name": family, "given_names": given}
        )
    return study


def _names(written: str) -> tuple[str, str]:
    """Persons of the file are written in Latin letters with the family name last; all others are bodies."""
    if written.isascii() and " " in written:
        given, family = written.rsplit(" ", 1)
        return family, given
    return written, ""


def _study_words(row: dict[str, Any], language: str) -> dict[str, Any]:
    return {
        "title": row["title"][language],
        "summary": row["summary"][language][:LONGEST_SUMMARY],
        "findings": [("finding", {"text": text, "page": None}) for text in row["findings"][language]],
        "limits": demo_words.LIMITS[language],
    }


def _pair(words: tuple[str, str]) -> dict[str, str]:
    return dict(zip(LANGUAGES, words, strict=True))


def _place(name: str, names: tuple[str, ...]) -> int | None:
    return names.index(name) + 1 if name in names else None
