"""Measures of a run: NDCG@10, MRR, recall@10, abstention, own titles. Reads grades only after the answers."""

from __future__ import annotations

import math
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

SPELLINGS = ("written", "accentless", "capitals", "greeklish", "typo", "inflected")
FIRST = 10
GOOD = 2
TITLE_PLACES = 3
_LETTERS = {
    **dict(zip("αγδεζικλμνοπρσςτφ", "agdeziklmnoprsstf", strict=True)),
    "β": ("b", "v"),
    "η": ("h", "i"),
    "θ": ("th", "8"),
    "ξ": ("ks", "x"),
    "υ": ("y", "u"),
    "χ": ("x", "h", "ch"),
    "ψ": "ps",
    "ω": ("w", "o"),
}
_PAIRS = {
    "ου": ("ou", "oy"),
    "αυ": ("au", "av"),
    "ευ": ("eu", "ev"),
    "μπ": ("mp", "b"),
    "ντ": ("nt", "d"),
    "γγ": ("gg", "ng"),
}
_SAME_SOUND = dict(zip("ηιυοωήίόώύ", "ιηιωοίήώόί", strict=True)) | {"ε": "αι"}
_ENDINGS = (
    ("ριο", "ρίου"),
    ("ρίο", "ρίου"),
    ("είο", "εία"),
    ("ση", "σης"),
    ("ία", "ίας"),
    ("μα", "ματος"),
    ("ός", "ού"),
    ("ος", "ου"),
    ("ας", "α"),
    ("ης", "η"),
    ("α", "ας"),
    ("η", "ης"),
    ("ο", "ου"),
    ("ά", "ών"),
)


def score(corpus: Mapping[str, Any], graded: Mapping[str, Any], answers: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """All figures of a run; queries without an answer in it count as empty."""
    measured, kinds, languages = {}, defaultdict(list), defaultdict(list)
    said_none, lost = [], 0
    for query in graded["queries"]:
        ranked = list(answers.get(query["id"], ()))
        if query["kind"] == "noanswer":
            said_none.append(not ranked)
            continue
        found = measured[query["id"]] = _measures(ranked, query["grades"])
        if query["kind"] != "twin":
            lost += not ranked
            kinds[query["kind"]].append(found)
            languages[query["lang"]].append(found)
    every = [found for group in kinds.values() for found in group]
    report = {
        "overall": _mean(every),
        "by_kind": {kind: _mean(found) for kind, found in sorted(kinds.items())},
        "by_lang": {language: _mean(found) for language, found in sorted(languages.items())},
        "no_answer": {
            "precision": round(sum(said_none) / len(said_none), 4) if said_none else None,
            "n": len(said_none),
        },
        "lost": {"n": lost, "of": len(every)},
    }
    twins = [(query["twin_of"], query["id"]) for query in graded["queries"] if query["kind"] == "twin"]
    greek = sum(measured[twin]["ndcg@10"] for _, twin in twins)
    if greek:
        report["greeklish_ratio"] = round(sum(measured[own]["ndcg@10"] for own, _ in twins) / greek, 4)
    if any(key.startswith("title:") for key in answers):
        report["titles"] = _titles(corpus, answers)
    return report


def _measures(ranked: Sequence[str], grades: Mapping[str, int]) -> dict[str, float]:
    good = {key for key, grade in grades.items() if grade >= GOOD}
    first = next((place for place, key in enumerate(ranked, start=1) if key in good), 0)
    ideal = _gain(sorted(grades.values(), reverse=True))
    return {
        "ndcg@10": _gain([grades.get(key, 0) for key in ranked]) / ideal if ideal else 0.0,
        "mrr": 1 / first if first else 0.0,
        "recall@10": len(good & set(ranked[:FIRST])) / min(FIRST, len(good)) if good else 0.0,
    }


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 1) for place, grade in enumerate(grades[:FIRST], start=1))


def _mean(rows: Sequence[Mapping[str, float]]) -> dict[str, float]:
    if not rows:
        return {"n": 0}
    names = ("ndcg@10", "mrr", "recall@10")
    return {name: round(sum(row[name] for row in rows) / len(rows), 4) for name in names} | {"n": len(rows)}


def _titles(corpus: Mapping[str, Any], answers: Mapping[str, Sequence[str]]) -> dict[str, float]:
    hits: dict[str, list[bool]] = defaultdict(list)
    for query in title_queries(corpus):
        _, own, spelling = query["id"].split(":")
        hits[spelling].append(own in list(answers.get(query["id"], ()))[:TITLE_PLACES])
    every = [hit for spelling in SPELLINGS for hit in hits[spelling]]
    return {name: round(sum(hits[name]) / len(hits[name]), 4) for name in SPELLINGS} | {
        "all": round(sum(every) / len(every), 4)
    }


def title_queries(corpus: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    """Every title in six spellings, the same for every run."""
    for record in corpus["records"]:
        title, habit = record["title"], zlib.crc32(record["id"].encode())
        plain = unicodedata.normalize("NFC", _plain(title))
        written = (title, plain, plain.upper(), greeklish(title, habit), one_typo(title, habit), inflected(title))
        for spelling, text in zip(SPELLINGS, written, strict=True):
            yield {"id": f"title:{record['id']}:{spelling}", "q": text}


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def greeklish(text: str, habit: int) -> str:
    """The text in Latin letters, by one person's habit."""
    plain, out, at = _plain(text), [], 0
    while at < len(plain):
        pair = plain[at : at + 2]
        letters = pair if pair in _PAIRS else plain[at]
        ways = _PAIRS.get(pair) or _LETTERS.get(plain[at], plain[at])
        out.append(ways if isinstance(ways, str) else ways[(habit + ord(letters[0])) % len(ways)])
        at += len(letters)
    return "".join(out)


def one_typo(text: str, habit: int) -> str:
    """A letter left out, doubled, swapped or misheard inside the longest word."""
    words = text.split()
    longest = max(range(len(words)), key=lambda number: (sum(map(str.isalpha, words[number])), -number))
    words[longest] = _mistyped(words[longest], habit)
    return " ".join(words)


def _mistyped(word: str, habit: int) -> str:
    at = 2 + habit % max(1, len(word) - 4)
    if habit % 4 == 0:
        return word[:at] + word[at + 1 :]
    if habit % 4 == 1:
        return word[:at] + word[at] + word[at:]
    if habit % 4 == 2 and at + 1 < len(word):
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    place = next((number for number in range(1, len(word)) if word[number] in _SAME_SOUND), None)
    return word if place is None else word[:place] + _SAME_SOUND[word[place]] + word[place + 1 :]


def inflected(text: str) -> str:
    """Another ending on the longest word that has a known one."""
    words = text.split()
    for number in sorted(range(len(words)), key=lambda place: -len(words[place])):
        word = words[number]
        if len(word) < 5 or not word[-1].isalpha() or word.isupper():
            continue
        for old, new in _ENDINGS:
            if word.endswith(old):
                words[number] = word[: -len(old)] + new
                return " ".join(words)
    return text
