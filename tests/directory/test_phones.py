"""Numbers are read kindly, stored in one form, refused with a sentence that helps."""

import pytest
from django.utils.translation import override

from directory.phones import PhoneRefused, parse


@pytest.mark.parametrize(
    "typed", ["2100000000", "210 0000000", "0030 210-000.0000", "+30 2100000000", "(210) 000 0000"]
)
def test_phone_is_stored_in_one_form(typed):
    assert parse(typed) == "+302100000000"


def test_short_number_is_kept_only_when_the_hub_knows_it():
    assert parse("112", short_numbers=["112"]) == "112"
    with pytest.raises(PhoneRefused):
        parse("113", short_numbers=["112"])


@pytest.mark.parametrize("typed", ["2104", "letters", "210000000012", "0207"])
def test_phone_that_is_none_is_refused_with_what_was_typed(typed):
    with pytest.raises(PhoneRefused) as refusal:
        parse(typed)
    assert refusal.value.code == "phone"
    with override("el"):
        said = refusal.value.messages
    assert said == [f"Το “{typed}” δεν είναι τηλέφωνο. Γράψτε 10 ψηφία, π.χ. 2100000000, ή +30…"]


def test_premium_number_is_refused():
    with pytest.raises(PhoneRefused) as refusal:
        parse("9011234567")
    assert refusal.value.code == "phone_premium"
