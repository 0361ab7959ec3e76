"""`manage.py search_explain "query"`: every factor of the order of its results."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from core.languages import codes
from search.engines.base import IndexMissing
from search.explaining import Explanation, HitView, explain
from search.index import answerer


class Command(BaseCommand):
    help = "Says how a query is understood and prints every factor of its first ten results. Nothing is stored."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("query")
        parser.add_argument("--language", choices=codes(), default=settings.LANGUAGE_CODE)
        parser.add_argument("--id", default="", help="Also say where this thing stands, for example news.newspage:….")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            told = explain(
                options["query"],
                answerer(),
                language=options["language"],
                now=timezone.localtime(),
                wanted=options["id"],
            )
        except IndexMissing as error:
            self.stderr.write(str(error))
            sys.exit(2)
        self._show(told)
        if options["id"]:
            self.stdout.write(f"\n{options['id']}")
            self._hit(told.wanted) if told.wanted else self.stdout.write("  has nothing in common with the query")

    def _show(self, told: Explanation) -> None:
        self.stdout.write(f"looked for: {told.understood}")
        for word in told.words:
            self.stdout.write(f"  {word.word}: counts {word.weight}, certainty {word.certainty}")
            for name, pairs in (("or", word.alternatives), ("means", word.concepts)):
                if pairs:
                    self.stdout.write(f"    {name} {_joined(pairs)}")
        if told.intents:
            self.stdout.write(f"  {' · '.join(told.intents)}")
        if told.steered.first or told.steered.never:
            self.stdout.write(f"  editors: first {told.steered.first}, never {sorted(told.steered.never)}")
        if not told.is_answered:
            self.stdout.write("told that nothing was found; nearest:")
        for hit in told.hits:
            self._hit(hit)

    def _hit(self, hit: HitView) -> None:
        named = ", half of its title was named" if hit.named else ""
        self.stdout.write(f"{hit.place:>3}. {hit.score:.3f}  {hit.title}  ({hit.unit})")
        self.stdout.write(f"       found {_joined(hit.values)}; answers {hit.answered}{named}")
        self.stdout.write(f"       {' × '.join(f'{name} {factor}' for name, factor in hit.steps)}")


def _joined(pairs: tuple[tuple[str, float], ...]) -> str:
    return ", ".join(f"{text} {value}" for text, value in pairs)
