"""What is refused, with the sentence that says what to do instead."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from directory.models.links import ITSELF

NO_UNIT = _("“Mobile unit” needs a unit: write its name under “Mobile units” in the form of the structure.")


class DirectoryRefused(ValidationError):
    """A change of facts that would show readers something untrue or dangerous."""

    @classmethod
    def sensitive_place(cls) -> "DirectoryRefused":
        sentence = _(
            "This structure has a public address. Save it without “sensitive”, then choose “Withhold the address”: "
            "that takes it out of histories and kept pages too."
        )
        return cls(sentence, code="sensitive_place")

    @classmethod
    def hides_there(cls, structure: Any) -> "DirectoryRefused":
        sentence = _("“%(structure)s” is at the same place, and its address is withheld. It would become public too.")
        return cls(sentence, code="hides_there", params={"structure": structure})

    @classmethod
    def sensitive_area(cls) -> "DirectoryRefused":
        sentence = _("A sensitive structure names no communities: choose “serves the whole city”.")
        return cls(sentence, code="sensitive_area")

    @classmethod
    def no_area(cls, channel: str) -> "DirectoryRefused":
        sentence = _("“%(channel)s”: choose communities, or mark that it serves the whole city, not both.")
        return cls(sentence, code="area", params={"channel": channel})

    @classmethod
    def no_line(cls, channel: str) -> "DirectoryRefused":
        sentence = _("“%(channel)s” needs a number or an address.")
        return cls(sentence, code="no_line", params={"channel": channel})

    @classmethod
    def no_unit(cls) -> "DirectoryRefused":
        return cls(NO_UNIT, code="no_unit")

    @classmethod
    def overlapping(cls, channel: str) -> "DirectoryRefused":
        sentence = _("“%(channel)s”: two seasons share days. End one before the other begins.")
        return cls(sentence, code="overlap", params={"channel": channel})

    @classmethod
    def without_words(cls, condition: Any) -> "DirectoryRefused":
        sentence = _("The condition “%(condition)s” says nothing yet: choose an answer or write it in words.")
        return cls(sentence, code="rule_words", params={"condition": condition})

    @classmethod
    def twice(cls, what: Any) -> "DirectoryRefused":
        return cls(_("“%(what)s” stands twice. Delete one."), code="twice", params={"what": what})

    @classmethod
    def papers_against(cls, document: Any) -> "DirectoryRefused":
        sentence = _("People may come without any papers, but “%(document)s” is always needed. Correct one of the two.")
        return cls(sentence, code="papers", params={"document": document})

    @classmethod
    def free_for_groups(cls) -> "DirectoryRefused":
        sentence = _("Groups for whom it is free go only with the cost “free for some”.")
        return cls(sentence, code="free_for")

    @classmethod
    def own_link(cls) -> "DirectoryRefused":
        return cls(ITSELF, code="link_itself")

    @classmethod
    def circle(cls, *, part: Any, whole: Any) -> "DirectoryRefused":
        sentence = _("“%(whole)s” is already part of “%(part)s”.")
        return cls(sentence, code="circle", params={"part": part, "whole": whole})
