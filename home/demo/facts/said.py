"""What is said in the facts: in which languages, and letter by letter. Faults of all rules are gathered here."""

import re
import unicodedata

LANGUAGES = ("el", "en", "ar", "sq", "uk")
WORD = re.compile(r"[^\W\d_]+")
errors = []


def fault(where, what):
    errors.append(f"{where}: {what}")


def script(char):
    name = unicodedata.name(char, "")
    return next((s for s in ("GREEK", "LATIN", "CYRILLIC", "ARABIC") if name.startswith(s)), None)


def look_at_text(where, text):
    """Final sigma and mixed alphabets in one string (addresses of pages are skipped)."""
    if text.startswith(("http://", "https://")):
        return
    for word in WORD.findall(unicodedata.normalize("NFC", text)):
        kinds = {s for s in map(script, word) if s}
        if len(kinds) > 1:
            fault(where, f"mixed alphabets in «{word}»")
        if kinds == {"GREEK"}:
            if word.endswith("σ") and len(word) > 1:
                fault(where, f"«{word}» ends in σ")
            if "ς" in word[:-1]:
                fault(where, f"ς inside «{word}»")


def walk(where, value):
    """Check every string, and every pair of Greek and English, below `value`."""
    if isinstance(value, str):
        look_at_text(where, value)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            walk(f"{where}[{index}]", item)
    elif isinstance(value, dict):
        if "el" in value or "en" in value:
            for language in ("el", "en"):
                if not value.get(language):
                    fault(where, f"no {language}")
            if (
                isinstance(value.get("el"), list)
                and isinstance(value.get("en"), list)
                and len(value["el"]) != len(value["en"])
            ):
                fault(where, "Greek and English lists differ in length")
        for key, item in value.items():
            walk(f"{where}.{key}", item)


def in_five(where, value):
    """Check that whatever is said in Greek below `value` is said in all five languages."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            in_five(f"{where}[{index}]", item)
    elif isinstance(value, dict):
        if "el" in value:
            for language in LANGUAGES:
                if not value.get(language):
                    fault(where, f"no {language}")
        for key, item in value.items():
            if key not in ("note", "places_seen", "sources") or where.startswith("document_types"):
                in_five(f"{where}.{key}", item)
