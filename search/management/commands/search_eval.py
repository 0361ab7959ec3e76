"""`manage.py search_eval CORPUS QUERIES`: measures search against graded queries."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from search.evaluation import FileMissing, load, run
from search.lexicon.compiled import shipped
from search.measures import SPELLINGS, score, title_queries
from search.scratch import ENGINES, EngineMissing


class Command(BaseCommand):
    help = "Answers graded queries from a scratch index of a corpus and prints NDCG@10 by kind and language."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("corpus", metavar="CORPUS.json")
        parser.add_argument("queries", metavar="QUERIES.json")
        parser.add_argument("--engine", choices=ENGINES, default="embedded")
        parser.add_argument("--json", action="store_true", help="One object on stdout and nothing else.")
        parser.add_argument("--titles", action="store_true", help="Also every title in six spellings.")
        parser.add_argument("--around", type=int, default=0, metavar="N", help="With noisy copies, N records in all.")
        parser.add_argument("--run", metavar="FILE", help="Also write {query id: [ids]}.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = self._measure(options)
        except (FileMissing, EngineMissing) as error:
            self.stderr.write(str(error))
            sys.exit(2)
        if options["json"]:
            self.stdout.write(json.dumps(report, ensure_ascii=False))
        else:
            self._show(report)

    def _measure(self, options: dict[str, Any]) -> dict[str, Any]:
        corpus, graded = load(options["corpus"]), load(options["queries"])
        asked = [(query["id"], query["q"]) for query in graded["queries"]]
        if options["titles"]:
            asked += [(query["id"], query["q"]) for query in title_queries(corpus)]
        watched = tqdm(asked, disable=options["json"] or not sys.stderr.isatty(), unit="query")
        done = run(corpus, watched, options["engine"], around=options["around"])
        if options["run"]:
            Path(options["run"]).write_text(json.dumps(done.answers, ensure_ascii=False), encoding="utf-8")
        return {
            "engine": options["engine"],
            "records": max(len(corpus["records"]), options["around"]),
            "queries": len(graded["queries"]),
            "lexicon": shipped().version,
            **score(corpus, graded, done.answers),
            "timing_ms": done.timing(),
            "build_s": round(done.build_seconds, 1),
            "memory_mb": round(done.megabytes, 1),
        }

    def _show(self, report: dict[str, Any]) -> None:
        row = "{:<14}{:>5}{:>10}{:>8}{:>11}"
        self.stdout.write(row.format("", "n", "NDCG@10", "MRR", "recall@10"))
        parts = [("overall", report["overall"]), *report["by_kind"].items()]
        parts += [(f"language {language}", measured) for language, measured in report["by_lang"].items()]
        for name, measured in parts:
            figures = [f"{measured[key]:.3f}" for key in ("ndcg@10", "mrr", "recall@10")]
            self.stdout.write(row.format(name, measured["n"], *figures))
        self.stdout.write(f"no answer: {report['no_answer']}, lost: {report['lost']}")
        self.stdout.write(f"greeklish / Greek: {report.get('greeklish_ratio')}, milliseconds: {report['timing_ms']}")
        self.stdout.write(f"index built in {report['build_s']} s; memory while answering +{report['memory_mb']} MB")
        if "titles" in report:
            found = ", ".join(f"{name} {report['titles'][name]:.3f}" for name in (*SPELLINGS, "all"))
            self.stdout.write(f"own title in the first three: {found}")
