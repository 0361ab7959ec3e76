"""A real browser against a real server. See README.md for what a test may ask for."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connections
from django.test import Client
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests import schema
from tests.browser import demo
from tests.browser.tools import CHROMIUM, CSP_WATCH, FLAGS
from tests.schema import copy_into_memory

# The browser's own event loop runs in the thread of the tests; Django's calls there are made on purpose.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs Chromium."""
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@dataclass(frozen=True)
class Site:
    """A running server, and the session of a person who may see what only staff sees."""

    url: str
    staff: str
    run: Callable[..., Any]


@pytest.fixture(scope="package")
def site(django_db_setup: None, django_db_blocker: Any) -> Iterator[Site]:
    """A server with the demo, shared by the tests of this folder; afterwards the database is empty again.

    Made before the browser starts: its event loop would hide this thread's connection from Django.
    """
    with django_db_blocker.unblock():
        copy_into_memory(schema.demo())
        server = LiveServer("localhost")
        user = get_user_model().objects.create_superuser("browser", "browser@example.org", None)
        client = Client()
        client.force_login(user)
        yield Site(server.url, client.cookies[settings.SESSION_COOKIE_NAME].value, elsewhere(connections["default"]))
        server.stop()
        copy_into_memory()


def elsewhere(shared: Any) -> Callable[..., Any]:
    """Database work in a thread without an event loop, on the server's connection."""

    def run(function: Callable[..., Any], *values: Any) -> Any:
        def inside() -> Any:
            connections["default"] = shared
            return function(*values)

        with ThreadPoolExecutor(1) as pool:
            return pool.submit(inside).result()

    return run


@pytest.fixture(autouse=True)
def empty_caches() -> None:
    """Nothing is emptied between these tests: they share one running site, with its caches and its search index."""


@pytest.fixture(scope="package")
def content(site: Site) -> dict[tuple[str, str], str]:
    """An address for each kind of page and language, search included."""
    return site.run(demo.prepare)


@pytest.fixture(scope="package")
def browser(site: Site) -> Iterator[Browser]:
    """One Chromium for all tests of this folder."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium: install Debian's chromium, or name one in CHROMIUM")
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser, site: Site) -> Iterator[Callable[..., Page]]:
    """`open_page("/en/", width=360, scheme="dark", script=True, as_staff=False, **context)` -> a loaded page.

    `page.faults` collects console errors, script errors, refused requests and requests to other hosts.
    """
    contexts = []

    def opened(path: str, width: int = 360, scheme: str = "light", **options: Any) -> Page:
        script, as_staff = options.pop("script", True), options.pop("as_staff", False)
        options = {"viewport": {"width": width, "height": 800}, "reduced_motion": "reduce"} | options
        context = browser.new_context(color_scheme=scheme, java_script_enabled=script, **options)
        contexts.append(context)
        if as_staff:
            cookie = {"name": settings.SESSION_COOKIE_NAME, "value": site.staff}
            context.add_cookies([cookie | {"url": site.url}])
        context.add_init_script(CSP_WATCH)
        page = context.new_page()
        page.faults = watch(page, site.url)
        page.goto(site.url + path, wait_until="load")
        # A face that arrives after `load` moves the lines a test is about to measure.
        page.evaluate("document.fonts.ready.then(() => null)")
        return page

    yield opened
    for context in contexts:
        context.close()


def watch(page: Page, base: str) -> list[str]:
    """Collect what must never happen while a page is used."""
    faults: list[str] = []
    page.on("console", lambda said: faults.append(f"console: {said.text}") if said.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))
    page.on("request", lambda asked: None if asked.url.startswith((base, "data:")) else faults.append(asked.url))
    return faults
