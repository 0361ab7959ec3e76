"""What was seen of a place, as sentences for each profile; what nobody looked at is said too."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.text import Phrase
from directory.models.accessibility import PROFILES, Profile, Question, Seen
from directory.selectors.parts import Answer
from directory.sentences.accessibility_words import NO, UNKNOWN, YES

OF_STEPS = (Question.HANDRAIL,)


@dataclass(frozen=True, slots=True)
class Known:
    """One sentence. `answer` is yes, no or unknown: the picture beside it."""

    answer: str
    text: Phrase


@dataclass(frozen=True, slots=True)
class ProfileView:
    """What a person of this profile finds, what is known first."""

    code: str
    questions: tuple[str, ...]
    title: Any
    known: tuple[Known, ...]
    unknown: tuple[Known, ...]

    @property
    def is_unknown(self) -> bool:
        return not self.known


def profiles(answers: Iterable[Answer], notes: Mapping[int, Phrase]) -> list[ProfileView]:
    """All four profiles; `notes` are the editors' words, by key of the answer."""
    found = {answer.question: answer for answer in answers if answer.answer != Seen.UNKNOWN}
    return [_profile(profile, questions, found, notes) for profile, questions in PROFILES.items()]


def sentences(answers: Iterable[Answer], notes: Mapping[int, Phrase], profile: str) -> list[str]:
    """All sentences of one profile as text, unknown ones at the end."""
    view = next(view for view in profiles(answers, notes) if view.code == profile)
    return [each.text.text for each in (*view.known, *view.unknown)]


def seen_on(answers: Iterable[Answer]) -> tuple[date, date] | None:
    """First and last day on which somebody looked."""
    days = [answer.seen_on for answer in answers if answer.seen_on]
    return (min(days), max(days)) if days else None


def _profile(
    profile: Profile, questions: Iterable[Question], found: Mapping[str, Answer], notes: Mapping[int, Phrase]
) -> ProfileView:
    asked = [question for question in questions if not _is_idle(question, found)]
    return ProfileView(
        code=profile.value,
        questions=tuple(questions),
        title=profile.label,
        known=tuple(_known(found[each], notes) for each in asked if each in found),
        unknown=tuple(Known("unknown", Phrase(str(UNKNOWN[each]))) for each in asked if each not in found),
    )


def _is_idle(question: Question, found: Mapping[str, Answer]) -> bool:
    """Where there are no steps, nobody asks for a handrail."""
    step_free = found.get(Question.STEP_FREE)
    return question in OF_STEPS and question not in found and bool(step_free and step_free.answer == Seen.YES)


def _known(answer: Answer, notes: Mapping[int, Phrase]) -> Known:
    sentence, note = _sentence(answer), notes.get(answer.pk)
    text = Phrase(f"{sentence} {note.text}", note.language) if note else Phrase(sentence)
    shown = {Seen.YES: "yes", Seen.NO: "no"}.get(Seen(answer.answer), "unknown")
    return Known(shown, text)


def _sentence(answer: Answer) -> str:
    question = Question(answer.question)
    if answer.measure is not None and (measured := _measured(question, answer.answer, answer.measure)):
        return measured
    if answer.answer == Seen.PARTLY:
        return _("%(question)s: partly.") % {"question": question.label}
    return str((YES if answer.answer == Seen.YES else NO)[question])


def _measured(question: Question, answer: str, measure: int) -> str:
    number = {"number": measure}
    if question == Question.DOOR_WIDTH:
        return _("The narrowest door is %(number)s cm wide.") % number
    if question == Question.LIFT and answer != Seen.NO:
        return _("There is a lift. Its door is %(number)s cm wide.") % number
    if question == Question.COUNTER:
        return _("The counter is %(number)s cm high.") % number
    if question == Question.STOP:
        return _("The nearest stop is %(number)s m away.") % number
    if question == Question.HANDRAIL and answer == Seen.YES:
        return _with_handrail(measure) % number
    return _without_handrail(measure) % number if question == Question.HANDRAIL else ""


def _with_handrail(steps: int) -> str:
    return ngettext(
        "%(number)s step to the entrance, with a handrail.", "%(number)s steps to the entrance, with a handrail.", steps
    )


def _without_handrail(steps: int) -> str:
    return ngettext(
        "%(number)s step to the entrance, without a handrail.",
        "%(number)s steps to the entrance, without a handrail.",
        steps,
    )
