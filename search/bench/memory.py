"""What a fresh process grows by while it searches: `python -m search.bench.memory` prints megabytes as JSON."""

from __future__ import annotations

import gc
import json
import sys

import django


def grown() -> dict[str, float]:
    """Megabytes for the lexicon, for the first query, and for all graded ones after it, in this order."""
    # Loaded first, for modules are neither lexicon nor vocabulary.
    from django.urls import get_resolver  # noqa: PLC0415 -- app ready
    from django.utils import timezone  # noqa: PLC0415 -- see above

    from core.bench.machine import resident  # noqa: PLC0415 -- see above
    from search.bench.examples import asked  # noqa: PLC0415 -- see above
    from search.filters import Filters  # noqa: PLC0415 -- see above
    from search.lexicon.current import current  # noqa: PLC0415 -- see above
    from search.selectors import search  # noqa: PLC0415 -- see above
    from search.sources import sources  # noqa: PLC0415 -- see above

    sources()  # loads the hooks of all apps
    get_resolver().url_patterns  # noqa: B018 -- loads the views
    at = timezone.localtime()
    first, *others = asked()

    def held() -> float:
        gc.collect()
        return resident()

    before = held()
    current()
    lexicon = held()
    search(first.text, Filters(), language=first.language, now=at)
    once = held()
    for query in others:
        search(query.text, Filters(), language=query.language, now=at)
    return {
        "the lexicon": lexicon - before,
        "the first query": once - lexicon,
        f"{len(others)} more queries": held() - once,
    }


if __name__ == "__main__":
    django.setup()
    sys.stdout.write(json.dumps(grown()))
