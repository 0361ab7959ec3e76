"""Candidates from an Elasticsearch 8: the same keys, fetched by another server.

Only fetching is its work. Keys and their worth are made here, so it analyses nothing; understanding, ranking and
abstention are Python's; how frequent a key is says the index beside it, because Elasticsearch counts what was
deleted until it is merged away (decision 0040). A document there is a unit with its words in all languages.

Two aliases: readers ask `<name>`, writers write to every index under `<name>-write`, so that an index being built
gets what changes meanwhile. A write carries the moment at which the database was read as its version: whatever the
order in which writes arrive, the older one loses.
"""

from __future__ import annotations

import itertools
import re
import threading
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch
from elasticsearch.dsl import Document, Index, Keyword, Long, MetaField, Search
from elasticsearch.dsl.query import Bool, ConstantScore, DisMax, Terms
from elasticsearch.helpers import BulkIndexError, streaming_bulk

from search.documents import SearchDocument
from search.fields import Entry, build_units
from search.lexicon.compiled import Lexicon, shipped

from . import schema
from .base import MOST_CANDIDATES, Candidates, Question, State
from .beside import Beside
from .stored import StoredEngine
from .worth import place_among_equals, possible_tenths, share, tenths

UNAVAILABLE = (ApiError, TransportError)
READER_PATIENCE = 0.8  # seconds; a reader does not wait longer for a better engine
WRITER_PATIENCE = 30
MOST_UNITS_KEPT = 3_000
MOST_PAGES = 5_000  # of one object's PDF
# A deletion is remembered so long that no older write can come after it.
SETTINGS = {"number_of_shards": 1, "auto_expand_replicas": "0-1", "refresh_interval": "1s", "gc_deletes": "1h"}
HARMLESS = (404, 409)  # gone already; a newer write is there


class UnitDocument(Document):
    """The form of an index: keys, and the entries as they are kept here."""

    group = Keyword()
    unit = Keyword()
    place = Long()  # among those that get the same
    held = Keyword(multi=True)  # its keys, each behind its worth in tenths: "7gsisit"
    texts = Keyword(index=False, doc_values=False)
    documents = Keyword(index=False, doc_values=False)

    class Meta:
        dynamic = MetaField("strict")


class ElasticEngine(Beside):
    """One server and the indexes of one name on it; vocabulary and sizes come from the embedded index."""

    def __init__(
        self,
        client: Elasticsearch,
        name: str,
        stored: StoredEngine,
        lexicon: Callable[[], Lexicon] = shipped,
        *,
        patience: float = READER_PATIENCE,
    ) -> None:
        super().__init__(stored)
        self.reading = client.options(request_timeout=patience)
        self.writing = client.options(request_timeout=WRITER_PATIENCE)
        self.name = name
        self.lexicon = lexicon
        self._kept: OrderedDict[tuple[str, int], tuple[Entry, ...]] = OrderedDict()
        self._lock = threading.Lock()

    # Reading

    def candidates(self, question: Question, limit: int = MOST_CANDIDATES) -> Candidates:
        """Units that the question wants, the likeliest first. Raises one of UNAVAILABLE."""
        words = [DisMax(queries=_shares(weight, keys)) for weight, keys in question.words]
        if not words:
            return Candidates({})
        search = (
            Search(using=self.reading, index=self.name)
            .query(Bool(should=words))
            .sort("_score", "place", "unit")
            .source(False)  # noqa: FBT003 -- the library's signature
            .extra(version=True, track_total_hits=False, size=limit)
        )
        return Candidates(self._units([(hit.meta.id, hit.meta.version) for hit in search.execute()]))

    def state(self) -> State:
        """Whether it answers, and over how many things."""
        try:
            return State(ready=True, units=int(self.reading.count(index=self.name)["count"]))
        except UNAVAILABLE as error:
            return State(ready=False, units=0, note=_short(error))

    def _units(self, found: Sequence[tuple[str, int]]) -> dict[str, tuple[Entry, ...]]:
        """Entries by unit, in the order found; those of this version that are known are not asked for again."""
        with self._lock:
            known = {unit: self._kept[unit, version] for unit, version in found if (unit, version) in self._kept}
        missing = [unit for unit, _ in found if unit not in known]
        if missing:
            answer = self.reading.mget(index=self.name, ids=missing, source=["texts", "documents"])
            for row in answer["docs"]:
                if row.get("found"):
                    found_here = row["_source"]
                    known[row["_id"]] = schema.read_entries(found_here["texts"], found_here["documents"])
                    self._keep((row["_id"], row["_version"]), known[row["_id"]])
        return {unit: known[unit] for unit, _ in found if unit in known}

    def _keep(self, key: tuple[str, int], entries: tuple[Entry, ...]) -> None:
        with self._lock:
            self._kept[key] = entries
            while len(self._kept) > MOST_UNITS_KEPT:
                self._kept.popitem(last=False)

    # Writing

    def write(self, documents: Iterable[SearchDocument], *, version: int, into: str = "") -> int:
        """Put these documents into every index that is written to, or into one; gives how many units it wrote.

        `version` is the moment at which the database was read, in nanoseconds. All documents of a group come
        together. Where a newer write was faster, its state stays: that is no error.
        """
        rows = [_row(unit, entries) for unit, entries in build_units(documents, self.lexicon()).items()]
        return self._send(rows, version, [into] if into else self.targets())

    def delete(self, groups: Iterable[str], *, version: int, but: Iterable[str] = ()) -> int:
        """Forget the units of these groups, `but` those named; gives how many went."""
        wanted, kept = list(groups), set(but)
        if not wanted or not self.targets():
            return 0
        self.writing.indices.refresh(index=f"{self.name}-write")
        search = Search(using=self.writing, index=f"{self.name}-write").filter("terms", group=wanted)
        found = search.source(False).extra(size=MOST_PAGES).execute()  # noqa: FBT003 -- the library's signature
        gone = sorted({hit.meta.id for hit in found} - kept)
        return self._send([{"_op_type": "delete", "_id": unit} for unit in gone], version, self.targets())

    def targets(self) -> list[str]:
        """The indexes that are written to: the one in use, and one that is being built."""
        return self._under(f"{self.name}-write")

    def _send(self, rows: Sequence[dict[str, Any]], version: int, targets: Sequence[str]) -> int:
        marked = {"version": version, "version_type": "external"}
        actions = ({"_index": target, **row, **marked} for target, row in itertools.product(targets, rows))
        done, refused = 0, []
        for is_done, answer in streaming_bulk(self.writing, actions, raise_on_error=False):
            done += is_done
            outcome = next(iter(answer.values()))
            if not is_done and outcome["status"] not in HARMLESS:
                refused.append(outcome)
        if refused:
            raise BulkIndexError(f"{len(refused)} documents were refused", refused)
        return done

    # Generations

    def begin(self) -> str:
        """Make an empty index beside the one in use, written to from now on; gives its name."""
        numbers = [int(name.rsplit("-", 1)[1]) for name in self._all()]
        name = f"{self.name}-{max(numbers, default=0) + 1}"
        index = Index(name, using=self.writing)
        index.document(UnitDocument)
        index.settings(**SETTINGS)
        index.aliases(**{f"{self.name}-write": {}})
        index.create()
        return name

    def switch(self, built: str) -> None:
        """Put a built index into use in one step; the one before stays, unread, until the next time."""
        self.writing.indices.refresh(index=built)
        before = self._under(self.name)
        actions: list[dict[str, Any]] = [{"add": {"index": built, "alias": self.name}}]
        for old in [name for name in self._all() if name != built]:
            aliases = (self.name, f"{self.name}-write")
            actions += [{"remove": {"index": old, "alias": alias, "must_exist": False}} for alias in aliases]
        self.writing.indices.update_aliases(actions=actions)
        for old in [name for name in self._all() if name not in {built, *before}]:
            self.writing.indices.delete(index=old)

    def forget(self) -> None:
        """Delete every index of this name."""
        for name in self._all():
            self.writing.indices.delete(index=name)

    def _under(self, alias: str) -> list[str]:
        """Indexes that have this alias."""
        if not self.writing.indices.exists_alias(name=alias):
            return []
        return sorted(self.writing.indices.get_alias(name=alias).body)

    def _all(self) -> list[str]:
        names = self.writing.indices.get(index=f"{self.name}-*", expand_wildcards="all").body
        return sorted(name for name in names if re.fullmatch(rf"{re.escape(self.name)}-\d+", name))


def connect(address: str, *, key: str = "", certificate: str = "") -> Elasticsearch:
    """A client that fails at once when the server is away; nobody waits for a second try."""
    options: dict[str, Any] = {"api_key": key or None} | ({"ca_certs": certificate} if certificate else {})
    return Elasticsearch(address, max_retries=0, retry_on_timeout=False, **options)


def _shares(word: float, keys: Mapping[str, float]) -> list[ConstantScore]:
    """What a thing gets for one word: of its keys the best, which every engine counts alike (`worth.py`)."""
    held: dict[int, list[str]] = defaultdict(list)
    for key, weight in keys.items():
        for tenth in possible_tenths(key):
            held[share(word, weight, tenth)].append(f"{tenth}{key}")
    return [ConstantScore(filter=Terms(held=found), boost=points) for points, found in held.items()]


def _row(unit: str, entries: Sequence[Entry]) -> dict[str, Any]:
    first = entries[0].facts
    source = {
        "group": first.group,
        "unit": unit,
        "place": place_among_equals(unit, first.date),
        "held": [f"{tenth}{key}" for key, tenth in tenths(entries).items()],
        "texts": schema.texts_of(entries),
        "documents": schema.documents_of(entries),
    }
    return {"_id": unit, "_source": source}


def _short(error: Exception) -> str:
    return f"{type(error).__name__}: {str(error)[:120]}"
