"""What the directory promises of its speed, measured on what is in the database, whatever its size."""

import resource
from collections.abc import Iterator
from datetime import datetime
from itertools import product

import brotli
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.bench.figures import Figure
from core.bench.timing import answer_ms, at_most, processor_ms, queries_of, worst_of_twenty
from core.garbage import settle
from core.snapshot import clear_snapshots
from core.terms import terms
from directory.models.structure import Structure
from directory.selectors.hours import open_structures
from directory.selectors.pages import coverage_url, finder_url, index_url
from directory.services import rebuild_all_intervals, rebuild_intervals

TIMES = 20
SERVED_QUALITY = 5  # of brotli, as the page cache packs
MEGABYTE = 1024  # of ru_maxrss


def measure(at: datetime) -> Iterator[Figure]:
    """All budgets; those that write come last."""
    client, language = Client(), settings.LANGUAGE_CODE
    settle()  # as servers do when they start (portal/warming.py)
    yield from _lists(client, index_url(language))
    yield worst_of_twenty("open now for all, ms", [processor_ms(lambda: open_structures(at)) for _ in range(TIMES)], 20)
    yield from _pages(client, language)
    yield from _machines(client)
    yield from _intervals(at)


def _lists(client: Client, index: str) -> Iterator[Figure]:
    """The list under all kinds of filters; then as it is after a change, when nothing is kept."""
    needs = [term.slug for term in terms("need", settings.LANGUAGE_CODE)][:5]
    needless, way = "without=cost&without=papers", "community=city&channel=phone"
    others = ("", "open=now", needless, "access=step_free", way, "sort=name")
    paths = [f"{index}?need={need}&{other}" for need, other in product(needs, others)]
    paths += [index, f"{index}?open=weekend", f"{index}?open=late", f"{index}?access=written&access=toilet"]
    yield at_most("list, queries", max(queries_of(client, path) for path in paths[::6]), 14)
    yield worst_of_twenty("list, ms", [answer_ms(client, path) for path in paths], 150)
    clear_snapshots()
    yield Figure("first list of a process after a change, ms", answer_ms(client, index))


def _pages(client: Client, language: str) -> Iterator[Figure]:
    finder, matrix = finder_url(language), coverage_url(language)
    for name, path, goal in (("coverage", matrix, 100), ("coverage with filters", f"{matrix}?need=food&open=now", 100)):
        answer_ms(client, path)
        yield worst_of_twenty(f"{name}, ms", [answer_ms(client, path) for _ in range(TIMES)], goal)
    steps = [finder, f"{finder}?need=food", f"{finder}?need=food&who=me&how=phone&where=d"]
    for path in steps:
        client.get(path)
    yield worst_of_twenty("step of the finder, ms", [answer_ms(client, path) for path in steps * TIMES], 60)


def _machines(client: Client) -> Iterator[Figure]:
    listing = reverse("hsds:listing", args=["services"])
    page = f"{listing}?per_page=100"
    yield at_most("HSDS page of 100, queries", queries_of(client, page), 12)
    yield worst_of_twenty("HSDS page of 100, ms", [answer_ms(client, page) for _ in range(TIMES)], 250)
    full = f"{page}&full=true"
    yield at_most("HSDS page of 100 with everything, queries", queries_of(client, full), 12)
    yield worst_of_twenty("HSDS page of 100 with everything, ms", [answer_ms(client, full) for _ in range(TIMES)], 250)
    answer_ms(client, f"{page}&format=ndjson")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield at_most("HSDS ndjson of everything, s", answer_ms(client, f"{listing}?format=ndjson") / 1000, 15)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / MEGABYTE
    yield at_most("HSDS ndjson of everything, MB more", grown, 20)
    points = client.get(reverse("directory_api:points_json")).content
    yield at_most("points.json, kB br", len(brotli.compress(points, quality=SERVED_QUALITY)) / 1000, 120)


def _intervals(at: datetime) -> Iterator[Figure]:
    zone = timezone.get_default_timezone()
    some = list(Structure.objects.order_by("uuid").values_list("pk", flat=True)[: TIMES * 2])
    one = [processor_ms(lambda pk=pk: rebuild_intervals([pk], at=at, zone=zone)) for pk in some]
    yield worst_of_twenty("intervals of one structure, ms", one, 20)
    yield at_most("intervals of all, s", processor_ms(lambda: rebuild_all_intervals(at=at, zone=zone)) / 1000, 60)
