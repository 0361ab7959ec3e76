"""Greek letters: Latin, addresses. Keys and numbers."""

import pytest

from core.text import free_key, latin, slug, whole_number, without_accents, written_in


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


def test_key_that_is_taken_gets_the_first_number_that_is_free():
    assert [free_key("clinic", taken) for taken in (set(), {"clinic"}, {"clinic", "clinic-2"})] == [
        "clinic",
        "clinic-2",
        "clinic-3",
    ]


@pytest.mark.parametrize(
    ("written", "number"),
    [("12", 12), ("012", 12), ("", 0), ("-1", 0), ("1.5", 0), ("x", 0), ("٣", 0), ("²", 0), ("9" * 5000, 0)],
)
def test_number_of_an_address_is_ascii_digits_or_nothing(written, number):
    assert whole_number(written) == number
