"""Sentences that are generated from facts: what is known, and that something is not known."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from core.terms import Term
from core.text import Phrase
from directory.models.accessibility import PROFILES, Question
from directory.models.conditions import ANSWERS, RuleKind
from directory.models.links import LinkKind
from directory.selectors.parts import Answer, Offer, Paper, Rule
from directory.sentences import accessibility, accessibility_words, conditions, costs, linked, papers, spoken


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def term(pk, name, note=""):
    return Term("document", pk, name, name, "en", pk, note=note)


def rule(kind, answer="", **ages):
    return Rule(1, kind, answer, ages.get("low"), ages.get("high"))


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (18, 65, "From 18 to 65 years"),
        (18, None, "From 18 years on"),
        (None, 12, "Up to 12 years"),
        (0, None, "From 0 years on"),
        (None, None, ""),
    ],
)
def test_ages_are_said_as_a_range(low, high, said):
    assert conditions.age(low, high) == said


def test_every_answer_that_can_be_stored_has_a_sentence():
    coded = [(kind, answer) for kind, answers in ANSWERS.items() for answer in answers if answer]
    assert set(coded) == set(conditions.SAID)


def test_words_of_editors_win_over_what_is_generated_and_name_what_they_are_about():
    said = conditions.conditions([rule(RuleKind.REFERRAL, "required")], {1: Phrase("Κοινωνικές Υπηρεσίες.", "el")})
    assert said == [Phrase("Referral: Κοινωνικές Υπηρεσίες.", "el")]


def test_condition_without_words_is_a_whole_sentence():
    assert conditions.conditions([rule(RuleKind.INSURANCE, "not_required")], {}) == [
        Phrase("You need no health insurance.")
    ]


def test_documents_stand_under_how_much_they_are_needed():
    found = papers.paper_groups(
        [Paper(2, "if_you_have", True, ""), Paper(1, "always", False, "https://example.org")],
        {1: term(1, "Identity card", "With a photo."), 2: term(2, "Tax statement")},
    )
    assert [(str(group.heading), [line.name for line in group.lines]) for group in found] == [
        ("You need", ["Identity card"]),
        ("If you have it", ["Tax statement"]),
    ]
    assert found[1].lines[0].note == "You may come without it."


@pytest.mark.parametrize(
    ("known", "rows", "said"),
    [
        (None, [], "We do not know which papers you need. Ask before you go."),
        (False, [], "You need papers. Ask which ones before you go."),
        (True, [], "You may come without papers too."),
        (None, [Paper(1, "always", True, "")], "You may come without papers too."),
        (None, [Paper(1, "always", False, "")], ""),
    ],
)
def test_coming_without_papers_is_promised_only_when_somebody_said_so(known, rows, said):
    assert papers.without_papers(known=known, papers=rows) == said


@pytest.mark.parametrize(
    ("kind", "amount", "per", "said"),
    [
        ("unknown", None, "", "We do not know. Ask before you go."),
        ("free", None, "", "Free of charge"),
        ("paid", None, "", "With payment"),
        ("paid", Decimal("2.50"), "visit", "€2.50 for a visit"),
        ("free_for", None, "", "Free of charge for: Children"),
    ],
)
def test_cost_is_one_sentence(kind, amount, per, said):
    groups = [Term("group", 1, "children", "Children", "en", 1)] if kind == "free_for" else []
    assert costs.cost(kind, amount, per, groups, language="en") == said


def test_language_says_how_by_which_way_and_when():
    terms = {1: Term("language", 1, "ar", "Arabic", "en", 1)}
    assert spoken.spoken([Offer(1, "interpreter", "phone", "Tu 10:00-13:00")], terms, "en") == [
        Phrase("Arabic: with an interpreter, Phone, Tuesday 10:00–13:00", "en")
    ]
    assert spoken.spoken([Offer(1, "", "", "")], terms, "en") == [Phrase("Arabic", "en")]


def test_every_link_has_words_in_both_directions():
    assert set(linked.HEADINGS) == {(kind, way) for kind in LinkKind for way in (True, False)} | {("similar", True)}


def test_all_seventeen_questions_have_all_their_sentences_and_a_profile():
    for sentences in (accessibility_words.YES, accessibility_words.NO, accessibility_words.UNKNOWN):
        assert set(sentences) == set(Question)
    assert {question for asked in PROFILES.values() for question in asked} == set(Question)
    assert len(Question) == 17


def test_unknown_sentences_say_that_nobody_knows():
    said = [str(sentence) for sentence in accessibility_words.UNKNOWN.values()]
    assert all(re.match("We do not know ", sentence) for sentence in said)


def test_nothing_known_is_said_question_by_question_and_never_as_no():
    wheelchair = accessibility.profiles([], {})[0]
    assert wheelchair.is_unknown
    assert {each.answer for each in wheelchair.unknown} == {"unknown"}
    assert wheelchair.unknown[0].text.text == "We do not know whether the entrance has steps."


@pytest.mark.parametrize(
    ("question", "answer", "measure", "said"),
    [
        ("step_free", "yes", None, "The entrance has no steps."),
        ("lift", "no", None, "There is no lift."),
        ("door_width", "yes", 90, "The narrowest door is 90 cm wide."),
        ("handrail", "no", 3, "3 steps to the entrance, without a handrail."),
        ("stop", "yes", 120, "The nearest stop is 120 m away."),
        ("toilet", "partly", None, "Accessible toilet: partly."),
    ],
)
def test_what_was_seen_is_a_short_sentence(question, answer, measure, said):
    views = accessibility.profiles([Answer(1, question, answer, measure)], {})
    assert said in [each.text.text for view in views for each in view.known]


def test_somebody_who_could_not_tell_counts_as_unknown():
    wheelchair = accessibility.profiles([Answer(1, "lift", "unknown")], {})[0]
    assert wheelchair.is_unknown


def test_partly_is_no_tick_and_carries_its_note():
    views = accessibility.profiles([Answer(1, "toilet", "partly")], {1: Phrase("Η πόρτα είναι στενή.", "el")})
    assert views[0].known[0] == accessibility.Known(
        "unknown", Phrase("Accessible toilet: partly. Η πόρτα είναι στενή.", "el")
    )


def test_nobody_asks_for_a_handrail_where_there_are_no_steps():
    walking = accessibility.profiles([Answer(1, "step_free", "yes")], {})[1]
    assert "handrail" not in " ".join(each.text.text for each in walking.unknown)


def test_days_on_which_somebody_looked():
    looked = [Answer(1, "lift", "no", seen_on=date(2027, 6, 12)), Answer(2, "toilet", "yes")]
    assert accessibility.seen_on(looked) == (date(2027, 6, 12), date(2027, 6, 12))
    assert accessibility.seen_on([]) is None
