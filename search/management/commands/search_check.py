"""`manage.py search_check`: whether search is well: the index against the database, and what waits."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from core.queue import queue_state
from search.index import elastic, engine
from search.sources import documents_of, readable, sources


class Command(BaseCommand):
    help = (
        "Compares the search index with the database and says what waits. Exit 1 when they differ, 2 without an index."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        state = engine().state()
        if not state.ready:
            self.stderr.write(state.note)
            sys.exit(2)
        self.stdout.write(f"{engine().name}: {state.units} things")
        if elastic() is not None:
            other = elastic().state()
            self.stdout.write(f"elasticsearch: {other.units} things" if other.ready else f"elasticsearch: {other.note}")
        waiting = queue_state(timezone.now())
        self.stdout.write(f"queue: {waiting.waiting} waiting, oldest {waiting.oldest or 'none'}")
        wanted = {document.id for source in sources() for document in documents_of(source, readable(source))}
        held = set(engine().ids())
        for name, ids in (("missing", wanted - held), ("too many", held - wanted)):
            for each in sorted(ids):
                self.stdout.write(f"{name}: {each}")
        if wanted != held:
            self.stdout.write("Run: manage.py search_rebuild")
            sys.exit(1)
        self.stdout.write(self.style.SUCCESS(f"The index holds all {len(held)} documents."))
