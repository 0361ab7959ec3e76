"""Greek letters: Latin, addresses."""

import pytest

from core.text import latin, slug, without_accents, written_in


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Πειραιάς", "peiraias"),
        ("ευχή", "efchi"),
        ("αυγό", "avgo"),
        ("Άγγελος", "angelos"),
        ("Προϋπολογισμός", "proypologismos"),
        ("πλοίο", "ploio"),
        ("Latin stays", "latin stays"),
    ],
)
def test_latin_follows_iso_843(written, expected):
    assert latin(written) == expected


def test_slug_is_cut_at_a_word():
    assert slug("Κοινωνικό παντοπωλείο του Δήμου", length=22) == "koinoniko-pantopoleio"


def test_slug_of_one_long_word_is_cut_inside_it():
    assert slug("α" * 90, length=10) == "a" * 10


def test_comparing_ignores_accents_capitals_and_final_sigma():
    assert without_accents("ΣΎΣΣΙΤΟΣ") == without_accents("σύσσιτος")


@pytest.mark.parametrize(
    ("title", "language"),
    [("Δήμος Πειραιά: KODEP", "el"), ("Our history", "en"), ("8π.μ.-4μ.μ.", "el"), ("2023", ""), ("", "")],
)
def test_title_without_a_named_language_has_that_of_its_letters(title, language):
    assert written_in(title) == language
