"""The courage to say that nothing was found (decision 0021)."""

from __future__ import annotations

from collections.abc import Sequence

from .ranking import Hit, cut

ANSWERED = 0.6
ANSWERED_IN_A_SENTENCE = 0.5  # who tells a trouble tells more than its name
WEAK = 0.35
MOST_WEAK = 3
LOOKED_AT = 3


def decide(hits: Sequence[Hit], *, spoken: bool = False) -> tuple[list[Hit], list[Hit]]:
    """(answers, what may be related). Without an answer at most three related things are offered."""
    first = hits[:LOOKED_AT]
    if any(hit.answered >= (ANSWERED_IN_A_SENTENCE if spoken else ANSWERED) or hit.named for hit in first):
        return cut(hits), []
    return [], [hit for hit in first if hit.coverage >= WEAK][:MOST_WEAK]
