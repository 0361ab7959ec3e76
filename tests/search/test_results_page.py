"""The reader's page: what is found, what is said when nothing is, and what bad input does."""

import re

import pytest
from django.utils import translation

from core.taxonomy import Need, NeedWords
from search.services import rebuild


@pytest.fixture
def needs(homes, needs_are_searched):
    """Food in two languages, clothes in Greek only, all in the index."""
    food, clothes = (Need.objects.create(slug=slug, order=order) for order, slug in enumerate(("food", "clothes")))
    rows = (
        (food, "el", "Κοινωνικό Συσσίτιο", "Ζεστό φαγητό κάθε μεσημέρι, χωρίς χαρτιά."),
        (food, "en", "Soup kitchen", "A hot meal every noon."),
        (clothes, "el", "Τράπεζα Ρούχων", "Παπούτσια & κουβέρτες <δωρεάν>."),
    )
    for term, language, name, note in rows:
        NeedWords.objects.create(term=term, language=language, name=name, note=note)
    rebuild()
    return {"food": food, "clothes": clothes}


def main(response) -> str:
    content = response.content.decode()
    return content[content.index("<main") : content.index("</main>")]


def links(response) -> list[str]:
    return re.findall(r'<h3><a href="([^"]+)"', main(response))


@pytest.mark.parametrize(
    "query",
    ["συσσίτιο", "συσσιτιο", "ΣΥΣΣΙΤΙΟ", "syssitio", "σισίτιο", "syss;itio", "συσσιτίου", "δεν έχω να φάω", "soup"],
)
def test_one_thing_is_found_however_it_is_typed(client, needs, query):
    assert links(client.get("/search/", {"q": query}))[0] == "/el/needs/food/"


def test_a_reader_of_english_gets_english_words(client, needs):
    response = client.get("/en/search/", {"q": "φαγητό"})
    assert links(response) == ["/en/needs/food/"]


def test_what_has_no_words_in_the_language_is_shown_in_greek_and_says_so(client, needs):
    response = client.get("/en/search/", {"q": "clothes"})
    assert '<a href="/el/needs/clothes/" lang="el"' in main(response)
    with translation.override("en"):
        assert "in Greek" in main(response)


def test_whole_words_are_marked_and_everything_else_is_escaped(client, needs):
    text = main(client.get("/search/", {"q": "roucha kouvertes"}))
    assert "<mark" in text
    assert ">κουβέρτες</mark> &lt;δωρεάν&gt;." in text


def test_a_repaired_query_is_told_with_a_way_back(client, needs):
    text = main(client.get("/search/", {"q": "syss;itio"}))
    assert "<bdi>συσσίτιο</bdi>" in text
    assert "/search/?q=syss%3Bitio&amp;literal=1" in text
    assert links(client.get("/search/", {"q": "syss;itio", "literal": "1"})) == []


def test_types_filter_and_count(client, needs):
    response = client.get("/search/", {"q": "συσσίτιο", "type": ["page", "nonsense"]})
    assert links(response) == ["/el/needs/food/"]
    assert 'value="page" checked' in main(response)
    assert links(client.get("/search/", {"q": "συσσίτιο", "type": "news"})) == []


def test_nothing_found_offers_needs_and_the_phone(client, needs):
    text = main(client.get("/search/", {"q": "ελικόπτερο"}))
    assert "<bdi>ελικόπτερο</bdi>" in text
    assert 'href="tel:+302100000000"' in text
    assert "Τράπεζα Ρούχων</a>" in text


def test_an_empty_box_offers_the_needs(client, needs):
    response = client.get("/search/")
    assert response.status_code == 200
    assert "Κοινωνικό Συσσίτιο</a>" in main(response)


def test_danger_is_answered_first_and_stays_out_of_the_title(client, needs):
    response = client.get("/search/", {"q": "με χτυπάει ο άντρας μου"})
    assert "112" in main(response)
    title = re.search(r"<title>(.*?)</title>", response.content.decode(), re.DOTALL)
    assert "χτυπάει" not in title.group(1)


def test_without_an_index_the_page_stands_and_gives_the_phone(client, homes):
    response = client.get("/search/", {"q": "συσσίτιο"})
    assert response.status_code == 200
    assert 'href="tel:+302100000000"' in main(response)


def test_what_is_too_long_is_said_kindly(client, needs):
    text = main(client.get("/search/", {"q": "συσσίτιο " * 100}))
    assert links(client.get("/search/", {"q": "συσσίτιο " * 100})) == ["/el/needs/food/"]
    assert text.count("200") == 2  # the sentence, and the limit of the box


@pytest.mark.parametrize("number", ["0", "-1", "x", "١"])
def test_nonsense_for_a_page_is_the_first_page(client, needs, number):
    assert links(client.get("/search/", {"q": "συσσίτιο", "page": number})) == ["/el/needs/food/"]


def test_results_are_not_for_search_engines(client, needs):
    response = client.get("/search/", {"q": "συσσίτιο"})
    assert response["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in response.content.decode()


@pytest.mark.parametrize("count", [1, 50])
def test_the_page_costs_the_same_for_one_result_and_for_fifty(
    client, homes, needs_are_searched, count, django_assert_max_num_queries
):
    for number in range(count):
        need = Need.objects.create(slug=f"need-{number}", order=number)
        NeedWords.objects.create(term=need, language="el", name=f"Συσσίτιο {number}")
    rebuild()
    client.get("/search/", {"q": "συσσίτιο"})
    with django_assert_max_num_queries(14):
        response = client.get("/search/", {"q": "συσσίτιο"})
    assert len(links(response)) == min(count, 20)
