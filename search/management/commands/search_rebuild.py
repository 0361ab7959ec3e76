"""`manage.py search_rebuild`: the whole index anew, beside the one in use."""

import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from search.index import elastic
from search.services import rebuild, rebuild_elastic
from search.sources import readable, sources


class Command(BaseCommand):
    help = "Builds the search index from the database and puts it into use in one step. Readers notice nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--engine", choices=["embedded", "elasticsearch"], help="Only this one; else all in use.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["engine"] != "elasticsearch":
            written = self._watched(rebuild)
            self.stdout.write(self.style.SUCCESS(f"The search index holds {written} documents."))
        if options["engine"] != "embedded":
            self._rebuild_elastic(demanded=options["engine"] is not None)

    def _rebuild_elastic(self, *, demanded: bool) -> None:
        first = elastic()
        if first is None:
            if demanded:
                raise CommandError("This hub has no Elasticsearch: HUB_ELASTICSEARCH holds no address.")
            return
        written = self._watched(lambda progress: rebuild_elastic(progress, version=time.time_ns()))
        self.stdout.write(self.style.SUCCESS(f"The index in Elasticsearch holds {written} units."))

    def _watched(self, work: Callable[[Callable[[str, int], None]], int]) -> int:
        things = sum(readable(source).count() for source in sources())
        with tqdm(total=things, disable=not sys.stderr.isatty(), unit="thing") as bar:

            def progress(label: str, count: int) -> None:
                bar.set_description(label, refresh=False)
                bar.update(count)

            return work(progress)
