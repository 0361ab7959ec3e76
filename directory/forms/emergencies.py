"""What is typed on the emergency desk: short forms that work on a phone, with ready sentences in them."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.editing.fields import MomentField
from core.terms import terms
from directory.emergencies import READY
from directory.hours.read import read_hours
from directory.models.access import short_numbers
from directory.models.activation import Activation, OverrideKind
from directory.phones import PhoneField
from directory.services.emergencies import Drafted

LANGUAGES = ("el", "en", "ar", "sq", "uk")
WHEN = _("For example 4/5/2027 22:00")


class ActivationForm(forms.Form):
    """What it is, until when, and the words; Greek and English first, the others are ready."""

    until = MomentField(label=_("Until"), help_text=WHEN)
    start = MomentField(label=_("From (empty: as soon as it is approved)"), help_text=WHEN, required=False)
    communities = forms.MultipleChoiceField(
        label=_("Communities (none: the whole city)"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any = None, *, kind: str, language: str, activation: Activation | None = None):
        self.kind = kind
        super().__init__(data, initial=_initial(kind, activation))
        rows = terms("community", language)
        self.fields["communities"].choices = [(str(row.pk), row.name) for row in rows]
        for code in LANGUAGES:
            self.fields[f"title_{code}"] = forms.CharField(label=_("Title"), max_length=60)
            self.fields[f"message_{code}"] = forms.CharField(
                label=_("What to do"), max_length=200, widget=forms.Textarea(attrs={"rows": 2})
            )

    def words(self, codes: tuple[str, ...]) -> list[tuple[str, list[forms.BoundField]]]:
        """Title and text by language."""
        return [(code, [self[f"title_{code}"], self[f"message_{code}"]]) for code in codes]

    def first_words(self) -> list[tuple[str, list[forms.BoundField]]]:
        return self.words(LANGUAGES[:2])

    def more_words(self) -> list[tuple[str, list[forms.BoundField]]]:
        return self.words(LANGUAGES[2:])

    def said(self) -> Drafted:
        """What was typed, for the service."""
        typed = self.cleaned_data
        words = {code: (typed[f"title_{code}"], typed[f"message_{code}"]) for code in LANGUAGES}
        return Drafted(
            self.kind,
            typed["until"],
            start=typed["start"],
            words=words,
            communities=tuple(int(pk) for pk in typed["communities"]),
        )


class PlaceForm(forms.Form):
    """What happens at one place."""

    kind = forms.ChoiceField(label=_("It is"), choices=OverrideKind.choices, initial=OverrideKind.OPEN)
    osm = forms.CharField(
        label=_("Hours"), required=False, max_length=255, help_text=_("Empty: day and night. Else as: 08:00-22:00")
    )
    number = PhoneField(label=_("Number for this time"), required=False)

    def __init__(self, data: Any = None, *, today: Any):
        super().__init__(data)
        self.today = today
        self.fields["number"].short_numbers = tuple(short_numbers())

    def clean_osm(self) -> str:
        typed = self.cleaned_data["osm"]
        return read_hours(typed, today=self.today) if typed else ""


class ApproveForm(forms.Form):
    """`seen` is the proposal that the second person looked at."""

    seen = forms.CharField(widget=forms.HiddenInput)

    def clean_seen(self) -> datetime:
        try:
            return datetime.fromisoformat(self.cleaned_data["seen"])
        except ValueError as error:
            raise ValidationError(_("Load the page again."), code="seen") from error


class EndForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=300)


class LongerForm(forms.Form):
    until = MomentField(label=_("Until"), help_text=WHEN)


def _initial(kind: str, activation: Activation | None) -> dict[str, Any]:
    words = {code: READY[kind][code] for code in LANGUAGES}
    values: dict[str, Any] = {}
    if activation:
        words |= {row.language: (row.title, row.message) for row in activation.words.all()}
        values = {"until": timezone.localtime(activation.until)}
        values["start"] = timezone.localtime(activation.start) if activation.start else None
        values["communities"] = [str(pk) for pk in activation.communities.values_list("pk", flat=True)]
    for code, (title, message) in words.items():
        values |= {f"title_{code}": title, f"message_{code}": message}
    return values
