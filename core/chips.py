"""Facts inside a sentence: the text holds a key, the number itself is read when the page is shown.

Apps give their facts by the hook `hub_chips`; each source is a snapshot, so a chip costs no query.
"""

from collections.abc import Sequence
from typing import Any

from django.conf import settings

from core.hooks import Chip, registered

# Signs that stand close to the word before them, in all languages of the hub.
CLOSE = (".", ",", ";", ":", "·", "!", "?", ")", "»", "…", "،", "؛", "؟")


def chip(key: str, language: str) -> Chip | None:
    """The fact of a key as readers of a language see it; None when there is no such fact any more."""
    name = key.partition(":")[0]
    return next((source.chips(language).get(key) for source in registered("hub_chips") if source.name == name), None)


def choices() -> list[tuple[Any, list[tuple[str, str]]]]:
    """All facts for the editors' form, by kind, with what they say now."""
    return [
        (source.label, [(key, f"{fact.label}: {fact.text}") for key, fact in facts.items()])
        for source in registered("hub_chips")
        if (facts := source.chips(settings.LANGUAGE_CODE))
    ]


def spaced(parts: Sequence[Any]) -> list[dict[str, Any]]:
    """Parts of a sentence with the space that belongs before each: none at its begin and before a full stop."""
    shown: list[dict[str, Any]] = []
    for place, part in enumerate(parts):
        is_fact = part.block_type == "fact"
        close = not is_fact and str(part.value).startswith(CLOSE)
        opened = bool(shown) and not shown[-1]["is_fact"] and str(shown[-1]["value"]).endswith(("(", "«"))
        space = "" if place == 0 or close or opened else " "
        shown.append({"is_fact": is_fact, "value": part.value, "space": space})
    return shown
