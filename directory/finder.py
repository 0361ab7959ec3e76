"""The rules of the guided finder: which question comes next, what the answers lead to, and all paths.

Sets of structures are bits of an integer, so that a step with ten thousand structures is a few operations and
every path can be walked in a test. Nothing here reads the database or the clock.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from directory.models.finder import Aspect

UNKNOWN = "0"  # «Δεν ξέρω»: answered, and no condition
MOST_QUESTIONS = len(Aspect)
# What is given up when nothing fits, after the place: never the need.
GIVEN_UP: tuple[tuple[str, ...], ...] = ((), (Aspect.CHANNEL,), (Aspect.CHANNEL, Aspect.GROUP))

Given = Mapping[str, str]  # aspect → code of the answer


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer in a reader's language.

    `fits` are the structures that meet it; `best` those among them that are meant for it in particular;
    `wider` those that do not stand in its place but serve it too.
    """

    code: str
    label: str
    language: str
    fits: int
    best: int
    wider: int = 0
    icon: str = ""
    note: str = ""
    needs: frozenset[int] = frozenset()
    is_community: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One question in a reader's language."""

    aspect: str
    text: str
    language: str
    hint: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Finder:
    """All questions, and the structures their answers speak of: place in `structures` = bit."""

    questions: tuple[Question, ...]
    structures: tuple[int, ...]
    reaches: tuple[int, ...]

    @property
    def everything(self) -> int:
        return (1 << len(self.structures)) - 1

    def answer(self, aspect: str, code: str) -> Answer | None:
        """The answer with this code; None for «Δεν ξέρω» and for a code that is not known."""
        answers = (answer for question in self.questions if question.aspect == aspect for answer in question.answers)
        return next((answer for answer in answers if answer.code == code), None)

    def chosen(self, given: Given) -> dict[str, Answer]:
        """The answers that ask for something, in the order of the questions."""
        found = {
            question.aspect: self.answer(question.aspect, given.get(question.aspect, "")) for question in self.questions
        }
        return {
            aspect: answer
            for aspect, answer in found.items()
            if answer and {answer.fits, answer.best} != {self.everything}
        }

    def known(self, written: Given) -> dict[str, str]:
        """What of an address is an answer here; foreign codes are left out."""
        return {
            question.aspect: written[question.aspect]
            for question in self.questions
            if written.get(question.aspect) == UNKNOWN or self.answer(question.aspect, written.get(question.aspect, ""))
        }


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the answers lead to: what fits, what serves the place from further away, and what was given up."""

    fits: int
    wider: int
    given_up: tuple[str, ...] = ()


def outcome(finder: Finder, given: Given) -> Outcome:
    """Relaxed in the order place, channel, group until something is found; the need is never given up."""
    chosen = finder.chosen(given)
    where = chosen.pop(Aspect.PLACE, None)
    kept = finder.everything
    for dropped in GIVEN_UP:
        kept = _joined(finder.everything, chosen, dropped)
        near = kept & where.fits if where else kept
        around = kept & where.wider & ~near if where else 0
        # What serves another community alone is no help before everything else is tried.
        elsewhere = kept if where and not where.is_community else 0
        left = tuple(aspect for aspect in dropped if aspect in chosen)
        if near:
            return Outcome(near, around, left)
        if around or elsewhere:
            return Outcome(around or elsewhere, 0, (Aspect.PLACE, *left))
    return Outcome(kept, 0, tuple(aspect for aspect in finder.chosen(given) if aspect != Aspect.NEED))


def _joined(everything: int, chosen: Mapping[str, Answer], dropped: tuple[str, ...]) -> int:
    for aspect, answer in chosen.items():
        everything &= answer.fits if aspect not in dropped else everything
    return everything


def next_question(finder: Finder, given: Given) -> Question | None:
    """The first question without an answer whose answers lead to different ends; None when there is no more."""
    here = _doors(finder, given)
    for question in finder.questions:
        if question.aspect in given:
            continue
        ends = (_doors(finder, {**given, question.aspect: answer.code}) for answer in question.answers)
        if any(end != here for end in ends):
            return question
    return None


def meant(finder: Finder, given: Given, ends: Outcome) -> tuple[int, ...]:
    """For each answer that was not given up, what was made for it: it stands before what merely fits."""
    return tuple(answer.best for aspect, answer in finder.chosen(given).items() if aspect not in ends.given_up)


def by_suits(found: int, made: Iterable[int]) -> list[int]:
    """The same bits in groups: first what most of these masks hold, last what none does."""
    groups = [found]
    for mask in made:
        shifted = zip([*groups, 0], [0, *groups], strict=True)
        groups = [(as_many & mask) | (one_more & ~mask) for as_many, one_more in shifted]
    return groups


def places_of(found: int) -> Iterator[int]:
    """The places of these bits, lowest first."""
    return (place for place, flag in enumerate(f"{found:b}"[::-1]) if flag == "1")


def _doors(finder: Finder, given: Given) -> tuple[int, int, frozenset[int]]:
    """What a reader would see, apart from the sentence: which structures, and which of them first."""
    ends = outcome(finder, given)
    both = ends.fits | ends.wider
    first = frozenset(best & both for best in meant(finder, given, ends))
    return ends.fits, ends.wider, first - {0, both}


def paths(finder: Finder, given: Given | None = None) -> Iterator[dict[str, str]]:
    """Every way through the questions, «Δεν ξέρω» included."""
    so_far = dict(given or {})
    question = next_question(finder, so_far)
    if question is None:
        yield so_far
        return
    for code in (*(answer.code for answer in question.answers), UNKNOWN):
        yield from paths(finder, {**so_far, question.aspect: code})


def dead_ends(finder: Finder) -> list[dict[str, str]]:
    """Paths on which not a single structure is left."""
    return [path for path in paths(finder) if not outcome(finder, path).fits]
