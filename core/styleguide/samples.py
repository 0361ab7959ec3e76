"""What stories are made of: samples that stand in for people, things and blocks."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from django import forms
from django.template.loader import render_to_string

from core.access.forms import GuardedForm
from core.styleguide.words import words

ALWAYS = datetime(2027, 5, 4, 12, tzinfo=UTC)  # the moment of every sample
PHONE = "+302100000000"
SPARK = (
    '<svg class="spark" viewBox="0 0 80 20" aria-hidden="true">'
    '<path d="M2 15 17 12 32 13 47 8 62 6 78 4"/><circle cx="78" cy="4" r="2.6"/></svg>'
)


@dataclass(frozen=True)
class Story:
    """A component in one state. `inside` is the list the component stands in."""

    component: str
    state: str
    values: dict[str, Any] = field(default_factory=dict)
    inside: str = ""

    @property
    def html(self) -> str:
        """The real template with the story's values."""
        return render_to_string(f"components/{self.component}.html", self.values)


class SampleForm(forms.Form):
    """Every kind of field a reader meets."""

    text = forms.CharField(widget=forms.Textarea)
    mail = forms.EmailField(required=False)
    need = forms.ChoiceField(widget=forms.RadioSelect)
    agree = forms.BooleanField()

    def __init__(self, language: str, data: dict[str, str] | None = None) -> None:
        super().__init__(data, prefix="bad" if data is not None else "good")
        word = words(language)
        for name, key in (("text", "field"), ("mail", "mail"), ("need", "need"), ("agree", "agree")):
            self.fields[name].label = word[key]
        self.fields["text"].help_text = word["hint"]
        self.fields["need"].choices = [("food", word["food"]), ("home", word["home"])]
        for bound in self.fields.values():
            bound.error_messages["required"] = word["missing"]


class SampleGuarded(GuardedForm):
    """A form that anybody may send."""

    purpose = "sample"


class Block:
    """A block of a body without a database behind it: rendered as Wagtail renders its own."""

    def __init__(self, kind: str, value: Any) -> None:
        self.kind, self.value = kind, value

    def render_as_block(self, context: dict[str, Any] | None = None) -> str:
        """Called by {% include_block %}."""
        return render_to_string(f"components/blocks/{self.kind}.html", {**(context or {}), "value": self.value})


def link(title: str, url: str = "#", **more: Any) -> SimpleNamespace:
    """A Link as the frame gives it."""
    return SimpleNamespace(title=title, url=url, language=more.pop("language", ""), current=False, **more)


def card(w: dict[str, str], **more: Any) -> dict[str, Any]:
    """A structure's card with everything on it."""
    return {
        "title": w["structure"],
        "url": "#",
        "state": "open",
        "state_text": w["open"],
        "text": w["sentence"],
        "meta": [{"icon": "place", "text": w["onsite"]}, {"text": w["community"]}, {"text": w["free"]}],
        "phone": PHONE,
        **more,
    }
