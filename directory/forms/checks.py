"""What bodies say has changed."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.formats import phone
from directory import phones
from directory.hours.read import read_hours
from directory.hours.refusals import HoursRefused
from directory.models.access import short_numbers
from directory.models.structure import Structure
from directory.services.proposals import Change

NOTHING = _("Say what has changed: in a field, in your words, or with the days on which you are closed.")
READ_SO = _("We read “%(typed)s” as: %(reading)s. If that is right, send it again. If not, correct it.")


class ChangeForm(forms.Form):
    """The facts of a structure as its body may correct them: numbers, hours, website, or in its own words."""

    note = forms.CharField(
        label=_("What changed, in your words"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    closed_from = forms.DateField(label=_("Closed from"), required=False, help_text=_("For example 2/8/2027"))
    closed_to = forms.DateField(label=_("Closed until and with"), required=False)
    rest_holds = forms.BooleanField(label=_("All the rest on the page is right"), required=False)

    def __init__(self, *args: Any, structure: Structure, today: date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.today = today
        self.facts = {change.key: change for change in _facts(structure)}
        self.fields = {change.key: _field(change) for change in self.facts.values()} | self.fields
        for name in ("closed_from", "closed_to"):
            self.fields[name].input_formats = ["%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for key in self.facts:
            if cleaned.get(key) and cleaned[key] != self.facts[key].old:
                self._read(key, cleaned)
        first, last = cleaned.get("closed_from"), cleaned.get("closed_to")
        if (first is None) != (last is None) and not {"closed_from", "closed_to"} & set(self.errors):
            self.add_error("closed_to", _("Write both days, the first and the last."))
        elif first and last and last < first:
            self.add_error("closed_to", _("The last day is before the first day."))
        elif not self.errors and not (self.changes() or cleaned.get("note") or first):
            raise ValidationError(NOTHING, code="nothing")
        return cleaned

    def changes(self) -> list[Change]:
        """What differs from the facts, an emptied field not counted: a body says that in its own words."""
        typed = {key: self.cleaned_data.get(key) or "" for key in self.facts}
        return [
            Change(key, str(fact.label), fact.old, typed[key])
            for key, fact in self.facts.items()
            if typed[key] and typed[key] != fact.old
        ]

    def closed(self) -> tuple[date, date] | None:
        """The days of the closure, both included."""
        first, last = self.cleaned_data.get("closed_from"), self.cleaned_data.get("closed_to")
        return (first, last) if first and last else None

    def _read(self, key: str, cleaned: dict[str, Any]) -> None:
        """Numbers and hours are read as in the editors' form; what cannot be read says how to write it."""
        try:
            if key.startswith("line:"):
                cleaned[key] = phones.parse(cleaned[key], short_numbers=short_numbers())
            elif key.startswith("hours:"):
                cleaned[key] = read_hours(cleaned[key], today=self.today)
            else:
                cleaned[key] = forms.URLField(assume_scheme="https").clean(cleaned[key])
        except (phones.PhoneRefused, HoursRefused, ValidationError) as refusal:
            self.add_error(key, self._offered(key, refusal) if refusal.code == "hours_proposal" else refusal)

    def _offered(self, key: str, refusal: ValidationError) -> str:
        """Hours in everyday words: what was understood stands in the field, and sending it again is a yes."""
        self.data = self.data.copy()
        self.data[self.add_prefix(key)] = refusal.params["osm"]
        return READ_SO % refusal.params


def _field(fact: Change) -> forms.CharField:
    initial = phone(fact.old) if fact.key.startswith("line:") else fact.old
    hint = _("For example Mo-Fr 08:00-15:00, or say it below in your words.") if fact.key.startswith("hours:") else ""
    return forms.CharField(label=fact.label, required=False, initial=initial, max_length=300, help_text=hint)


def _facts(structure: Structure) -> Iterator[Change]:
    for point in structure.access_points.all():
        channel = point.get_channel_display()
        for line in point.lines.all():
            yield Change(f"line:{line.uuid}", _("%(channel)s: number") % {"channel": channel}, line.number, "")
        for schedule in point.schedules.all():
            yield Change(f"hours:{schedule.pk}", _("%(channel)s: hours") % {"channel": channel}, schedule.osm, "")
    yield Change("website", str(_("Website")), structure.website, "")
