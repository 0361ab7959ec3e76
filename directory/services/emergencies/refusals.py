"""Steps of an emergency that may not happen: each sentence says why, and what to do."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.readable import in_needed_languages
from directory.models.activation import SECOND_PERSON


class ActivationRefused(ValidationError):
    """A step that may not happen; admin, API and shell show the same sentence."""

    @classmethod
    def not_allowed(cls) -> "ActivationRefused":
        return cls(_("You may not do this. Ask who manages the accounts."), code="not_allowed")

    @classmethod
    def not_waiting(cls) -> "ActivationRefused":
        return cls(
            _("It was changed or decided meanwhile. Look at it again; what was changed is proposed anew."),
            code="not_waiting",
        )

    @classmethod
    def expired(cls) -> "ActivationRefused":
        return cls(_("The proposal is older than two hours. Propose it again."), code="expired")

    @classmethod
    def same_person(cls) -> "ActivationRefused":
        return cls(SECOND_PERSON, code="same_person")

    @classmethod
    def not_confirmed(cls) -> "ActivationRefused":
        return cls(_("Confirm first that it is you: the last time is older than five minutes."), code="not_confirmed")

    @classmethod
    def fixed(cls) -> "ActivationRefused":
        return cls(_("What is in force is not changed: end it and begin a new one, or prolong it."), code="fixed")

    @classmethod
    def too_long(cls) -> "ActivationRefused":
        return cls(_("14 days at most. Choose an earlier end; it can be prolonged later."), code="too_long")

    @classmethod
    def past(cls) -> "ActivationRefused":
        return cls(_("The end must lie ahead, and after the beginning."), code="past")

    @classmethod
    def no_words(cls) -> "ActivationRefused":
        where = {"in_languages": in_needed_languages()}
        return cls(_("Write title and text %(in_languages)s."), code="no_words", params=where)

    @classmethod
    def not_running(cls) -> "ActivationRefused":
        return cls(_("It is not in force."), code="not_running")

    @classmethod
    def no_reason(cls) -> "ActivationRefused":
        return cls(_("Write the reason."), code="no_reason")
