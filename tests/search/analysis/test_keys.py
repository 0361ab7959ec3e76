"""Keys by spelling and by sound, greeklish, keyboards, the other languages."""

import pytest

from search.analysis import languages
from search.analysis.greek import sound_stem, spelling_stem
from search.analysis.greeklish import MOST_READINGS, readings
from search.analysis.keys import text_keys
from search.analysis.layout import as_greek, as_latin, has_dead_key


@pytest.mark.parametrize(
    ("words", "key"),
    [
        pytest.param(["συσσιτιο", "σισιτιο", "συσιτιο"], "sisit", id="misheard and single letters"),
        pytest.param(["λουτρο", "λουτρα", "λουτρων"], "lutr", id="number and case"),
        pytest.param(["αιτησεισ", "αιτηση", "αιτησησ"], "etis", id="αι is e"),
        pytest.param(["μαθημα", "μαθηματα", "μαθηματων", "μαθηματοσ"], "ma0im", id="neuter in -μα"),
        pytest.param(["ψαχνω", "ψαχνουμε", "ψαχνετε"], "psahn", id="verb endings"),
        pytest.param(["παιρνουν", "παρουν", "πηραν", "πηραμε"], "pern", id="verb of two stems"),
        pytest.param(["ντουσ", "δουσ"], "dus", id="ντ and δ"),
        pytest.param(["μπανιο", "βανιο"], "van", id="μπ and β"),
    ],
)
def test_words_that_sound_alike_share_their_sound_stem(words, key):
    assert {sound_stem(word) for word in words} == {key}


def test_spelling_keeps_apart_what_sounds_alike():
    assert sound_stem("μεινω") == sound_stem("μηνα") == "min"
    assert spelling_stem("μεινω") == "μειν"
    assert spelling_stem("μηνα") == "μην"


def test_forms_of_a_word_share_their_spelling_stem():
    assert {spelling_stem(word) for word in ("παιδικων", "παιδικου", "παιδικοσ")} == {"παιδικ"}


@pytest.mark.parametrize(
    ("typed", "greek"),
    [
        pytest.param("syssitio", "συσσίτιο", id="y for υ"),
        pytest.param("sisitio", "συσσίτιο", id="as it sounds"),
        pytest.param("loutra", "λουτρά", id="ou"),
        pytest.param("e8elontis", "εθελοντής", id="8 for θ"),
        pytest.param("ethelontis", "εθελοντής", id="th for θ"),
        pytest.param("koinwniko", "κοινωνικό", id="w for ω"),
        pytest.param("pantopwleio", "παντοπωλείο", id="nt"),
        pytest.param("hlikiwmenoi", "ηλικιωμένοι", id="h for η"),
        pytest.param("xreh", "χρέη", id="x for χ, h for η"),
        pytest.param("mpanio", "μπάνιο", id="mp"),
    ],
)
def test_greeklish_is_read_as_the_greek_word(typed, greek):
    assert text_keys(greek, "el")[0].sound[1:] in readings(typed)


def test_a_greeklish_bomb_stays_literal():
    assert readings("xhxhxhxhxhxuhx" * 2) == ()
    assert len(readings("xhxhxhx")) <= MOST_READINGS


def test_plain_numbers_are_no_greeklish():
    assert readings("112") == ()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("syss;itio", "συσσίτιο"), ("bo;hueia", "βοήθεια"), ("farmake;io", "φαρμακείο")],
)
def test_greek_typed_with_latin_keys_is_repaired(typed, meant):
    assert as_greek(typed) == meant
    assert has_dead_key(typed)


@pytest.mark.parametrize(("typed", "meant"), [("ψλινιψ", "clinic"), ("σθσσιτιο", "sussitio")])
def test_latin_typed_with_greek_keys_is_repaired(typed, meant):
    assert as_latin(typed) == meant


@pytest.mark.parametrize(
    ("stem", "words", "expected"),
    [
        pytest.param(languages.english, ["vaccination", "vaccinations"], "vaccin", id="English derived"),
        pytest.param(languages.english, ["clinic", "clinics"], "clinic", id="English plural"),
        pytest.param(languages.english, ["disabled", "disability", "disabilities"], "disabl", id="English quality"),
        pytest.param(languages.english, ["lonely", "loneliness"], "lon", id="English state"),
        pytest.param(languages.albanian, ["shtepi", "shtepine", "shtepise", "shtepive"], "shtep", id="Albanian cases"),
        pytest.param(languages.ukrainian, ["допомога", "допомозі", "допомогою"], "допомог", id="Ukrainian sounds"),
        pytest.param(languages.ukrainian, ["садок", "садка", "садку"], "садк", id="Ukrainian lost vowel"),
        pytest.param(languages.arabic, ["اسنان", "اسناني", "الاسنان"], "اسن", id="Arabic two endings"),
        pytest.param(languages.albanian, ["vaksine", "vaksina", "vaksinave"], "vaks", id="Albanian"),
        pytest.param(languages.ukrainian, ["лікаря", "лікарі", "лікар", "лікарями"], "лікар", id="Ukrainian"),
        pytest.param(languages.arabic, ["الادويه", "ادويه"], "ادو", id="Arabic article and ending"),
    ],
)
def test_forms_of_a_word_in_other_languages_share_a_stem(stem, words, expected):
    assert {stem(word) for word in words} == {expected}


def test_a_carer_is_not_a_career():
    assert languages.english("carer") != languages.english("career") != languages.english("care")


def test_a_code_is_the_same_in_latin_and_greek_letters():
    assert text_keys("A21", "en")[0].stem == text_keys("Α21", "el")[0].stem
