"""Staff signs in on a phone: by password, by a passkey of the device; two of them put an emergency in force."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from directory.models import Activation
from directory.services.emergencies import end
from home.roles import CRISIS
from tests.browser.tools import axe, csp_violations, overflow, small_targets

PHONE = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
PHONE |= {"isUserVerified": True, "automaticPresenceSimulation": True}
PASSWORD = "a long password of theirs"


@pytest.fixture(scope="module")
def people(site, content):
    """Names of two of the crisis team."""

    def team():
        for name in ("anthi", "vasilis"):
            user = get_user_model().objects.create_user(name, f"{name}@example.org", PASSWORD)
            user.groups.add(Group.objects.get(name=CRISIS.name))

    site.run(team)
    return "anthi", "vasilis"


def sign_in(page, name):
    page.locator("[name=login]").fill(name)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form .btn").first.click()


def assert_sound(page):
    """Nothing for axe, the policy or a thumb to complain about."""
    assert (page.url, axe(page), csp_violations(page), overflow(page), small_targets(page)) == (
        page.url,
        [],
        [],
        [],
        [],
    )


def test_passkey_made_on_a_phone_opens_the_admin_without_a_password(site, people, open_page):
    page = open_page("/sign-in/?next=/sign-in/factors/", 320)
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": PHONE})
    assert_sound(page)
    sign_in(page, people[0])
    page.wait_for_url("**/factors/")
    assert_sound(page)
    page.locator("main a[href$='/keys/new/']").click()
    page.locator("[name=name]").fill("το κινητό μου")
    page.locator("main .btn").click()
    page.wait_for_url("**/recovery/")
    assert page.locator("main code").count() == 10
    assert_sound(page)
    page.goto(f"{site.url}/sign-in/out/")
    page.locator("main .btn").click()
    page.goto(f"{site.url}/sign-in/?next={reverse('directory_emergencies')}")
    page.locator("[data-passkey] .btn").click()
    page.wait_for_url(f"**{reverse('directory_emergencies')}")
    assert page.faults == []


def test_app_for_codes_is_offered_as_a_picture_and_as_a_key(people, open_page):
    page = open_page("/en/sign-in/?next=/en/sign-in/factors/app/", 360)
    sign_in(page, people[1])
    page.wait_for_url("**/factors/app/")
    assert page.locator("img.qr").evaluate("i => i.naturalWidth") > 0
    assert_sound(page)
    page.locator("[name=code]").fill("000000")
    page.locator("main form .btn").click()
    assert "This code is not right" in page.locator(".errors").inner_text()
    assert page.faults == []


def test_two_people_put_an_emergency_in_force_on_phones_in_four_taps_each(site, people, open_page):
    taps = []

    def tap(target):
        taps.append(target)
        target.first.click()

    first = open_page(f"/sign-in/?next={reverse('directory_emergencies')}", 320)
    sign_in(first, people[1])
    tap(first.locator("main a[href$='/new/heat/']"))
    until = timezone.localtime(timezone.now() + timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M")
    first.locator("[name=until]").fill(until)
    tap(first.locator("button[value=propose]"))
    first.wait_for_url(re.compile(r"/emergencies/\d+/$"))
    assert len(taps) <= 4
    taps.clear()
    second = open_page(f"/sign-in/?next={first.url.removeprefix(site.url)}", 320)
    sign_in(second, site.run(third))
    second.wait_for_url(re.compile(r"/emergencies/\d+/$"))
    assert overflow(second) == []
    tap(second.locator("form[action$='/decide/'] button"))
    try:
        assert len(taps) <= 4
        page = open_page("/en/emergencies/", 320)
        assert page.locator("[data-strip]").count() == 1
        assert_sound(page)
    finally:
        site.run(all_over)


def third():
    """Somebody of the team without a passkey."""
    user = get_user_model().objects.create_user("chara", "chara@example.org", PASSWORD)
    user.groups.add(Group.objects.get(name=CRISIS.name))
    return user.username


def all_over():
    """No emergency holds any more: other tests share the site."""
    for activation in Activation.objects.filter(state="active"):
        end(activation, by=activation.proposed_by, reason="the test is over", at=timezone.now())
