"""What is refused on the way of an import, with the sentence that says what to do instead."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from directory.models.importing import SECOND_PERSON


class ImportRefused(ValidationError):
    """A step of an import that may not be."""

    @classmethod
    def already(cls) -> "ImportRefused":
        return cls(_("The file was imported already: no change."), code="already")

    @classmethod
    def not_now(cls, state: str) -> "ImportRefused":
        sentence = _("This is not possible now: the import “%(state)s”.")
        return cls(sentence, code="not_now", params={"state": state})

    @classmethod
    def same_person(cls) -> "ImportRefused":
        return cls(SECOND_PERSON, code="same_person")

    @classmethod
    def too_much(cls) -> "ImportRefused":
        sentence = _("More than a fifth would end, or three of ten phones change. If that is right, add --much.")
        return cls(sentence, code="too_much")

    @classmethod
    def too_late(cls) -> "ImportRefused":
        return cls(_("An import can be taken back for seven days."), code="too_late")
