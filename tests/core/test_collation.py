"""Names in the order that people of a language expect."""

import pytest

from core.collation import order_key

GREEK = ["2ος σταθμός", "10ος σταθμός", "Α΄ Κοινότητα", "«Αγκαλιά»", "Άσυλο", "ΑΤΕΛΙΕ", "Ίδρυμα", "Ιλίσια",
         "Κέντρο", "ΚΕ.Π.Α.", "Όμιλος", "όμορφα", "Ύδρα", "Φως", "φωσφόρος", "Ώρα", "Alpha", "beta"]  # fmt: skip


def in_order(names, language):
    return sorted(reversed(names), key=lambda name: order_key(name, language))


def test_greek_names_stand_by_letters_alone_and_before_latin_ones():
    assert in_order(GREEK, "el") == GREEK


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["3 beds", "Alpha", "élan", "Embrace", "Zoo", "Άσυλο", "Ωδείο"]),
        ("uk", ["гора", "ґанок", "дім", "ерго", "єдність", "игла", "інше", "їжа", "йод", "ялинка", "Help", "Ωδείο"]),
        ("sq", ["Cikël", "Çelësi", "Dyqan", "Dhoma", "Elbasan", "Ethe", "Ëndërr", "Sytë", "Shtëpi", "Ωδείο"]),
        ("ar", ["أمل", "إيواء", "بيت", "مركز", "Help", "Ωδείο"]),
    ],
    ids=["en", "uk", "sq", "ar"],
)
def test_letters_of_the_reader_come_first_in_the_order_of_their_alphabet(language, names):
    assert in_order(names, language) == names


@pytest.mark.parametrize("other", ["ΑΣΥΛΟΣ", "ασυλος", "«Άσυλος»", "Ά σ υ λ ο ς".replace(" ", "\u00ad"), " άσυλος. "])
def test_accents_capitals_final_sigma_and_marks_do_not_count(other):
    assert order_key(other, "el")[0] == order_key("Άσυλος", "el")[0]


def test_names_that_differ_in_accents_alone_have_an_order_all_the_same():
    assert order_key("Άσυλο", "el") != order_key("Ασυλο", "el")
