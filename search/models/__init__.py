"""What editors add to search: words, what is shown first or never, graded queries; and queries that found nothing."""

from search.models.counted import ZeroResult
from search.models.quality import Evaluation, GradedQuery, GradedTarget
from search.models.steering import STEERING, Exclusion, Promotion, Steering
from search.models.words import LEXICON, Concept, Expression, known_concepts

__all__ = [
    "LEXICON",
    "STEERING",
    "Concept",
    "Evaluation",
    "Exclusion",
    "Expression",
    "GradedQuery",
    "GradedTarget",
    "Promotion",
    "Steering",
    "ZeroResult",
    "known_concepts",
]
