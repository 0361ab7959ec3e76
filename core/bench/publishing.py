"""Publishes the home page from a process of its own: `python -m core.bench.publishing TITLE`.

Prints the second of the commit, so that whoever waits for the page can tell how long readers waited.
"""

import sys
import time

import django


def publish_home(title: str) -> float:
    """Give the default site's home page a title and publish it. Returns the second at which it was committed."""
    from wagtail.models import Site  # noqa: PLC0415 -- app ready

    page = Site.objects.get(is_default_site=True).root_page.specific
    page.title = title
    page.seo_title = title
    page.save_revision().publish()
    return time.time()


if __name__ == "__main__":
    django.setup()
    sys.stdout.write(f"{publish_home(sys.argv[1]):.6f}\n")
    sys.stdout.flush()
