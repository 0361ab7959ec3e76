"""Quick exit: gone at once, by hand or by keyboard, and the way back does not return."""

import pytest

HOME, SENSITIVE = "/", "/domes/xenones-gynaikon/"


@pytest.fixture
def sensitive(content, open_page):
    """A sensitive page reached from the home page, in a browser that answers the neutral site itself."""
    page = open_page(HOME)
    page.route("https://**", lambda route: route.fulfill(body="<title>Weather</title>", content_type="text/html"))
    page.goto(page.url.rstrip("/") + SENSITIVE, wait_until="networkidle")
    return page


def press_shift_three_times(page):
    for _ in range(3):
        page.keyboard.press("Shift")


def tap_the_button(page):
    page.locator("a.exit").click()


@pytest.mark.parametrize("leave", [press_shift_three_times, tap_the_button])
def test_exit_leaves_at_once_and_back_does_not_return(sensitive, leave):
    neutral = sensitive.locator("a.exit").get_attribute("href")
    with sensitive.expect_navigation(url=neutral):
        leave(sensitive)
    sensitive.go_back()
    assert sensitive.url.endswith(HOME)
    assert SENSITIVE not in sensitive.url
    sensitive.go_forward()
    assert sensitive.url == neutral


def test_capitals_and_a_key_held_down_do_not_lead_away(sensitive):
    box = sensitive.locator("form[role=search] input").first
    box.focus()
    for letter in "ABC":
        sensitive.keyboard.press(f"Shift+{letter}")
    for _ in range(5):
        sensitive.keyboard.down("Shift")  # without letting go, the browser repeats it
    sensitive.keyboard.up("Shift")
    assert sensitive.url.endswith(SENSITIVE)
    assert box.input_value() == "ABC"


def test_exit_is_the_second_stop_of_the_keyboard_and_the_history_page_the_third(sensitive):
    stops = []
    for _ in range(3):
        sensitive.keyboard.press("Tab")
        stops.append(sensitive.evaluate("document.activeElement.className"))
    assert stops == ["skip", "exit", "traces"]
    with sensitive.expect_navigation():
        sensitive.keyboard.press("Enter")
    assert sensitive.locator("a.exit").count() == 1
    assert sensitive.locator("main a[href^=http]").count() == 0


def test_tab_and_picture_tell_nothing(sensitive):
    assert sensitive.title() == "Πληροφορίες"
    assert sensitive.locator("link[rel=icon]").get_attribute("href") == "data:,"
