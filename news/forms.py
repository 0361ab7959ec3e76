"""Forms of the admin: the facts of a piece of news, made while its page is written."""

from typing import Any

from django import forms
from django.utils import timezone
from wagtail.admin.widgets import AdminDateInput

from news.models.entry import Entry
from news.models.item import NewsItem


class NewsItemForm(forms.ModelForm):
    """Date and kind are enough, and today is offered: the key is made from both."""

    class Meta:
        model = NewsItem
        fields = ("date", "kind")
        widgets = {"date": AdminDateInput}

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["date"].initial = timezone.localdate()

    def save(self, *args: Any, **kwargs: Any) -> NewsItem:
        self.instance.slug = free_key(self.instance)
        return super().save(*args, **kwargs)


def free_key(item: NewsItem) -> str:
    """Return a key that no entry has yet: kind and day, numbered from the second of a day on."""
    stem = f"{item.kind}-{item.date.isoformat()}"
    taken = set(Entry.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return stem if stem not in taken else next(key for key in numbered if key not in taken)
