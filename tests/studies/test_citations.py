"""Citations after APA 7, in Greek and in English."""

import pytest

from studies.citations import Author, apa

THREE = (Author("Karadimitriou", "Nikos"), Author("Maloutas", "Thomas"), Author("Arapoglou", "Vassilis P."))
TITLE = "Multiple deprivation"


@pytest.mark.parametrize(
    ("authors", "year", "doi", "language", "written"),
    [
        (THREE, 2021, "10.3390/land10030290", "en",
         "Karadimitriou, N., Maloutas, T., & Arapoglou, V. P. (2021). Multiple deprivation. https://doi.org/10.3390/land10030290"),
        (THREE, 2021, "", "el", "Karadimitriou, N., Maloutas, T. και Arapoglou, V. P. (2021). Multiple deprivation."),
        (THREE[:2], 2021, "", "en", "Karadimitriou, N., & Maloutas, T. (2021). Multiple deprivation."),
        ((Author("ΕΛΣΤΑΤ"),), None, "", "el", "ΕΛΣΤΑΤ (χ.χ.). Multiple deprivation."),
        ((Author("ΕΛΣΤΑΤ"),), None, "", "en", "ΕΛΣΤΑΤ (n.d.). Multiple deprivation."),
        ((), 2020, "", "en", "Multiple deprivation. (2020)."),
    ],
)  # fmt: skip
def test_citation_follows_the_language(authors, year, doi, language, written):
    assert apa(authors, year=year, title=TITLE, doi=doi, language=language).text == written


def test_title_that_ends_in_a_mark_gets_no_full_stop():
    assert apa(THREE[:1], year=2021, title="Why?", doi="", language="en").text == "Karadimitriou, N. (2021). Why?"
