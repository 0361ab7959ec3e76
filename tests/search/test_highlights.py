"""Marks on the words a reader looked for."""

import pytest

from search.highlights import LONGEST_FRAGMENT, Marker, fragment, marked

SOUP = Marker.of(direct={"gsisit": 1.0, "oσυσσιτ": 1.0}, meant=frozenset({"oφαγητ"}))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Τα συσσίτια.", "Τα <mark>συσσίτια</mark>.", id="another form, whole word"),
        pytest.param("ΣΥΣΣΙΤΙΟ", "<mark>ΣΥΣΣΙΤΙΟ</mark>", id="capitals"),
        pytest.param("Ζεστό φαγητό", 'Ζεστό <mark class="meant">φαγητό</mark>', id="synonym"),
        pytest.param("<b>συσσίτιο</b> & άλλα", "&lt;b&gt;<mark>συσσίτιο</mark>&lt;/b&gt; &amp; άλλα", id="escaped"),
        pytest.param("Τίποτα εδώ", "Τίποτα εδώ", id="nothing"),
    ],
)
def test_words_are_marked_in_the_original_text(text, shown):
    assert marked(text, "el", SOUP) == shown


def test_a_fragment_is_cut_where_the_words_are():
    text = "Άσχετα λόγια. " * 40 + "Εδώ δίνει συσσίτιο και φαγητό ο Δήμος. " + "Κι άλλα λόγια. " * 40
    shown = fragment([text], "el", SOUP)
    assert "<mark>συσσίτιο</mark>" in shown
    assert shown.startswith("…") and shown.endswith("…")
    plain = shown.replace("<mark>", "").replace("</mark>", "").replace('<mark class="meant">', "")
    assert len(plain) <= LONGEST_FRAGMENT + 2


def test_the_text_with_the_words_is_chosen():
    assert fragment(["Περίληψη.", "Στο σώμα: συσσίτιο."], "el", SOUP) == "Στο σώμα: <mark>συσσίτιο</mark>."


def test_without_words_the_beginning_is_shown():
    assert fragment(["Περίληψη.", "Σώμα."], "el", SOUP) == "Περίληψη."
