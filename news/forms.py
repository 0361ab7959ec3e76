"""Forms of the admin: the facts of news, calls and events."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from core.editing.dates import DayInput
from core.fact_forms import KeyedForm
from core.hooks import asked
from core.text import free_key
from news.models.entry import Entry
from news.models.item import NewsItem


class EntryForm(KeyedForm):
    """Today is offered, and a key that is left empty is made from the kind and the day."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.initial.setdefault("date", timezone.localdate())

    def name_for_key(self, cleaned: dict[str, Any]) -> str:
        return f"{cleaned.get('kind', '')} {cleaned.get('date', '')}"


class StructureSelect(forms.Select):
    """A structure is chosen by its name; what is stored is its key."""

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        named = dict(asked("hub_structures"))
        gone = {key: key for key in value if key and key not in named}
        self.choices = [("", "---------"), *(named | gone).items()]
        return super().optgroups(name, value, attrs)


class NewsItemForm(forms.ModelForm):
    """Date and kind are enough, and today is offered: the key is made from both."""

    class Meta:
        model = NewsItem
        fields = ("date", "kind")
        widgets = {"date": DayInput}

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["date"].initial = timezone.localdate()

    def save(self, *args: Any, **kwargs: Any) -> NewsItem:
        self.instance.slug = key_of(self.instance.kind, self.instance.date)
        return super().save(*args, **kwargs)


def key_of(kind: str, day: date) -> str:
    """A key that no entry has yet: kind and day, numbered from the second of a day on."""
    stem = f"{kind}-{day.isoformat()}"
    return free_key(stem, set(Entry.objects.filter(slug__startswith=stem).values_list("slug", flat=True)))
