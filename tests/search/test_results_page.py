"""The reader's page: what is found, what is said when nothing is, and what bad input does."""

import random
import re

import pytest
from django.utils import translation

from core.taxonomy import Need, NeedWords
from search.services import rebuild

HOSTILE = {
    "10,000 characters": "συσσίτιο " * 1_200,
    "unbalanced quotes": '"συσσίτιο OR (',
    "operators": "AND OR NOT NEAR(a b, 3) * ^ : { } \\ /",
    "sql": "'; DROP TABLE search_entry; --",
    "fts5 syntax": 'title:"x" NEAR/2 y*',
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "template syntax": "{{ 7*7 }}{% now 'Y' %}",
    "zero width": "συσ\u200bσί\u200dτιο",
    "bidi overrides": "\u202e\u2066συσσίτιο\u2069",
    "piled marks": "σ" + "\u0301" * 500,
    "emoji": "🍞🏠",
    "nul": "συσσίτιο\x00",
    "greeklish bomb": "xhxhxhxhuxhxhxhxhuxhxh",
    "200 words": " ".join(f"λέξη{number}" for number in range(200)),
    "digits": "6900000000",
    "one letter": "Α",
    "spaces": "   ",
    "minus": "-",
    "mixed directions": "صيدلية φαρμακείο",
    "lucene syntax": 'title:(συσσίτιο^4 OR "x y"~3) AND NOT [a TO z] /re.*/ \\ && || !',
    "tsquery syntax": "'συσσίτιο' & !φαΐ | (a:* <-> b)",
    "unbalanced everything": "\"'«“(([[{{<",
    "quotes in quotes": '"συσσίτιο "φαΐ" «x" ”',
    "full-width": "ｓｙｓｓｉｔｉｏ",
    "mathematical letters": "𝓼𝔂𝓼𝓼𝓲𝓽𝓲𝓸",
    "ligatures": "ﬁ ﬀ ﷺ",
    "decomposed": "συσσι\u0301τιο",
    "soft hyphens": "συσ\u00adσί\u00adτιο",
    "lone surrogate": "συσσίτιο\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
    "a word of 5,000 letters": "α" * 5_000,
    "only excluded": "-συσσίτιο -φαΐ",
    "percent signs": "100% %00 %zz %s %(x)s",
    "json": '{"q": [1, null], "$where": "1"}',
    "path": "../../etc/passwd",
    "astral and controls": "\U000e0001\u0007\u001b[31mσυσσίτιο",
}


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


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE.keys())
def test_bad_input_gives_a_normal_page(client, needs, query):
    response = client.get("/search/", {"q": query})
    assert response.status_code == 200
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\x00]", main(response))
    assert "<script>alert" not in response.content.decode()
    assert "<img src=x" not in response.content.decode()
    assert "49" not in main(response)


@pytest.mark.parametrize("address", ["/search/suggest/", "/api/search"])
def test_bad_input_hurts_no_other_door(client, needs, address):
    for query in HOSTILE.values():
        response = client.get(address, {"q": query})
        assert response.status_code == 200
        assert b"<script>alert" not in response.content or response["Content-Type"] != "text/html; charset=utf-8"


@pytest.mark.parametrize(
    "raw", ["q=%FF%FE%CF", "q=%00", "q", "q=&q=&q=%CF%83", "q[]=x", "?" * 50, "q=" + "%CE%B1" * 4_000]
)
def test_raw_addresses_give_a_normal_page(client, needs, raw):
    assert client.get(f"/search/?{raw}").status_code == 200


def test_random_strings_give_a_page_without_invisible_characters(client, needs):
    alphabet = "αβγσΣς ΐΰ;:'\"()[]{}<>&|!*~^\\/-+abcxyzABC019\u200b\u202e\u2066\u0301\x00\x1bعربيїґ🍞٣½İ"
    dice = random.Random(7)  # noqa: S311 -- the same strings every time
    for _ in range(40):
        query = "".join(dice.choices(alphabet, k=dice.randrange(1, 60)))
        response = client.get("/search/", {"q": query})
        assert response.status_code == 200
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\x00\x1b]", main(response))


def test_what_is_too_long_is_said_kindly(client, needs):
    text = main(client.get("/search/", {"q": "συσσίτιο " * 100}))
    assert links(client.get("/search/", {"q": "συσσίτιο " * 100})) == ["/el/needs/food/"]
    assert text.count("200") == 2  # the sentence, and the limit of the box


@pytest.mark.parametrize("number", ["0", "-1", "x", "١"])
def test_nonsense_for_a_page_is_the_first_page(client, needs, number):
    assert links(client.get("/search/", {"q": "συσσίτιο", "page": number})) == ["/el/needs/food/"]


def test_a_page_beyond_the_end_is_not_found(client, needs):
    assert client.get("/search/", {"q": "συσσίτιο", "page": "99999"}).status_code == 404


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
