"""Every factor of an order can be read."""

from io import StringIO

import pytest
from django.core.management import call_command

from search.explaining import explain
from search.services import rebuild
from tests.conftest import NOON
from tests.factories import home as make


def told(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def test_the_factors_of_a_hit_multiply_to_its_score(answerer, homes):
    hit = explain("κοινωνικό πλυντήριο", answerer, language="el", now=NOON).hits[0]
    product = 1.0
    for _, factor in hit.steps:
        product *= factor
    assert hit.unit == "s-laundry"
    assert hit.score == pytest.approx(product, abs=0.01)


def test_the_command_names_words_factors_and_the_place_of_a_thing(homes):
    make.standard_page(homes["el"], title="Βάρκες και σκάφη", slug="varkes")
    rebuild()
    said = told("search_explain", "varka", "--id=home.standardpage:none")
    assert "looked for: " in said
    assert "Βάρκες και σκάφη" in said
    assert "× kind 0.93" in said
    assert "has nothing in common with the query" in said


def test_the_command_says_when_readers_are_told_that_there_is_nothing(homes):
    make.standard_page(homes["el"], title="Βάρκες και σκάφη", slug="varkes")
    rebuild()
    assert "told that nothing was found" in told("search_explain", "ελικόπτερο")


def test_without_an_index_the_commands_say_what_to_do(homes, capsys):
    for command in (("search_explain", "x"), ("search_check",)):
        with pytest.raises(SystemExit) as stopped:
            call_command(*command)
        assert stopped.value.code == 2
    assert capsys.readouterr().err.count("search_rebuild") == 2


def test_the_check_finds_what_is_missing_and_what_is_too_much(homes):
    page = make.standard_page(homes["el"], title="Βάρκες και σκάφη", slug="varkes")
    rebuild()
    assert "holds all" in told("search_check")
    type(page).objects.filter(pk=page.pk).update(live=False)
    out = StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("search_check", stdout=out)
    assert stopped.value.code == 1
    assert f"too many: home.standardpage:{page.translation_key}:el" in out.getvalue()
