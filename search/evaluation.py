"""Measure search against graded queries: a scratch index of a corpus, nothing of the site in it."""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings

from .answering import Answerer
from .documents import SearchDocument
from .engines.embedded import EmbeddedEngine
from .ranking import Reader

PAGE_SIZE = 20
# The corpus names needs and groups by codes of its own.
_CODES = {
    "mental-health": "talk",
    "education": "learning",
    "documents": "papers",
    "legal": "papers",
    "violence": "safety",
    "elderly-care": "care",
    "disabled": "disability",
    "single-parents": "single-parent",
}


class EvaluationRefused(Exception):
    """A file or a server is missing; the message is one line."""


@dataclass(frozen=True, slots=True)
class Run:
    """Answers of a run: ids by query, and how long each took in milliseconds."""

    answers: Mapping[str, list[str]]
    times: tuple[float, ...]

    def timing(self) -> dict[str, float]:
        """Median and 95th percentile."""
        ordered = sorted(self.times) or [0.0]
        return {
            "p50": round(ordered[len(ordered) // 2], 1),
            "p95": round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))], 1),
        }


def load(path: str | Path) -> dict[str, Any]:
    """A JSON file of the evaluation."""
    try:
        return json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise EvaluationRefused(f"{path}: {error}") from error


def documents(corpus: Mapping[str, Any]) -> Iterator[SearchDocument]:
    """Records of the corpus as documents, one a language."""
    neighbourhoods = {
        code: tuple(name.strip() for name in words.split(":", 1)[1].split(","))
        for code, words in corpus["communities"].items()
        if ":" in words
    }
    for record in corpus["records"]:
        greek = {key: record[key] for key in ("title", "summary", "body")}
        for language, words in {record["lang"]: greek, **record["translations"]}.items():
            yield _document(record, language, words=words, neighbourhoods=neighbourhoods)


def _document(
    record: Mapping[str, Any],
    language: str,
    *,
    words: Mapping[str, str],
    neighbourhoods: Mapping[str, tuple[str, ...]],
) -> SearchDocument:
    code = record["community"]
    return SearchDocument(
        group=record["id"],
        type=record["type"],
        language=language,
        title=words["title"],
        url=record["url"],
        names=tuple(record["names"]) if language == record["lang"] else (),
        summary=words["summary"],
        body=words.get("body", ""),
        place=() if code == "city" else (code,),
        place_names=neighbourhoods.get(code, ()) if language == record["lang"] else (),
        needs=tuple(_CODES.get(need, need) for need in record["needs"]),
        groups=tuple(_CODES.get(group, group) for group in record["groups"]),
        channels=tuple(record["channels"]),
        date=date.fromisoformat(record["date"]),
        parent=record.get("parent", ""),
    )


def run(corpus: Mapping[str, Any], queries: Iterable[tuple[str, str]], engine: str = "embedded") -> Run:
    """Answer the queries from a scratch index, which is removed afterwards."""
    reader = Reader(language="", fallbacks=(), today=date.fromisoformat(corpus["today"]))
    answers, times = {}, []
    with scratch(documents(corpus), engine) as answerer:
        answerer.answer("α", reader)
        for key, query in queries:
            begun = time.perf_counter()
            answer = answerer.answer(query, reader)
            times.append((time.perf_counter() - begun) * 1000)
            answers[key] = [hit.unit for hit in answer.hits[:PAGE_SIZE]]
    return Run(answers, tuple(times))


@contextmanager
def scratch(content: Iterable[SearchDocument], engine: str = "embedded") -> Iterator[Answerer]:
    """What answers from these documents and nothing else: `embedded`, or `elasticsearch` with it beside."""
    with tempfile.TemporaryDirectory(prefix="search-eval-") as folder:
        embedded = EmbeddedEngine(Path(folder))
        beside = embedded.begin()
        found = list(content)
        beside.write(found)
        beside.close()
        embedded.switch(beside)
        if engine == "embedded":
            yield Answerer(embedded)
        else:
            with _on_elastic(embedded, found) as answerer:
                yield answerer
        embedded.close()


@contextmanager
def _on_elastic(embedded: EmbeddedEngine, content: list[SearchDocument]) -> Iterator[Answerer]:
    from .engines.elastic import UNAVAILABLE, ElasticEngine, connect  # noqa: PLC0415 -- only where it is used

    address = settings.HUB_ELASTICSEARCH
    if not address:
        raise EvaluationRefused("Name the server: HUB_ELASTICSEARCH=http://127.0.0.1:9200 (make elasticsearch).")
    client = connect(address, key=settings.HUB_ELASTICSEARCH_KEY, certificate=settings.HUB_ELASTICSEARCH_CERTIFICATE)
    engine = ElasticEngine(client, f"{settings.HUB_ELASTICSEARCH_NAME}-scratch-{os.getpid()}", embedded)
    try:
        built = engine.begin()
        engine.write(content, version=1, into=built)
        engine.switch(built)
    except UNAVAILABLE as error:
        raise EvaluationRefused(f"Elasticsearch at {address} does not answer: {type(error).__name__}.") from error
    try:
        yield Answerer(engine)
    finally:
        engine.forget()
