"""My list: the server offers everything or answers for codes, keeps nothing, and lists nothing that is sensitive."""

import pytest

from tests.factories import directory as make


@pytest.fixture
def index(home):
    return make.index_page(home)


def listed(index, slug, **fields):
    structure = make.structure(slug, **fields)
    make.line(make.access_point(structure, "phone"))
    make.structure_page(index, structure)
    return structure


def test_device_gets_names_and_numbers_of_all_and_of_nothing_sensitive(client, index):
    open_one = listed(index, "open")
    listed(index, "hidden", sensitive=True)
    listed(index, "ended", status="ended")
    assert client.get("/api/directory/kept.json").json() == {open_one.code: ["open", "+302100000000", "210 000 0000"]}


def test_codes_in_the_address_give_cards_a_code_to_photograph_and_leave_no_trace(client, index):
    first, second = listed(index, "one"), listed(index, "two")
    answer = client.get(f"/my-list/?s={second.code},{first.code.lower()}&s={first.code}")
    body = answer.content.decode()
    assert body.index(">two</a>") < body.index(">one</a>")
    assert body.count("<article") == 2
    assert f"http://testserver/my-list/#{second.code},{first.code}" in body
    assert "<svg" in body.split("take-along", 1)[1]
    assert (answer["Cache-Control"], answer["Referrer-Policy"]) == ("no-store", "no-referrer")
    assert '<meta name="robots" content="noindex">' in body
    assert not client.cookies


def test_entry_that_is_gone_is_said_and_the_others_stay(client, index):
    kept, gone = listed(index, "kept"), listed(index, "gone", status="ended")
    body = client.get(f"/my-list/?s={kept.code},{gone.code}").content.decode()
    assert f"Δεν βρήκαμε δομή με κωδικό <bdi>{gone.code}</bdi>." in body
    assert "δομές με κωδικούς <bdi>AAAAA, BBBBB</bdi>." in client.get("/my-list/?s=AAAAA,BBBBB").content.decode()
    assert body.count("<article") == 1


@pytest.mark.parametrize("asked", ["", "s=", "s=???", "s=" + ",".join(["AAAAA"] * 500), "s=%00", "s=<script>"])
def test_nonsense_gives_a_page(client, index, asked):
    assert client.get(f"/my-list/?{asked}").status_code == 200


def test_sensitive_structure_is_on_no_list(client, index):
    hidden = listed(index, "hidden", sensitive=True)
    assert "data-list=" not in client.get("/domes/hidden/").content.decode()
    assert "<article" not in client.get(f"/my-list/?s={hidden.code}").content.decode()
    assert f'data-list="{listed(index, "open").code}"' in client.get("/domes/open/").content.decode()


@pytest.mark.parametrize("count", [1, 20])
def test_list_costs_the_same_for_one_and_twenty(client, index, count, django_assert_max_num_queries):
    codes = [listed(index, f"s{number}").code for number in range(count)]
    client.get("/domes/")
    with django_assert_max_num_queries(12):
        body = client.get(f"/my-list/?s={','.join(codes)}").content.decode()
    assert body.count("<article") == count
