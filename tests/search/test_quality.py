"""The editors' graded queries: asked by the worker, told by kind, compared with the time before."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import translation
from django_tasks_db.models import DBTaskResult

from search import demo
from search.index import answerer
from search.models import Evaluation, GradedQuery, Promotion
from search.models.quality import QueryKind
from search.quality import measured, quality
from search.services import evaluate, rebuild, start_evaluation
from tests.conftest import NOON
from tests.factories import home as make

SCREEN = "search_quality"
KINDS = ("lay", "spelling", "noanswer")


@pytest.fixture
def pages(homes):
    made = {
        "boats": make.standard_page(homes["el"], title="Βάρκες και σκάφη", slug="varkes"),
        "market": make.standard_page(homes["el"], title="Λαϊκή αγορά", slug="agora"),
    }
    rebuild()
    return made


def graded(query: str, *pages, kind: str = "lay", grade: int = 3, language: str = "el") -> GradedQuery:
    made = GradedQuery.objects.create(query=query, kind=kind, language=language)
    for page in pages:
        made.targets.create(page=page, grade=grade)
    made.save()
    return made


@pytest.fixture
def queries(pages):
    return {
        "well": graded("skafh", pages["boats"], kind="spelling"),
        "lost": graded("πλεούμενο", pages["boats"]),
        "none": graded("ελικόπτερο", kind="noanswer"),
        "wrong": graded("αγορά", kind="noanswer"),
    }


def test_what_is_found_first_counts_whole_and_what_is_not_found_counts_nothing(queries):
    report = measured(answerer(), today=NOON.date())
    assert report["by_kind"]["spelling"]["ndcg@10"] == 1.0
    assert report["by_kind"]["lay"]["ndcg@10"] == 0.0
    assert report["no_answer"] == {"precision": 0.5, "n": 2}
    places = {name: report["places"][str(query.pk)] for name, query in queries.items()}
    assert places == {"well": 1, "lost": 0, "none": 0, "wrong": 1}


def test_what_editors_suggest_does_not_make_search_better_than_it_is(queries, pages):
    Promotion.objects.create(words="πλεούμενο", page=pages["boats"])
    assert measured(answerer(), today=NOON.date())["by_kind"]["lay"]["ndcg@10"] == 0.0


def test_an_evaluation_is_done_by_the_worker_once(queries):
    asked = start_evaluation(at=NOON)
    assert start_evaluation(at=NOON) == asked
    assert DBTaskResult.objects.filter(task_path__endswith="evaluate_graded").count() == 1
    assert quality().is_waiting
    for minutes in (1, 2):
        evaluate(asked.pk, now=NOON + timedelta(minutes=minutes))
    asked.refresh_from_db()
    assert asked.done == NOON + timedelta(minutes=1)
    assert not quality().is_waiting


def test_the_trend_tells_what_changed_since_the_evaluation_before(queries, pages):
    for day in range(2):
        at = NOON + timedelta(days=day)
        if day:
            queries["lost"].delete()
        evaluate(start_evaluation(at=at).pk, now=at)
    told = quality()
    (newer, now), (older, before) = told.trend
    assert (newer.done, older.done) == (NOON + timedelta(days=1), NOON)
    assert (before.change, now.change) == (None, now.quality - before.quality)
    assert now.quality == 1.0


def test_weak_queries_are_listed_with_where_their_page_stands(queries):
    evaluate(start_evaluation(at=NOON).pk, now=NOON)
    weak = {row.query: (row.place, row.nothing_wanted) for row in quality().weak}
    assert weak == {"πλεούμενο": (0, False), "αγορά": (1, True)}


def test_an_editor_asks_for_an_evaluation_and_reads_it(admin_client, queries):
    with translation.override("el"):
        asked = admin_client.post(reverse(SCREEN), follow=True).content.decode()
        assert "περιμένει" in asked
        evaluate(Evaluation.objects.get().pk, now=NOON)
        text = admin_client.get(reverse(SCREEN)).content.decode()
    for said in ("με λάθη, γκρίκλις", "πλεούμενο", "δεν βρίσκεται καμία καλή σελίδα", "Τάση"):
        assert said in text


@pytest.mark.parametrize("count", [1, 30])
def test_the_screen_costs_the_same_for_few_and_many_queries(pages, count, django_assert_max_num_queries):
    for number in range(count):
        graded(f"βάρκες {number}", pages["boats"])
    evaluate(start_evaluation(at=NOON).pk, now=NOON)
    with django_assert_max_num_queries(2):
        quality()


def test_a_query_stands_once_in_a_language(pages):
    graded("βάρκες", pages["boats"])
    graded("βάρκες", pages["boats"], language="en")
    with pytest.raises(IntegrityError), transaction.atomic():
        graded("βάρκες")


def test_demo_grades_queries_of_its_own_and_leaves_to_editors_what_they_changed(pages, monkeypatch):
    row = {"query": "skafos", "language": "el", "kind": "spelling", "best": ["varkes"], "good": ["agora", "not-there"]}
    monkeypatch.setattr(demo, "facts", lambda name: [row])
    assert demo.load_graded() == 1
    query = GradedQuery.objects.get()
    assert [(target.page.slug, target.grade) for target in query.targets.all()] == [("varkes", 3), ("agora", 2)]
    assert "Παράδειγμα" in query.note
    query.targets.all().delete()
    demo.load_graded()
    assert not GradedQuery.objects.get().targets.exists()
    assert Evaluation.objects.filter(done__isnull=False).count() == 1


def test_kinds_stand_in_their_own_order_and_a_change_that_nobody_sees_is_none(queries):
    for _time in range(2):
        evaluate(start_evaluation(at=NOON).pk, now=NOON)
    kinds = quality().kinds
    assert [str(kind.label) for kind in kinds] == [
        str(QueryKind(name).label) for name in ("lay", "spelling", "noanswer")
    ]
    assert [kind.is_same for kind in kinds] == [True, True, False]
