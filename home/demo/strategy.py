"""The city's strategy and its page from the file of facts."""

from collections.abc import Mapping
from typing import Any

from core.demo import COMPLETE, by_language, facts, save_page, set_words, stored_sources
from core.taxonomy import Community
from directory.models.structure import Structure
from home.beginning import first_home
from home.models import strategy as rows
from home.models.projects import Project
from home.pages import StrategyPage

SLUG = {"el": "stratigiki", "en": "strategy"}
SUMMARY = {
    "el": "Τρεις πυλώνες για την πόλη· ο τρίτος είναι η κοινωνική συνοχή.",
    "en": "Three pillars for the city; the third is social cohesion.",
}
# Money stands beside the sets in the source; it is the budget of these actions, not of one year.
SETS = {"el": "σχολικά σετ για την Α΄ Δημοτικού", "en": "school sets for first graders"}
SETS_BUDGET = {"el": "προϋπολογισμός των δράσεων για σχολικά σετ", "en": "budget of the actions for school sets"}


def load_strategy() -> int:
    """Pillars, amounts, actions, figures, findings, and a page a language."""
    content = facts("strategy")["strategy"]
    strategy, _ = rows.Strategy.objects.update_or_create(
        slug="oxe-baa", defaults={"as_of": "2023-09", "sources": stored_sources(content["sources"], "strategy")}
    )
    words = {
        language: {"vision": content["vision"][language], "author": content["author"][language]}
        for language in COMPLETE
    }
    set_words(strategy, rows.StrategyWords, "strategy", words)
    _load_money(strategy, content)
    _load_actions(strategy, content)
    _load_figures(strategy, content["school_sets"])
    findings = [("positive", each) for each in content["positives"]] + [
        ("problem", each) for each in content["problems"]
    ]
    for place, (kind, text) in enumerate(findings):
        made, _ = rows.StrategyFinding.objects.update_or_create(
            strategy=strategy, sort_order=place, defaults={"kind": kind}
        )
        set_words(made, rows.StrategyFindingWords, "finding", by_language(text, "text"))
    strategy.save()
    save_page(
        StrategyPage,
        first_home(),
        slug=SLUG,
        words={language: {"title": content["title"][language], "summary": SUMMARY[language]} for language in COMPLETE},
        shared={"strategy_id": strategy.pk},
    )
    return len(content["pillars"]) + len(content["actions"]) + len(content["flagship"])


def _load_money(strategy: rows.Strategy, content: Mapping[str, Any]) -> None:
    for row in content["pillars"]:
        pillar, _ = rows.Pillar.objects.update_or_create(
            strategy=strategy,
            number=row["number"],
            defaults={"budget": row["budget"], "sort_order": row["number"]},
        )
        set_words(pillar, rows.PillarWords, "pillar", by_language(row["title"], "title"))
    for place, row in enumerate(content["activated"]):
        made, _ = rows.ActivatedAmount.objects.update_or_create(
            strategy=strategy, sort_order=place, defaults={"amount": row["amount"]}
        )
        example = row["example"] or {}
        words = {
            language: {"title": row["title"][language], "example": example.get(language, "")} for language in COMPLETE
        }
        set_words(made, rows.ActivatedAmountWords, "activated", words)


def _load_actions(strategy: rows.Strategy, content: Mapping[str, Any]) -> None:
    """Actions with their budget, then the flagship ones, each led to its structure."""
    notes = {row["id"]: row.get("budget_note") or {} for row in facts("projects")}
    actions = [(row, False, next(iter(row.get("structures", [])), None)) for row in content["actions"]]
    flagship = [(row, True, row["structure"]) for row in content["flagship"]]
    for place, (row, is_flagship, structure) in enumerate(actions + flagship):
        made, _ = rows.FlagshipAction.objects.update_or_create(
            strategy=strategy,
            sort_order=place,
            defaults={
                "flagship": is_flagship,
                "beneficiaries": row.get("beneficiaries"),
                "beneficiaries_about": row.get("beneficiaries_about", False),
                "budget": row.get("budget"),
                "project": Project.objects.filter(slug=row.get("project")).first(),
                "structure": Structure.objects.filter(slug=structure).first(),
            },
        )
        note = notes.get(row.get("project"), {})
        words = {
            language: {
                "title": row["title"][language],
                "who": (row.get("who") or {}).get(language, ""),
                "tasks": "\n".join(task[language] for task in row.get("tasks", [])),
                "budget_note": note.get(language, ""),
            }
            for language in COMPLETE
        }
        set_words(made, rows.FlagshipActionWords, "action", words)


def _load_figures(strategy: rows.Strategy, sets: Mapping[str, Any]) -> None:
    years = [(int(year), row) for year, row in sets.items() if year.isdigit()]
    for place, (year, row) in enumerate(years):
        made, _ = rows.DeliveryFigure.objects.update_or_create(
            strategy=strategy, sort_order=place, defaults={"value": row["sets"], "year": year}
        )
        made.communities.set(Community.objects.filter(slug__in=row["communities"]))
        made.save()
        set_words(made, rows.DeliveryFigureWords, "figure", by_language(SETS, "what"))
    made, _ = rows.DeliveryFigure.objects.update_or_create(
        strategy=strategy, sort_order=len(years), defaults={"value": sets["budget"], "is_money": True}
    )
    set_words(made, rows.DeliveryFigureWords, "figure", by_language(SETS_BUDGET, "what"))
