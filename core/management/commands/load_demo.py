"""`manage.py load_demo`: real content of a city from files with sources. May be run again at any time."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from tqdm import tqdm
from wagtail.signal_handlers import disable_reference_index_auto_update

from core.demo import loaders, loading


class Command(BaseCommand):
    help = "Loads the demo content. Nothing is doubled and nothing an editor added is removed."

    def handle(self, *args: Any, **options: Any) -> None:
        steps = loaders()
        bar = tqdm(steps, disable=not sys.stderr.isatty(), unit="part")
        with disable_reference_index_auto_update(), loading():
            for loader in bar:
                bar.set_description(loader.name)
                with transaction.atomic():
                    count = loader.load()
                if bar.disable:
                    self.stdout.write(f"{loader.name}: {count}")
        self.stdout.write(self.style.SUCCESS("The demo content is loaded."))
