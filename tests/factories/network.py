"""Good practices with honest defaults, as tests need them."""

from typing import Any

from wagtail.models import Page

from network.models.practice import Practice
from network.pages import GoodPracticeIndexPage, GoodPracticePage


def make_practice_index(homes: dict[str, Page]) -> dict[str, GoodPracticeIndexPage]:
    """The list in Greek and English."""
    greek = GoodPracticeIndexPage(title="Καλές πρακτικές", slug="praktikes", locale=homes["el"].locale)
    homes["el"].add_child(instance=greek)
    english = GoodPracticeIndexPage(
        title="Good practices",
        slug="practices",
        locale=homes["en"].locale,
        translation_key=greek.translation_key,
    )
    return {"el": greek, "en": homes["en"].add_child(instance=english)}


def make_practice(slug: str, **fields: Any) -> Practice:
    return Practice.objects.create(slug=slug, **fields)


def make_practice_pages(
    practice: Practice,
    index: dict[str, GoodPracticeIndexPage],
    *,
    languages: tuple[str, ...] = ("el", "en"),
    **fields: Any,
) -> dict[str, GoodPracticePage]:
    """A live page of a practice in each language; titles are its key and the language."""
    pages: dict[str, GoodPracticePage] = {}
    for language in languages:
        title = f"{practice.slug} {language}"
        words = {"problem": f"Problem of {title}.", "solution": f"Solution of {title}."}
        page = GoodPracticePage(
            title=title,
            slug=practice.slug,
            practice=practice,
            locale=index[language].locale,
            **words | fields,
        )
        if pages:
            page.translation_key = next(iter(pages.values())).translation_key
        pages[language] = index[language].add_child(instance=page)
    return pages
