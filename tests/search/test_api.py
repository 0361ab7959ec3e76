"""Results for programs."""

from dataclasses import replace

import pytest

from tests.search.conftest import THING


@pytest.fixture
def soup(stock):
    stock(replace(THING, needs=("food",), summary="Φαγητό & <νερό>."))


def test_results_come_as_one_object_from_any_origin(client, soup):
    response = client.get("/api/search", {"q": "syssitio", "need": "unknown"})
    assert response["Access-Control-Allow-Origin"] == "*"
    found = response.json()
    assert (found["query"], found["understood"], found["repaired"]) == ("syssitio", "συσσίτιο", True)
    assert found["results"] == [
        {
            "id": "tests.thing:1:el",
            "type": "structure",
            "title": "Κοινωνικό Συσσίτιο",
            "lang": "el",
            "url": "http://testserver/syssitio/",
            "fragments": ["Φαγητό & <νερό>."],
            "date": None,
            "page": None,
        }
    ]
    assert found["facets"] == {"community": {"city": 1}, "need": {"food": 1}, "type": {"structure": 1}}


@pytest.mark.parametrize(
    ("parameter", "value", "status"),
    [
        ("lang", "xx", 400),
        ("per_page", "51", 400),
        ("per_page", "0000000015000", 400),
        ("per_page", "x", 400),
        ("page", "9", 404),
    ],
)
def test_a_wrong_value_is_told_in_both_languages(client, soup, parameter, value, status):
    response = client.get("/api/search", {"q": "συσσίτιο", parameter: value})
    assert response.status_code == status
    error = response.json()["error"]
    assert (error["parameter"], error["value"]) == (parameter, value)
    assert error["el"] != error["en"]


def test_a_network_that_asks_too_often_waits_a_minute(client, soup):
    answers = [client.get("/api/search", {"q": f"συσσίτιο {number}"}) for number in range(61)]
    assert [answer.status_code for answer in answers[59:]] == [200, 429]
    assert answers[-1]["Retry-After"] == "60"
