"""Limits without addresses, codes that survive handwriting, links for one purpose."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import RequestFactory

from core.access.codes import ALPHABET, code_hash, code_hashes, new_code, read_code, shown
from core.access.limits import Limit, TooOften, spend, spent
from core.access.links import LinkRefused, opened, signed
from core.access.models import DayKey, Spending
from core.access.networks import address_of, named, network, network_key
from core.access.services import forget_days, forget_spendings

NOON = datetime(2027, 5, 4, 9, 0, tzinfo=UTC)
FIVE = Limit("form", 5, timedelta(hours=1))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        pytest.param("203.0.113.77", "203.0.113.0/24", id="IPv4 to /24"),
        pytest.param("2001:db8:1:2:3::4", "2001:db8:1::/48", id="IPv6 to /48"),
        pytest.param("::ffff:203.0.113.77", "203.0.113.0/24", id="IPv4 in IPv6"),
        pytest.param("unix:", "", id="no address"),
    ],
)
def test_network_is_all_that_is_left_of_an_address(address, expected):
    assert network(address) == expected


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        pytest.param(0, "198.51.100.1", "127.0.0.1", id="nobody is believed"),
        pytest.param(1, "198.51.100.1", "198.51.100.1", id="our proxy is believed"),
        pytest.param(1, "10.0.0.1, 198.51.100.1", "198.51.100.1", id="what a reader forged is not"),
        pytest.param(2, "198.51.100.1, 10.0.0.1", "198.51.100.1", id="two proxies"),
        pytest.param(1, "", "127.0.0.1", id="no header"),
    ],
)
def test_address_is_what_our_own_proxies_saw(settings, proxies, forwarded, expected):
    settings.HUB_PROXIES = proxies
    request = RequestFactory().get("/", headers={"X-Forwarded-For": forwarded})
    assert address_of(request) == expected


@pytest.mark.django_db
def test_name_of_a_network_holds_for_its_neighbours_and_for_one_day_alone():
    def key(address, at):
        return network_key(RequestFactory().get("/", REMOTE_ADDR=address), at)

    today = key("203.0.113.1", NOON)
    assert key("203.0.113.200", NOON) == today
    assert key("203.0.114.1", NOON) != today
    # 21:00 in London's winter is midnight of the next day in Athens' summer.
    assert key("203.0.113.1", NOON.replace(hour=21)) != today
    assert "203" not in today


@pytest.mark.django_db
def test_key_of_yesterday_is_destroyed_and_its_names_cannot_be_made_again():
    yesterday = (NOON - timedelta(days=1)).date()
    name = named("203.0.113.0/24", yesterday)
    named("203.0.113.0/24", NOON.date())
    assert forget_days(NOON) == 1
    assert [row.day for row in DayKey.objects.all()] == [NOON.date()]
    assert named("203.0.113.0/24", yesterday) != name


@pytest.mark.django_db
def test_limit_counts_to_its_number_then_says_how_long_to_wait():
    assert [spend(FIVE, "k", at=NOON) for _each in range(5)] == [1, 2, 3, 4, 5]
    with pytest.raises(TooOften) as refused:
        spend(FIVE, "k", at=NOON + timedelta(minutes=18, seconds=30))
    assert refused.value.minutes == 42
    assert spend(FIVE, "another network", at=NOON) == 1
    assert spent(FIVE, "k", at=NOON) == 5


@pytest.mark.django_db
def test_limit_begins_anew_when_its_window_is_over():
    for _each in range(5):
        spend(FIVE, "k", at=NOON)
    later = NOON + FIVE.within
    assert spent(FIVE, "k", at=later) == 0
    assert spend(FIVE, "k", at=later) == 1
    assert forget_spendings(later) == 0
    assert forget_spendings(later + timedelta(seconds=1)) == 1
    assert not Spending.objects.exists()


def test_code_has_eight_signs_that_cannot_be_mistaken():
    code = new_code()
    assert len(code) == 8
    assert set(code) <= set(ALPHABET)
    assert not set("ILOU") & set(ALPHABET)


@pytest.mark.parametrize("typed", ["K7XP-49T1", "k7xp 49tI", " K7XP49TL ", "k7xp-49tl"])
def test_code_is_read_however_it_is_written_down(typed):
    assert read_code(typed) == "K7XP49T1"
    assert shown("K7XP49T1") == "K7XP-49T1"


@pytest.mark.parametrize("typed", ["", "K7XP", "K7XP-49T1-2", "K7XP-49TU", "Κ7ΧΡ-49Τ1"])
def test_what_can_be_no_code_is_none(typed):
    assert read_code(typed) == ""


def test_hash_of_a_code_needs_the_key_of_the_hub_and_survives_its_change(settings):
    kept = code_hash("contact", "K7XP49T1")
    assert code_hash("another", "K7XP49T1") != kept
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another key"
    assert code_hash("contact", "K7XP49T1") != kept
    assert kept in code_hashes("contact", "K7XP49T1")


def test_link_opens_its_thing_for_its_purpose_until_its_moment():
    token = signed("verify", {"structure": 7}, until=NOON + timedelta(days=21))
    assert opened("verify", token, at=NOON) == {"structure": 7}
    with pytest.raises(LinkRefused) as other:
        opened("unsubscribe", token, at=NOON)
    with pytest.raises(LinkRefused) as changed:
        opened("verify", token[:-1] + ("A" if token[-1] != "A" else "B"), at=NOON)
    with pytest.raises(LinkRefused) as late:
        opened("verify", token, at=NOON + timedelta(days=21))
    assert [error.value.code for error in (other, changed, late)] == ["broken", "broken", "expired"]
