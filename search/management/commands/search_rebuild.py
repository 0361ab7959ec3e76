"""`manage.py search_rebuild`: the whole index anew, beside the one in use."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from search.services import rebuild
from search.sources import sources


class Command(BaseCommand):
    help = "Builds the search index from the database and puts it into use in one step. Readers notice nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        bar = tqdm(total=len(sources()), disable=not sys.stderr.isatty(), unit="kind")

        def progress(label: str, count: int) -> None:
            bar.set_description(f"{label}: {count}")
            bar.update()

        written = rebuild(progress)
        bar.close()
        self.stdout.write(self.style.SUCCESS(f"The search index holds {written} documents."))
