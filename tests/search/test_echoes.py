"""What the page says about the query."""

from dataclasses import replace

import pytest

from search.echoes import related_words
from search.lexicon.compiled import shipped
from tests.search.conftest import THING
from tests.search.test_results_page import main


@pytest.fixture
def showers(stock):
    """Showers and a ransom, words that are one sound apart."""
    stock(
        replace(THING, title="Λουτρά για άστεγους", url="/loutra/", summary="Ζεστό νερό."),
        replace(THING, group="tests.thing:2", title="Τα λύτρα", url="/theatro/", summary="Θεατρική παράσταση."),
    )


def test_another_spelling_is_offered_and_not_applied(client, showers):
    text = main(client.get("/search/", {"q": "λύτρα άστεγων"}))
    assert "Εννοείτε «<bdi>λουτρά άστεγων</bdi>»;" in text
    assert "Αναζητήσαμε" not in text


def test_a_guess_too_bold_to_answer_by_is_offered_and_not_said_to_be_searched(client, stock):
    stock(replace(THING, title="Ρούχα", url="/rouxa/"))
    text = main(client.get("/search/", {"q": "ρούγα"}))
    assert "Εννοείτε «<bdi>ρούχα</bdi>»;" in text
    assert "Αναζητήσαμε" not in text


def test_nothing_is_offered_when_the_query_is_answered(client, showers):
    assert "Εννοείτε" not in main(client.get("/search/", {"q": "λουτρά άστεγων"}))


def test_nothing_is_offered_for_what_is_near_no_word(client, showers):
    assert "Εννοείτε" not in main(client.get("/search/", {"q": "ξβγκπτζψ"}))


def test_other_words_of_the_concept_are_told(client, stock):
    stock(THING)
    assert "Ψάξαμε και για: τρόφιμα, τροφή, συσσίτιο, παντοπωλείο." in main(client.get("/search/", {"q": "φαγητό"}))


def test_words_of_danger_are_followed_by_no_other_words(answerer, plan):
    assert related_words(plan("κινδυνεύω, με χτυπάει ο άντρας μου"), shipped(), "el") == ()


def test_in_danger_the_number_and_the_help_lines_stand_above_the_results(client, stock):
    stock(replace(THING, title="Κακοποίηση: πού να μιλήσω"))
    text = main(client.get("/search/", {"q": "με χτυπάει ο άντρας μου"}))
    assert "Κινδυνεύετε τώρα;" in text
    assert text.index("Καλέστε το 112</a>") < text.index('id="results"')


def test_in_danger_nobody_is_told_that_there_is_nothing(client, stock):
    stock(replace(THING, title="Ξενώνες για γυναίκες που ζουν βία", url="/xenones/"))
    text = main(client.get("/search/", {"q": "με χτυπάει ο άντρας μου συνέχεια εδώ και χρόνια"}))
    assert "Δεν βρήκαμε" not in text
    assert 'href="/xenones/"' in text


@pytest.mark.parametrize(
    ("path", "query", "sentence"),
    [
        ("/search/", "ελικόπτερο", "Δεν βρήκαμε κάτι για «<bdi>ελικόπτερο</bdi>»."),
        ("/search/", "ελικόπτερο", "Ο Κόμβος μπορεί να σας βοηθήσει στο <a href="),
        ("/search/", "συσσίτιο", "1 αποτέλεσμα για «<bdi>συσσίτιο</bdi>»"),
        ("/search/", "syss;itio", "Αναζητήσαμε «<bdi>συσσίτιο</bdi>»."),
        ("/search/", "syss;itio", "Ψάξτε μόνο το «<bdi>syss;itio</bdi>»."),
        ("/search/", "", "Γράψτε μια λέξη ή διαλέξτε τι χρειάζεστε."),
        ("/search/", "", "π.χ. φαγητό, γιατρός, επίδομα ενοικίου"),
        ("/search/", "συσσίτιο " * 40, "Κρατήσαμε τους πρώτους 200 χαρακτήρες."),
        ("/en/search/", "helicopter", "We found nothing for “<bdi>helicopter</bdi>”."),
        ("/en/search/", "helicopter", "The Hub can help you: <a href="),
        ("/en/search/", "soup kitchen", "1 result for “<bdi>soup kitchen</bdi>”"),
        ("/en/search/", "", "Type a word or choose what you need."),
        ("/en/search/", "", "e.g. food, doctor, rent benefit"),
        ("/en/search/", "he hits me", "Are you in danger now?"),
        ("/en/search/", "he hits me", "Call 112"),
    ],
)
def test_the_page_speaks_in_the_agreed_words(client, stock, path, query, sentence):
    stock(THING)
    assert sentence in main(client.get(path, {"q": query}))


def test_a_word_that_the_lexicon_knows_is_not_corrected(client, stock):
    stock(replace(THING, title="Ένωση φορέων", summary="Ένωση."))
    assert "Εννοείτε" not in main(client.get("/search/", {"q": "έξωση"}))
