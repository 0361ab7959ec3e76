"""Why a text of hours is not accepted: the place in it, and a sentence that says what to write instead."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class HoursRefused(ValidationError):
    """A text of hours that cannot be stored; `place` is the position of the first sign not read."""

    def __init__(self, message: Any, *, code: str, place: int = 0, params: dict[str, Any] | None = None) -> None:
        super().__init__(message, code=code, params=params)
        self.place = place

    @classmethod
    def empty(cls) -> "HoursRefused":
        return cls(_("Write the hours, for example Mo-Fr 08:00-15:00."), code="hours_empty")

    @classmethod
    def too_long(cls, length: int) -> "HoursRefused":
        return cls(
            _("The hours have %(length)s characters; 255 fit. Write seasons as rows of their own."),
            code="hours_long",
            place=255,
            params={"length": length},
        )

    @classmethod
    def easter(cls, place: int) -> "HoursRefused":
        return cls(_("Write PH: Easter is among the public holidays."), code="hours_easter", place=place)

    @classmethod
    def school(cls, place: int) -> "HoursRefused":
        return cls(_("There is no calendar of school holidays. Write dates."), code="hours_school", place=place)

    @classmethod
    def sun(cls, place: int) -> "HoursRefused":
        return cls(_("Write hours of the clock, not sunrise or sunset."), code="hours_sun", place=place)

    @classmethod
    def open_end(cls, place: int) -> "HoursRefused":
        return cls(_("Write until when it is open, for example 09:00-14:00."), code="hours_open_end", place=place)

    @classmethod
    def fallback(cls, place: int) -> "HoursRefused":
        return cls(_("Write rules one after the other with ; instead of ||."), code="hours_fallback", place=place)

    @classmethod
    def comment_alone(cls) -> "HoursRefused":
        return cls(
            _("A comment alone would mean open day and night. Choose “by appointment” or write the hours."),
            code="hours_comment",
        )

    @classmethod
    def past(cls) -> "HoursRefused":
        return cls(_("All these dates are over. Write hours that are still to come."), code="hours_past")

    @classmethod
    def no_hours(cls, text: str) -> "HoursRefused":
        return cls(
            _("“%(typed)s” names days without hours. Write for example Mo-Fr 08:00-15:00."),
            code="hours_missing",
            params={"typed": text},
        )

    @classmethod
    def one_time(cls, text: str, place: int) -> "HoursRefused":
        return cls(
            _("“%(typed)s” is one time only. Write from when until when, for example 08:00-15:00."),
            code="hours_one_time",
            place=place,
            params={"typed": text[place : place + 5]},
        )

    @classmethod
    def no_time(cls, typed: str, place: int) -> "HoursRefused":
        return cls(
            _("“%(typed)s” is not a time. Hours go from 00:00 to 26:00, for example 18:00-26:00."),
            code="hours_no_time",
            place=place,
            params={"typed": typed},
        )

    @classmethod
    def unreadable(cls, text: str, place: int) -> "HoursRefused":
        return cls(
            _("We cannot read “%(typed)s”. Write for example Mo-Fr 08:00-15:00; Sa 10:00-13:00."),
            code="hours_unreadable",
            place=place,
            params={"typed": text[place:].strip() or text},
        )

    @classmethod
    def proposal(cls, typed: str, osm: str, reading: Any) -> "HoursRefused":
        """`reading` is the proposal in words, in the language of whoever reads the refusal."""
        return cls(
            _("We cannot store “%(typed)s”. Do you mean “%(osm)s” (%(reading)s)? Then write it so."),
            code="hours_proposal",
            params={"typed": typed, "osm": osm, "reading": reading},
        )
