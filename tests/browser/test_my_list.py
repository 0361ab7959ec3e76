"""My list in a real browser: kept there, shown there, and no request names what is on it."""


def test_list_is_kept_on_the_device_and_no_request_tells_what_is_on_it(site, content, open_page):
    page = open_page(content["directory.DirectoryIndexPage", "el"])
    button = page.locator("[data-list]").first
    code = button.get_attribute("data-list")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    asked = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.post_data or ''}"))
    page.add_init_script("navigator.share = async (what) => { window.given = what.url; }")
    page.goto(f"{site.url}/my-list/")
    page.locator("[data-my-list] .entries h3").wait_for()
    assert page.locator("[data-my-list] .entries h3").count() == 1
    assert page.locator("[data-address]").inner_text() == f"{site.url}/my-list/#{code}"
    page.locator("[data-share]").click()
    assert page.evaluate("window.given") == f"{site.url}/my-list/#{code}"
    assert [line for line in asked if code in line] == []
    page.locator("[data-clear]").click()
    assert "Τίποτα δεν είναι ακόμη στη λίστα σας." in page.locator("[data-my-list] [role=status]").inner_text()
    assert page.faults == []


def test_list_that_was_given_is_shown_and_kept_only_when_asked(site, content, open_page):
    page = open_page(content["directory.DirectoryIndexPage", "el"])
    code = page.locator("[data-list]").first.get_attribute("data-list")
    page.goto(f"{site.url}/my-list/#{code}")
    page.locator("[data-my-list] .entries h3").wait_for()
    assert page.evaluate("localStorage.getItem('hub-list')") is None
    page.locator("[data-keep]").click()
    assert page.evaluate("localStorage.getItem('hub-list')") == f'["{code}"]'
