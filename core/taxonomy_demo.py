"""The terms from their file of facts: those of any city, and the communities of this one."""

from collections.abc import Mapping
from typing import Any

from core import taxonomy
from core.demo import facts, set_words

# Icons of the design's sprite for the needs a city usually has; another need gets the neutral one.
NEED_ICONS = {
    "food": "food", "housing": "home", "health": "health", "money": "money", "work": "work", "child": "child",
    "papers": "papers", "talk": "talk", "safety": "safety", "hygiene": "laundry", "learning": "school",
    "disability": "wheelchair", "care": "elder", "addiction": "health", "community": "group",
}  # fmt: skip

LOADED = ("needs", "groups", "languages", "document_types")

# Where a wrong number or hour can harm.
VITAL_NEEDS = {"food", "housing", "health", "talk", "safety"}


def load_taxonomy() -> int:
    """All vocabularies with their words; how many terms there are."""
    communities = facts("taxonomy")["communities"]
    for place, row in enumerate(communities, start=1):
        community, _ = taxonomy.Community.objects.update_or_create(slug=row["id"], defaults={"order": place})
        set_words(community, taxonomy.CommunityWords, "term", _with_neighbourhoods(row))
    return load_terms() + len(communities)


def load_terms() -> int:
    """Those that serve any city: without its communities; how many terms there are."""
    content = facts("taxonomy")
    for place, row in enumerate(content["needs"], start=1):
        need, _ = taxonomy.Need.objects.update_or_create(
            slug=row["id"],
            defaults={
                "order": place,
                "icon": NEED_ICONS.get(row["id"], "other"),
                "sensitive": row["sensitive"],
                "vital": row["id"] in VITAL_NEEDS,
                "finder_answer": row.get("finder_answer"),
            },
        )
        set_words(need, taxonomy.NeedWords, "term", _named(row["words"], row.get("plain")))
    for place, row in enumerate(content["groups"], start=1):
        group, _ = taxonomy.TargetGroup.objects.update_or_create(
            slug=row["id"], defaults={"order": place, "law": row.get("law_4430_2016") or "none"}
        )
        set_words(group, taxonomy.TargetGroupWords, "term", _named(row["name"], row.get("description")))
    for place, row in enumerate(content["languages"], start=1):
        language, _ = taxonomy.SpokenLanguage.objects.update_or_create(
            slug=row["id"], defaults={"order": place, "own_name": row["own_name"], "sign": row["sign"]}
        )
        set_words(language, taxonomy.SpokenLanguageWords, "term", _named(row["name"]))
    for place, row in enumerate(content["document_types"], start=1):
        document, _ = taxonomy.DocumentType.objects.update_or_create(slug=row["id"], defaults={"order": place})
        set_words(document, taxonomy.DocumentTypeWords, "term", _named(row["name"], row.get("note")))
    return sum(len(content[kind]) for kind in LOADED)


def _named(names: Mapping[str, str], notes: Mapping[str, str] | None = None) -> dict[str, dict[str, str]]:
    return {code: {"name": name, "note": (notes or {}).get(code, "")} for code, name in names.items()}


def _with_neighbourhoods(row: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    return {
        code: {
            "name": name,
            "neighbourhoods": ", ".join(each["name"][code] for each in row["neighbourhoods"]),
        }
        for code, name in row["name"].items()
    }
