"""Words per language and the terms made of them."""

import pytest

from core.taxonomy import Need, NeedWords
from core.terms import term, terms, terms_by_pk
from core.words import words_of


@pytest.fixture
def food(db):
    need = Need.objects.create(slug="food", order=1, icon="food")
    NeedWords.objects.create(term=need, language="el", name="Φαγητό")
    NeedWords.objects.create(term=need, language="en", name="Food")
    return need


@pytest.mark.parametrize(("reader", "gets"), [("el", "el"), ("en", "en"), ("ar", "en"), ("sq", "el"), ("uk", "en")])
def test_words_missing_in_a_language_come_from_the_next_one_the_reader_knows(food, reader, gets):
    assert words_of(food, reader).language == gets


def test_a_term_says_in_which_language_its_name_really_is(food):
    assert (term("need", "food", "ar").name, term("need", "food", "ar").language) == ("Food", "en")


def test_terms_are_read_once_per_process_and_language(food, django_assert_num_queries):
    terms("need", "el")
    with django_assert_num_queries(0):
        terms("need", "el")


def test_a_changed_word_is_seen_at_once(food, django_capture_on_commit_callbacks):
    assert term("need", "food", "el").name == "Φαγητό"
    with django_capture_on_commit_callbacks(execute=True):
        row = food.words.get(language="el")
        row.name = "Τροφή"
        row.save()
    assert term("need", "food", "el").name == "Τροφή"


def test_terms_by_key_keep_the_editors_order(food):
    second = Need.objects.create(slug="work", order=0)
    assert [each.slug for each in terms_by_pk("need", {food.pk, second.pk}, "el")] == ["work", "food"]


def test_a_language_has_one_row_of_words(food):
    from django.db import IntegrityError, transaction

    with pytest.raises(IntegrityError), transaction.atomic():
        NeedWords.objects.create(term=food, language="el", name="Ξανά")
