"""The city's good practices from their file of facts, and the page of the network."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from wagtail.models import Page, Site

from core import taxonomy
from core.demo import facts, save_page, stored_sources
from core.text import shortened, slug
from network.models.practice import Evidence, Practice
from network.pages import GoodPracticeIndexPage, GoodPracticePage, NetworkPage

NETWORK_SLUG = {"el": "foreis", "en": "organisations"}
NETWORK = {
    "el": {
        "title": "Φορείς του δικτύου",
        "summary": "Ποιοι βοηθούν στην πόλη και τι λειτουργεί ο καθένας.",
        "join_text": "Βοηθάτε και εσείς; Τηλεφωνήστε ή γράψτε στον Κόμβο: ποιοι είστε, τι προσφέρετε και πού.",
    },
    "en": {
        "title": "Organisations of the network",
        "summary": "Who helps in the city, and what each of them runs.",
        "join_text": "Do you help too? Call or write to the hub: who you are, what you offer and where.",
    },
}
INDEX_SLUG = {"el": "kales-praktikes", "en": "good-practices"}
INDEX = {
    "el": {
        "title": "Καλές πρακτικές",
        "summary": "Τι δοκιμάστηκε, τι πέτυχε και τι χρειάζεται για να γίνει και αλλού.",
    },
    "en": {"title": "Good practices", "summary": "What was tried, what worked and what others need to do the same."},
}
WORDS = ("place", "problem", "solution", "results", "transferability")


def load_network() -> int:
    """The network's page and a page in each language for every practice; how many practices there are."""
    home = Site.objects.get(is_default_site=True).root_page
    index = save_page(GoodPracticeIndexPage, home, slug=INDEX_SLUG, words=INDEX, shared={"show_in_menus": True})
    save_page(NetworkPage, home, slug=NETWORK_SLUG, words=NETWORK, shared={"show_in_menus": True})
    rows = facts("practices")
    for row in rows:
        _load(index[settings.LANGUAGE_CODE], row)
    return len(rows)


def _load(index: Page, row: Mapping[str, Any]) -> None:
    practice, _created = Practice.objects.update_or_create(
        slug=row["id"],
        defaults={
            "year": int(row["year"]) if row["year"] else None,
            "of_city": row["of_city"],
            "evidence": Evidence(row["evidence"]),
            "sources": stored_sources(row["sources"], row["id"]),
        },
    )
    practice.needs.set(taxonomy.Need.objects.filter(slug__in=row["needs"]))
    practice.groups.set(taxonomy.TargetGroup.objects.filter(slug__in=row["groups"]))
    save_page(
        GoodPracticePage,
        index,
        slug={language: slug(title) for language, title in row["title"].items()},
        words={language: _words(row, language) for language in row["title"]},
        shared={"practice_id": practice.pk},
    )


def _words(row: Mapping[str, Any], language: str) -> dict[str, str]:
    said = {name: row[name][language] for name in WORDS if row[name]}
    return {"title": row["title"][language], "summary": shortened(said["solution"]), **said}
