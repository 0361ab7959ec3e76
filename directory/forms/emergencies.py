"""What is typed on the emergency desk: short forms that work on a phone, with ready sentences in them."""

from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.editing.fields import MomentField
from core.languages import codes
from core.terms import terms
from directory.emergencies import READY
from directory.hours.read import read_hours
from directory.models.access import short_numbers
from directory.models.activation import Activation, OverrideKind
from directory.phones import PhoneField
from directory.services.emergencies import Drafted

WHEN = _("For example 4/5/2027 22:00")


class ActivationForm(forms.Form):
    """What it is, until when, and the words: those that everybody needs first, then those that are ready.

    A language without ready ones may stay empty: its readers get the nearest language that says something.
    """

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
        for code in codes():
            needed = code in settings.HUB_NEEDED_LANGUAGES or code in READY[kind]
            self.fields[f"title_{code}"] = forms.CharField(label=_("Title"), max_length=60, required=needed)
            self.fields[f"message_{code}"] = forms.CharField(
                label=_("What to do"), max_length=200, widget=forms.Textarea(attrs={"rows": 2}), required=needed
            )

    def clean(self) -> dict[str, Any]:
        """Title and text of a language are both written or both left empty."""
        typed = super().clean()
        for code in codes():
            pair = [f"title_{code}", f"message_{code}"]
            empty = [name for name in pair if not typed.get(name) and name not in self.errors]
            if len(empty) == 1:
                self.add_error(empty[0], self.fields[empty[0]].error_messages["required"])
        return typed

    def first_words(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Title and text by language, of those without which nothing is proposed."""
        return [self._words(code) for code in codes() if code in settings.HUB_NEEDED_LANGUAGES]

    def more_words(self) -> list[tuple[str, list[forms.BoundField]]]:
        return [self._words(code) for code in codes() if code not in settings.HUB_NEEDED_LANGUAGES]

    def _words(self, code: str) -> tuple[str, list[forms.BoundField]]:
        return code, [self[f"title_{code}"], self[f"message_{code}"]]

    def said(self) -> Drafted:
        """What was typed, for the service."""
        typed = self.cleaned_data
        words = {code: (typed[f"title_{code}"], typed[f"message_{code}"]) for code in codes()}
        return Drafted(
            self.kind,
            typed["until"],
            start=typed["start"],
            words={code: said for code, said in words.items() if all(said)},
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
    words = dict(READY[kind])
    values: dict[str, Any] = {}
    if activation:
        words |= {row.language: (row.title, row.message) for row in activation.words.all()}
        values = {"until": timezone.localtime(activation.until)}
        values["start"] = timezone.localtime(activation.start) if activation.start else None
        values["communities"] = [str(pk) for pk in activation.communities.values_list("pk", flat=True)]
    for code, (title, message) in words.items():
        values |= {f"title_{code}": title, f"message_{code}": message}
    return values
