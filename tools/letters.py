"""Which three letters follow each other in Greek, and in English and Albanian: `python tools/letters.py`.

Writes core/documents/letters/{greek,latin}.txt from texts of this repository; run again only when these change a lot.
"""

import re
import sys
from collections import Counter
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from core.documents.letters import folded, trigrams  # noqa: E402 -- the path above

SEEN = 2  # a trigram met once may be a slip
SCRIPTS = {"greek": r"[α-ω]+", "latin": r"[a-zëç]+"}
CATALOGUE = "site/locale/{}/LC_MESSAGES/django.po"


def corpus() -> str:
    """Texts of all languages: the catalogues, the handbook, the demo, the words of search."""
    entries = [entry for code in ("el", "sq") for entry in polib.pofile(str(ROOT / CATALOGUE.format(code)))]
    files = [*ROOT.glob("docs/*.md"), *ROOT.glob("home/demo/facts/**/*.json"), *ROOT.glob("search/lexicon/*.toml")]
    said = [words for entry in entries for words in (entry.msgid, entry.msgstr)]
    return "\n".join([*said, *(path.read_text(encoding="utf-8") for path in files)])


def main() -> None:
    text = folded(corpus())
    for name, script in SCRIPTS.items():
        words = re.findall(script, text)
        counts = Counter(three for word in words for three in trigrams(word))
        kept = sorted(three for three, times in counts.items() if times >= SEEN)
        target = ROOT / f"core/documents/letters/{name}.txt"
        target.write_text("\n".join(kept) + "\n", encoding="utf-8")
        print(name, len(words), "words", len(kept), "threes", target.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
