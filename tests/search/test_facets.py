"""Facets of the results: counts that a click keeps, and a way out when nothing is left."""

import re
from dataclasses import replace
from datetime import date

import pytest

from core.taxonomy import Community, CommunityWords, Need, NeedWords, SpokenLanguage, SpokenLanguageWords
from tests.search.conftest import THING
from tests.search.test_results_page import links, main


@pytest.fixture
def soups(stock):
    """Three soup kitchens and a news item, told apart by every facet."""
    for model, words, slug, name in (
        (Need, NeedWords, "food", "Φαγητό"),
        (Community, CommunityWords, "d", "Δ΄ Κοινότητα"),
        (SpokenLanguage, SpokenLanguageWords, "ar", "Αραβικά"),
    ):
        term = model.objects.create(slug=slug, order=1)
        words.objects.create(term=term, language="el", name=name)
    first = replace(THING, needs=("food",), place=("d",), channels=("place",), languages=("ar",))
    stock(
        first,
        replace(first, group="tests.thing:2", url="/deytero/", channels=("phone",), languages=()),
        replace(first, group="tests.thing:3", url="/trito/", place=(), languages=()),
        replace(first, group="tests.thing:4", url="/neo/", type="news", date=date(2027, 4, 1), needs=(), channels=()),
        open_now=("tests.thing:2",),
    )


def counts(response) -> dict[str, str]:
    """«facet=value» → the number beside its tick."""
    found = re.findall(
        r'<input name="(\w+)" type="checkbox" value="(\w+)".*?<small>(\d+)</small>', main(response), re.DOTALL
    )
    return {f"{name}={value}": number for name, value, number in found}


def test_every_facet_counts_all_results(client, soups):
    found = counts(client.get("/search/", {"q": "συσσίτιο"}))
    assert found == {
        "type=structure": "3",
        "type=news": "1",
        "need=food": "3",
        "open=now": "1",
        "community=d": "3",
        "community=city": "1",
        "channel=place": "2",
        "channel=phone": "1",
        "language=ar": "2",
        "year=2027": "1",
    } | {key: value for key, value in found.items() if value == "0"}


@pytest.mark.parametrize(
    ("facet", "value", "kept"),
    [
        pytest.param("type", "news", {"/neo/"}, id="type"),
        pytest.param("need", "food", {"/syssitio/", "/deytero/", "/trito/"}, id="need"),
        pytest.param("open", "now", {"/deytero/"}, id="open now"),
        pytest.param("community", "city", {"/trito/"}, id="the whole city"),
        pytest.param("channel", "phone", {"/deytero/"}, id="channel"),
        pytest.param("language", "ar", {"/syssitio/", "/neo/"}, id="language"),
        pytest.param("year", "2027", {"/neo/"}, id="year"),
    ],
)
def test_a_choice_keeps_what_its_count_promised(client, soups, facet, value, kept):
    assert set(links(client.get("/search/", {"q": "συσσίτιο", facet: value}))) == kept


def test_a_value_is_counted_under_the_choices_of_the_other_facets(client, soups):
    found = counts(client.get("/search/", {"q": "συσσίτιο", "channel": ["phone"], "type": ["structure"]}))
    assert found["channel=place"] == "2"
    assert found["need=food"] == "1"
    assert found["type=news"] == "0"


def test_values_of_one_facet_are_joined_by_or(client, soups):
    both = client.get("/search/", {"q": "συσσίτιο", "channel": ["phone", "place"]})
    assert len(links(both)) == 3


def test_filters_that_leave_nothing_say_what_would_be_there_without_one(client, soups):
    text = main(client.get("/search/", {"q": "συσσίτιο", "channel": "phone", "language": "ar"}))
    assert "Με αυτά τα φίλτρα δεν βρέθηκε κάτι." in text
    assert "Χωρίς το «Αραβικά»: 1." in text
    assert "/search/?q=%CF%83%CF%85%CF%83%CF%83%CE%AF%CF%84%CE%B9%CE%BF&amp;channel=phone" in text


def test_when_no_single_filter_is_to_blame_all_may_be_taken_away(client, soups):
    text = main(client.get("/search/", {"q": "συσσίτιο", "channel": "phone", "language": "ar", "community": "city"}))
    assert "Χωρίς φίλτρα: 4.</a>" in text


def test_a_chosen_value_is_a_chip_that_takes_it_away(client, soups):
    text = main(client.get("/search/", {"q": "συσσίτιο", "need": "food", "type": "news"}))
    assert re.search(r'class="chip on" href="/search/\?q=[^"]+&amp;type=news"><span>Φαγητό</span>', text)


def test_an_unknown_value_is_left_out_with_a_notice(client, soups):
    response = client.get("/search/", {"q": "συσσίτιο", "need": "nonsense"})
    assert len(links(response)) == 4
    assert "Ένα φίλτρο δεν υπάρχει εδώ" in main(response)


def test_what_is_open_comes_first_among_equals_when_now_was_asked_for(client, soups):
    assert links(client.get("/search/", {"q": "συσσίτιο"}))[0] == "/syssitio/"
    assert links(client.get("/search/", {"q": "συσσίτιο τώρα"}))[0] == "/deytero/"
