"""Measure search against graded queries: a scratch index of a corpus, nothing of the site in it."""

from __future__ import annotations

import json
import resource
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from .documents import SearchDocument
from .noise import copies
from .ranking import Reader
from .scratch import scratch

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


class FileMissing(Exception):
    """A file of the evaluation cannot be read; the message is one line."""


@dataclass(frozen=True, slots=True)
class Run:
    """Answers of a run: ids by query, how long each took in milliseconds, and how long the index took to build."""

    answers: Mapping[str, list[str]]
    times: tuple[float, ...]
    build_seconds: float
    megabytes: float  # that the process grew by while it answered; its peak, so a smaller growth may not be seen

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
        raise FileMissing(f"{path}: {error}") from error


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


def run(
    corpus: Mapping[str, Any], queries: Iterable[tuple[str, str]], engine: str = "embedded", *, around: int = 0
) -> Run:
    """Answer the queries from a scratch index, with noisy copies up to `around` records around those of the corpus."""
    reader = Reader(language="", fallbacks=(), today=date.fromisoformat(corpus["today"]))
    own = list(documents(corpus))
    content = chain(own, copies(own, around - len(corpus["records"]))) if around else own
    answers, times = {}, []
    begun = time.perf_counter()
    with scratch(content, engine) as answerer:
        built = time.perf_counter() - begun
        before = _resident()
        answerer.answer("α", reader)
        for key, query in queries:
            begun = time.perf_counter()
            answer = answerer.answer(query, reader)
            times.append((time.perf_counter() - begun) * 1000)
            answers[key] = [hit.unit for hit in answer.hits[:PAGE_SIZE]]
        return Run(answers, tuple(times), built, _resident() - before)


def _resident() -> float:
    """The most memory that this process ever held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000
