"""Folding and tokens: many ways of typing, one spelling."""

import pytest

from search.analysis.fold import fold, visible
from search.analysis.tokens import LONGEST_WORD, tokens


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        pytest.param("Συσσίτιο", "συσσιτιο", id="accent"),
        pytest.param("ΛΟΥΤΡΟΣ", "λουτροσ", id="capitals and final sigma"),
        pytest.param("λουτρός", "λουτροσ", id="small final sigma"),
        pytest.param("Κ.Ε.Α.", "κεα", id="acronym with dots"),
        pytest.param("συσ\u200bσί\u00adτιο", "συσσιτιο", id="zero width and soft hyphen"),
        pytest.param("συσσι\u0301τιο", "συσσιτιο", id="decomposed accent"),
        pytest.param("ｆｏｏｄ", "food", id="full width"),
        pytest.param("ﬁnd", "find", id="ligature"),
        pytest.param("їжа й хліб", "їжа й хліб", id="Ukrainian letters stay"),
        pytest.param("пам'ять", "память", id="Cyrillic apostrophe"),
        pytest.param("çerdhe për fëmijë", "cerdhe per femije", id="Albanian"),
        pytest.param("أدوِيـة", "ادويه", id="Arabic vowels, tatweel and forms of letters"),
    ],
)
def test_text_is_folded_to_one_spelling(written, folded):
    assert fold(written) == folded


def test_folding_twice_changes_nothing():
    once = fold("Κ.Ε.Α. ΣΥΣΣΊΤΙΟ й أدوية")
    assert fold(once) == once


def test_what_nobody_sees_is_gone_from_visible_text():
    assert visible("a\u202eb\x00c\u200d\ud800d") == "abcd"


def test_piled_up_marks_are_cut_to_two():
    assert visible("x" + "\u0303" * 500) == "x" + "\u0303" * 2


@pytest.mark.parametrize(
    ("written", "found"),
    [
        pytest.param("kάρτα", [("καρτα", "greek")], id="Latin k in a Greek word"),
        pytest.param("Α21, β12!", [("α21", "greek"), ("β12", "greek")], id="letter and digits stay together"),
        pytest.param("112", [("112", "digit")], id="digits"),
        pytest.param("Κ.Ε.Α. τώρα", [("κεα", "greek"), ("τωρα", "greek")], id="acronym"),
        pytest.param("ліки, food", [("ліки", "cyrillic"), ("food", "latin")], id="two scripts"),
        pytest.param("!? — «»", [], id="signs only"),
        pytest.param("can’t CANT", [("cant", "latin"), ("cant", "latin")], id="with and without its apostrophe"),
        pytest.param("a_b", [("a", "latin"), ("b", "latin")], id="underscore parts words"),
    ],
)
def test_text_is_cut_into_words_with_their_script(written, found):
    assert [(token.word, token.script) for token in tokens(written)] == found


def test_a_token_knows_its_place_in_the_text():
    text = "Το Συσσίτιο!"
    token = tokens(text)[1]
    assert text[token.start : token.end] == "Συσσίτιο"


def test_an_endless_word_is_cut():
    assert len(tokens("α" * 5_000)[0].word) == LONGEST_WORD
