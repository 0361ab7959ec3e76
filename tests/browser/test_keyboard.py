"""The ways to help by keyboard alone, without a script: stops come in the order of the page, as it is read aloud."""

ORDER = """
(root) => [...document.querySelectorAll(root + " :is(a[href], button, input, select, textarea, summary)")]
  .filter(each => each.checkVisibility() && !each.disabled && each.tabIndex >= 0)
  .map(each => each.name || each.id || each.textContent.trim())
"""
NOW = """(root) => document.activeElement.closest(root) &&
  (document.activeElement.name || document.activeElement.id || document.activeElement.textContent.trim())"""
MOST = 120


def stops(page, root):
    """Names of what the Tab key reaches in a part of a page; radios of one question are one stop."""
    found = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        name = page.evaluate(NOW, root)
        if name:
            found.append(name)
        elif found:
            break
    return found


def once(names):
    return list(dict.fromkeys(names))


def test_finder_is_answered_by_keyboard_alone(content, open_page):
    page = open_page(content["directory.FinderPage", "el"], 360, script=False)
    for _ in range(4):
        if page.locator("main form input[type=radio]").count() == 0:
            break
        assert page.locator("main h1").count() == 1
        page.locator("main form input[type=radio]").first.focus()
        page.keyboard.press("Space")
        assert page.evaluate("document.activeElement.checked")
        with page.expect_navigation():
            page.keyboard.press("Enter")
    assert page.locator("main form input[type=radio]").count() == 0
    assert page.locator("main a[href^='tel:']").count() >= 1


def test_stops_of_the_finder_come_in_the_order_of_the_page(content, open_page):
    page = open_page(content["directory.FinderPage", "el"], 360, script=False)
    expected = once(page.evaluate(ORDER, "main"))
    assert once(stops(page, "main")) == expected


def test_stops_of_the_request_for_contact_come_in_the_order_of_the_page(content, open_page):
    page = open_page(content["request for contact", "el"], 360, script=False)
    expected = once(page.evaluate(ORDER, "main"))
    assert len(expected) > 8
    assert once(stops(page, "main")) == expected


def test_faulty_request_for_contact_names_its_faults_before_the_fields_and_keeps_what_was_typed(content, open_page):
    page = open_page(content["request for contact", "el"], 360, script=False)
    text = page.locator("main textarea").first
    text.fill("Θέλω βοήθεια για το σπίτι.")
    button = page.locator("main form button[type=submit]").last
    button.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("main textarea").first.input_value() == "Θέλω βοήθεια για το σπίτι."
    errors = page.locator(".errors a")
    assert errors.count() >= 1
    field = errors.first.get_attribute("href")
    errors.first.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith(field)
    assert page.locator(f"[id='{field.lstrip('#')}']").count() == 1
