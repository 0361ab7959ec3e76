"""What an engine is asked for: the keys of a plan, word by word."""

from __future__ import annotations

from .engines.base import Question
from .plan import Plan


def question(plan: Plan) -> Question:
    """The keys of a plan by words, each with its weight; what fetches by kind only is a word of its own."""
    allowed = set(plan.keys)
    words = [
        (slot.weight, {key: weight for key, weight in slot.fetching.items() if key in allowed}) for slot in plan.slots
    ]
    kinds = allowed.difference(*(keys for _, keys in words))
    found = [*words, (1.0, dict.fromkeys(sorted(kinds), 1.0))]
    return Question([(weight, keys) for weight, keys in found if keys])
