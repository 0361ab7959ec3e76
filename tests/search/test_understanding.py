"""What a query is understood to mean, against the records of the evaluation."""

import pytest

from search.plan import MOST_KEYS, MOST_SLOTS, Plan
from search.ranking import Reader
from tests.search.conftest import TODAY

READER = Reader(language="", fallbacks=(), today=TODAY)


def concepts(plan: Plan) -> set[str]:
    return {concept for slot in plan.slots for concept, weight in slot.concepts.items() if weight >= 0.9}


@pytest.mark.parametrize(
    ("query", "concept"),
    [
        pytest.param("δεν έχουμε να φάμε", "food", id="stop words are kept inside an expression"),
        pytest.param("μου έκοψαν το ρεύμα", "powercut", id="lay words"),
        pytest.param("μου έκοψαν χτες πάλι το ρεύμα", "powercut", id="two words between"),
        pytest.param("χωρίς στέγη", "homeless", id="not housing"),
        pytest.param("δημιουργική απασχόληση", "kdap", id="the longest expression wins over work"),
        pytest.param("farmake;io", "pharmacy", id="after the repair of the keyboard"),
        pytest.param("farmakeio", "pharmacy", id="after greeklish"),
        pytest.param("den exw spiti", "shelter", id="an expression of stop words in greeklish"),
        pytest.param("dondia", "dentist", id="nd for ντ"),
        pytest.param("giatros toy paidiou", None, id="του in greeklish is no toy"),
        pytest.param("free toy", "toys", id="a toy is one among English words"),
        pytest.param("δοντάκια", "dentist", id="a small form"),
        pytest.param("xapakia", "pharmacy", id="a small form in greeklish"),
        pytest.param("μουσακάς", None, id="what only ends like a small form"),
        pytest.param("φαρμακιο", "pharmacy", id="after a typing error"),
        pytest.param("صيدلية", "pharmacy", id="Arabic"),
        pytest.param("وصيدلية", "pharmacy", id="Arabic with a joined conjunction"),
        pytest.param("безкоштовні ліки", "pharmacy", id="Ukrainian"),
        pytest.param("farmaci", "pharmacy", id="Albanian"),
        pytest.param("ΟΑΕΔ", "unemployment", id="an old acronym"),
    ],
)
def test_a_query_means_a_concept(plan, query, concept):
    assert concepts(plan(query)) == ({concept} if concept else set())


def test_a_need_leads_to_its_neighbours_but_not_from_a_faint_guess(plan):
    assert plan("έξωση").slots[0].concepts["community"] == pytest.approx(0.4)
    assert all(weight >= 0.5 for weight in plan("Ταμπουίων").slots[0].concepts.values())


def test_one_common_word_of_an_expression_is_not_the_expression(plan):
    assert "shelter" not in concepts(plan("σπίτι"))


def test_asking_words_carry_nothing(plan):
    assert [slot.word for slot in plan("πώς μπορώ να γίνω εθελοντής;").slots] == ["εθελοντής"]
    assert [slot.word for slot in plan("pws mporw na ginw ethelontis").slots] == ["ethelontis"]


def test_stop_words_stay_when_nothing_else_is_left(plan):
    assert [slot.word for slot in plan("πού είναι").slots] == ["πού", "είναι"]


def test_what_is_free_counts_little(plan):
    assert {slot.word: slot.factor for slot in plan("δωρεάν οδοντίατρος").slots} == {"δωρεάν": 0.35, "οδοντίατρος": 1.0}


@pytest.mark.parametrize(
    ("query", "subject"),
    [
        pytest.param("ψυχολόγος χωρίς πληρωμή", "ψυχολόγος", id="without paying"),
        pytest.param("δεν φτάνουν τα λεφτά για πάνες", "πάνες", id="not enough money"),
        pytest.param("my son is 15 and deaf", "deaf", id="an age"),
        pytest.param("English speaking psychologist", "psychologist", id="a language"),
        pytest.param("ξόδεψα τον μισθό στα φρουτάκια", "φρουτάκια", id="a verb of the past makes a sentence"),
    ],
)
def test_what_is_told_besides_the_subject_counts_less(plan, query, subject):
    assert max(plan(query).slots, key=lambda slot: slot.weight).word == subject
    assert [slot.word for slot in plan(query).slots if slot.factor == 1] == [subject]


@pytest.mark.parametrize(
    ("query", "field", "value"),
    [
        pytest.param("μελέτη φτώχεια", "types", {"study"}, id="type"),
        pytest.param("καλές πρακτικές για ηλικιωμένους", "types", {"practice"}, id="type of two words"),
        pytest.param("φαρμακείο καμίνια", "places", {"e"}, id="neighbourhood"),
        pytest.param("φαρμακείο στα καμινια", "places", {"e"}, id="neighbourhood without accents"),
        pytest.param("farmakeio kaminia", "places", {"e"}, id="neighbourhood in greeklish"),
        pytest.param("аптека каміня", "places", {"e"}, id="neighbourhood in Cyrillic letters"),
        pytest.param("صيدلية بكامينيا", "places", {"e"}, id="neighbourhood in Arabic letters"),
        pytest.param("школа нео фаліро", "places", {"c"}, id="neighbourhood of two words in Cyrillic letters"),
        pytest.param("محطة كمان", "places", set(), id="an Arabic word of the same consonants is no neighbourhood"),
        pytest.param("ΚΔΑΠ Ε΄ κοινότητα", "places", {"e"}, id="letter of a community"),
        pytest.param("καύσωνας Ιούλιος 2026", "months", {7}, id="month"),
        pytest.param("καύσωνας Ιούλιος 2026", "years", {2026}, id="year"),
        pytest.param("απολογισμός πέρσι", "years", {2026}, id="last year"),
        pytest.param("κρεβάτι για απόψε", "now", True, id="tonight"),
        pytest.param("με χτυπάει ο άντρας μου", "danger", True, id="danger"),
        pytest.param("πώς βρίσκω δουλειά", "types", set(), id="πώς is not πόσοι"),
        pytest.param("ρούχα Νέο Φάληρο", "types", set(), id="a word of a place is no kind"),
    ],
)
def test_intents_are_recognised(plan, query, field, value):
    assert getattr(plan(query), field) == value


def test_who_has_no_money_for_a_child_asks_for_no_money(plan):
    concepts = {concept for slot in plan("παιδίατρος χωρίς λεφτά για το παιδί").slots for concept in slot.concepts}
    assert "childbenefit" not in concepts and "doctor" in concepts


def test_a_word_accompanies_what_is_named_beside_it(plan):
    assert "library" in plan("somewhere to borrow books").slots[0].concepts


def test_a_month_is_never_a_misspelt_word(plan):
    assert all(slot.factor == 0 for slot in plan("Ιούλιος").slots)


def test_a_false_friend_by_sound_counts_less_than_the_spelling(plan):
    (slot,) = plan("μήνα").slots
    assert slot.alternatives["oμην"] == 1.0
    assert slot.alternatives["gmin"] < 0.7


def test_unknown_words_are_repaired_by_few_steps_only(plan):
    assert [repair.used for repair in plan("υπνοτίριω").repairs] == []  # it sounds right
    assert "gfarmak" in plan("φαρμμακίο").slots[0].alternatives
    assert plan("ξβγκπτ").slots[0].alternatives == {}


def test_quotes_ask_for_the_very_words(answerer):
    exact = answerer.answer('"Κοινωνικό Πλυντήριο"', READER).hits
    assert [hit.unit for hit in exact] == ["s-laundry"]


def test_quotes_around_what_stands_nowhere_do_not_empty_the_page(answerer):
    assert answerer.answer("«plynthrio koinoniko»", READER).hits[0].unit == "s-laundry"


@pytest.mark.parametrize(
    ("query", "kind"),
    [("καλές πρακτικές", "practice"), ("διαβουλεύσεις", "consultation"), ("news", "news"), ("erga", "project")],
)
def test_a_kind_alone_lists_what_is_of_it(answerer, query, kind):
    hits = answerer.answer(query, READER).hits
    assert [hit.entry.document.type for hit in hits[:5]] == [kind] * 5


def test_a_minus_leaves_out(answerer):
    units = [hit.unit for hit in answerer.answer("φαρμακείο -καμινίων", READER).hits]
    assert "s-pharmacy-centre" in units
    assert "s-pharmacy-kaminia" not in units


def test_of_two_things_side_by_side_one_answers_but_each_noun_narrows(answerer):
    assert answerer.answer("μαξιλάρια και σεντόνια", READER).hits
    assert not answerer.answer("μαξιλάρια σεντόνια", READER).hits


def test_a_place_narrows_but_is_no_subject(answerer):
    units = [hit.unit for hit in answerer.answer("φαρμακείο καμίνια", READER).hits]
    assert units[0] == "s-pharmacy-kaminia"
    assert "s-kapi-kaminia" not in units[:5]


def test_what_is_not_in_the_place_still_answers(answerer):
    units = [hit.unit for hit in answerer.answer("κοινωνικό πλυντήριο καμίνια", READER).hits]
    assert "s-laundry" in units
    assert answerer.answer("ελικόπτερο καμίνια", READER).hits == ()


def test_a_question_of_two_hundred_words_stays_small(plan):
    found = plan(" ".join(["συσσίτιο", *(f"λέξη{number}" for number in range(200))]))
    assert len(found.slots) <= MOST_SLOTS
    assert len(found.keys) <= MOST_KEYS


def test_keys_hold_nothing_that_an_engine_could_read_as_syntax(plan):
    for query in ('title:x* OR "NEAR(', "a'b;--", "\\{}^$", "α-β|γ&δ"):
        assert all(key.isalnum() for key in plan(query).keys)


def test_a_place_alone_finds_what_is_there_though_no_text_names_it(answerer):
    hits = answerer.answer("στην Καστέλλα", READER).hits
    assert len(hits) > 10
    assert all("b" in hit.facts.place for hit in hits)
    assert answerer.answer("φαγητό Καστέλλα", READER).hits[0].values[0] > 0, "beside a need it says where, not what"
