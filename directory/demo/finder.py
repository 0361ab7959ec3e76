"""Loads the guided finder: questions, answers, the page, and which numbers people in danger are given."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from wagtail.models import Site

from core.demo import by_language, facts, save_page, set_words
from core.taxonomy import Need, TargetGroup
from directory.models.access import ContactLine
from directory.models.finder import Area, FinderAnswer, FinderAnswerWords, FinderQuestion, FinderQuestionWords
from directory.pages.finder import FinderPage


@transaction.atomic
def load_finder() -> int:
    """Questions with their answers, the page in both languages; how many questions there are."""
    content = facts("finder")
    ContactLine.objects.update(in_danger=False)
    ContactLine.objects.filter(access_point__structure__slug__in=content["danger"]).update(in_danger=True)
    for place, row in enumerate(content["questions"]):
        question, _ = FinderQuestion.objects.update_or_create(
            slug=row["id"], defaults={"aspect": row["aspect"], "order": place}
        )
        set_words(question, FinderQuestionWords, "question", by_language(row["text"], "text"))
        for order, answer in enumerate(row["answers"]):
            _answer(question, answer, order)
    page = content["page"]
    save_page(
        FinderPage,
        Site.objects.get(is_default_site=True).root_page,
        slug=page["slug"],
        words={
            language: {"title": page["title"][language], "summary": page["summary"][language]}
            for language in page["title"]
        },
        shared={"show_in_menus": False},
    )
    return len(content["questions"])


def _answer(question: FinderQuestion, row: Mapping[str, Any], order: int) -> None:
    answer, _ = FinderAnswer.objects.update_or_create(
        question=question,
        code=row["code"],
        defaults={
            "icon": row["icon"],
            "channels": row.get("channels", []),
            "area": row.get("area", Area.ANY),
            "sort_order": order,
        },
    )
    answer.needs.set(Need.objects.filter(slug__in=row.get("needs", [])))
    answer.groups.set(TargetGroup.objects.filter(slug__in=row.get("groups", [])))
    answer.also_groups.set(TargetGroup.objects.filter(slug__in=row.get("also", [])))
    answer.save()
    set_words(answer, FinderAnswerWords, "answer", by_language(row["label"], "label"))
