"""That a person writes: the browser's calculation, the question without script, the field only machines fill in."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from altcha import Challenge, Payload, solve_challenge
from django import forms

from core.access import proofs
from core.access.forms import GuardedForm
from core.access.models import UsedProof
from core.access.proofs import VALID, is_answered, is_solved, proof
from core.access.questions import is_right, sentence
from core.access.services import forget_proofs

pytestmark = pytest.mark.django_db
NOON = datetime(2027, 5, 4, 9, 0, tzinfo=UTC)


class NoteForm(GuardedForm):
    purpose = "note"
    text = forms.CharField()


@pytest.fixture(autouse=True)
def _seven_and_three(monkeypatch):
    """The question is drawn; its answer must be known here."""
    monkeypatch.setattr(proofs, "two_numbers", lambda: (7, 3))


def solved(challenge):
    """What a browser sends back."""
    given = Challenge.from_dict(json.loads(challenge))
    return Payload(given, solve_challenge(given)).to_base64()


def cheap(purpose="note"):
    return proof(purpose, "en", at=NOON, cost=1).challenge


def sent(**fields):
    return NoteForm({"text": "x", **fields}, language="en", at=NOON)


def test_challenge_is_solved_once_for_its_purpose_within_its_time():
    payload = solved(cheap())
    assert not is_solved("another", payload, at=NOON)
    assert not is_solved("note", payload, at=NOON + VALID)
    assert is_solved("note", payload, at=NOON)
    assert not is_solved("note", payload, at=NOON)


@pytest.mark.parametrize("payload", ["", "x", "e30=", "x" * 5000, "W10="])
def test_nonsense_solves_nothing(payload):
    assert not is_solved("note", payload, at=NOON)


def test_challenge_made_easier_by_the_sender_is_refused():
    easier = json.loads(cheap())
    easier["parameters"]["keyPrefix"] = ""
    assert not is_solved("note", solved(json.dumps(easier)), at=NOON)


@pytest.mark.parametrize("answer", ["10", " 1 0 ", "δέκα", "ΔΕΚΑ", "δεκα", "Ten", "١٠"])
def test_question_is_answered_in_digits_or_letters_of_any_language(answer):
    assert is_answered("note", proof("note", "el", at=NOON).seal, answer, at=NOON)


@pytest.mark.parametrize("answer", ["", "11", "έντεκα", "x", "1" * 4000])
def test_wrong_answer_is_wrong(answer):
    assert not is_right(10, answer)


def test_question_is_asked_in_words_and_its_seal_says_nothing():
    shown = proof("note", "en", at=NOON)
    assert shown.question == "How much is seven and three? Write it in digits or letters."
    assert sentence(7, 3, "uk").startswith("Скільки буде сім і три?")
    assert "7" not in json.dumps(shown.seal).replace(shown.seal, "")
    assert not is_answered("another", shown.seal, "10", at=NOON)
    assert not is_answered("note", shown.seal, "10", at=NOON + VALID)
    assert is_answered("note", shown.seal, "10", at=NOON)
    assert not is_answered("note", shown.seal, "10", at=NOON)


def test_form_needs_one_of_the_two_proofs():
    shown = NoteForm(language="en", at=NOON)
    assert sent(seal=shown["seal"].value(), answer="ten").is_valid()
    assert sent(solution=solved(cheap())).is_valid()
    bare = sent()
    assert not bare.is_valid()
    assert bare.errors["answer"].as_data()[0].code == "proof"
    assert bare["text"].value() == "x"


def test_proof_is_not_used_up_by_another_mistake_and_the_answer_stays():
    shown = NoteForm(language="en", at=NOON)
    seal = shown["seal"].value()
    wrong = sent(text="", seal=seal, answer="ten")
    assert not wrong.is_valid()
    assert (wrong["seal"].value(), wrong["answer"].value()) == (seal, "ten")
    assert not UsedProof.objects.exists()
    assert sent(seal=seal, answer="ten").is_valid()


def test_wrong_answer_brings_a_new_question():
    seal = NoteForm(language="en", at=NOON)["seal"].value()
    wrong = sent(seal=seal, answer="9")
    assert not wrong.is_valid()
    assert wrong["seal"].value() != seal
    assert wrong["answer"].value() == ""


def test_expired_solution_asks_to_send_again():
    payload = solved(cheap())
    late = NoteForm({"text": "x", "solution": payload}, language="en", at=NOON + VALID)
    assert not late.is_valid()
    assert late.errors["answer"].as_data()[0].code == "expired"


def test_hidden_field_that_is_filled_in_makes_suspect_and_loses_nothing():
    shown = NoteForm(language="en", at=NOON)
    form = sent(seal=shown["seal"].value(), answer="10", website="https://example.org")
    assert form.is_valid()
    assert form.is_suspect


def test_used_proofs_are_forgotten_a_day_later():
    is_solved("note", solved(cheap()), at=NOON)
    assert forget_proofs(NOON) == 0
    assert forget_proofs(NOON + timedelta(seconds=1)) == 1
