"""`manage.py publicity_check`: every page that a project pays says so, in every language, as the rules demand."""

import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.test import Client
from wagtail.models import Page, Site

from core.hooks import Band
from home.publicity import BOXES, WIDTHS, WORDS, Fault, bands_in, faults, measured
from home.selectors.bands import bands_on, site_bands

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser")


class Command(BaseCommand):
    help = "Checks the publicity bands of every page that a project pays. Exit 1 when one is wrong."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--address", help="Of a running hub: a browser measures it too, 320 and 1280 pixels wide.")
        parser.add_argument("--json", action="store_true", help="For machines.")

    def handle(self, *args: Any, **options: Any) -> None:
        pages = list(paid_pages())
        found = _in_html(pages)
        if options["address"]:
            with browser() as opened:
                found += _in_browser(pages, opened, options["address"].rstrip("/"))
        if options["json"]:
            self.stdout.write(json.dumps({"pages": len(pages), "faults": [asdict(each) for each in found]}))
        else:
            self._say(len(pages), found)
        if found:
            sys.exit(1)

    def _say(self, pages: int, found: Sequence[Fault]) -> None:
        for fault in found:
            at = f" ({fault.width} px)" if fault.width else ""
            self.stdout.write(f"{fault.url}{at}: {WORDS[fault.code]}: {fault.band}")
        self.stdout.write(f"{pages} pages, {len(found)} faults.")


def paid_pages() -> Iterator[tuple[str, list[Band]]]:
    """Addresses of live pages that say more than every page, and of the home pages; with what must stand there."""
    for page in Page.objects.live().public().filter(depth__gt=1).specific().iterator():
        language = page.locale.language_code
        bands = bands_on(page, language)
        if bands and (bands != site_bands(language) or page.depth == 2):
            yield page.get_url() or "", bands


def _in_html(pages: Sequence[tuple[str, list[Band]]]) -> list[Fault]:
    site = Site.objects.get(is_default_site=True)
    client = Client(headers={"host": site.hostname})
    found = []
    for url, bands in pages:
        answer = client.get(url, secure=True)
        if answer.status_code != 200:
            found.append(Fault(url, 0, "page"))
            continue
        found += faults(url, bands, bands_in(answer.content.decode()))
    return found


def _in_browser(pages: Sequence[tuple[str, list[Band]]], opened: Any, address: str) -> list[Fault]:
    found = []
    for width in WIDTHS:
        page = opened.new_page(viewport={"width": width, "height": 640})
        for url, bands in pages:
            page.goto(f"{address}{url}")
            seen, signs = measured(page.evaluate(BOXES))
            found += faults(url, bands, seen, width=width, signs=signs)
        page.close()
    return found


@contextmanager
def browser() -> Iterator[Any]:
    """The system's Chromium. Raises CommandError with what is missing."""
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- optional dependency
    except ImportError as error:
        raise CommandError("Only developers have a browser here: make setup.") from error
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        raise CommandError("There is no Chromium on this machine: make system.")
    with sync_playwright() as tools:
        opened = tools.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield opened
        finally:
            opened.close()
