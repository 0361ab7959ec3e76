"""Those who cannot phone are helped with and without a script; an open tab hears of an emergency."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from directory.models import Activation, ContactRequest
from directory.services.emergencies import Drafted, approve, draft, end, propose
from tests.browser.tools import axe, csp_violations
from tests.factories.accounts import confirmed

NUMBERS = dict(zip(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], range(1, 10), strict=True))


def answer(page):
    """Read the question and answer it, as a person without script does."""
    first, second = re.findall(r"is (\w+) and (\w+)", page.locator("[data-question] label").inner_text())[0]
    page.locator("input[name=answer]").fill(str(NUMBERS[first] + NUMBERS[second]))


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_request_is_sent_and_its_code_shown(open_page, site, script):
    page = open_page("/en/contact-request/", script=script)
    page.locator("textarea[name=text]").fill(f"The heating was cut {script}")
    page.locator("input[name=comes]").check()
    page.locator("input[name=consent]").check()
    if script:
        assert page.locator("[data-question]").is_hidden()
    else:
        answer(page)
    page.locator("main form button").click()
    page.locator("h1", has_text="We have your request").wait_for()
    assert re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", page.locator("main").inner_text())
    if script:
        assert axe(page) == []
        assert csp_violations(page) == []
    assert page.context.cookies() == []
    assert site.run(ContactRequest.objects.count) >= 1


def two_persons():
    accounts = get_user_model().objects
    return [accounts.create_superuser(name, password=name) for name in ("anna", "boris")]


def activated():
    anna, boris = two_persons()
    now = timezone.now()
    made = draft(Drafted("heat", now + timedelta(hours=1)), by=anna, at=now)
    propose(made, by=anna, confirmed=confirmed(anna, now), at=now)
    approve(made, by=boris, confirmed=confirmed(boris, now), seen=now, at=now)
    return made.pk, anna


def ended(pk, by):
    end(Activation.objects.get(pk=pk), by=by, reason="over", at=timezone.now())


def come_back(page):
    """As when somebody returns to the tab: it asks at once."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_open_tab_shows_an_emergency_and_takes_it_away_without_being_loaded_again(open_page, site):
    page = open_page("/en/")
    page.locator("html.js").wait_for()
    page.wait_for_function("performance.getEntriesByType('resource').some((each) => each.name.includes('alerts'))")
    pk, anna = site.run(activated)
    come_back(page)
    page.locator(".alert.emergency", has_text="Heatwave until ").wait_for()
    assert axe(page) == []
    site.run(ended, pk, anna)
    come_back(page)
    page.locator("[data-strip]").wait_for(state="detached")
    assert page.faults == []
