"""The form of every fact: a key that nobody types is made of the name."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from core.text import free_key, slug

LONGEST_KEY = 70


class KeyField(forms.SlugField):
    """What is not a key yet is written as one, by ISO 843. Wagtail's own field makes hyphens of Greek letters."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> str:
        written = super().to_python(value)
        return written if written.isascii() and " " not in written else slug(written, length=LONGEST_KEY)


class KeyedForm(WagtailAdminModelForm):
    """A form whose key may be left empty: a new fact gets one, an old one keeps its own."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            old = self.fields["slug"]
            self.fields["slug"] = KeyField(required=False, max_length=80, label=old.label, help_text=old.help_text)
            if not self.instance.pk:
                self.fields["slug"].help_text = _("Leave it empty: it is made for you.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "slug" in self.fields and "slug" not in self.errors:
            cleaned["slug"] = cleaned.get("slug") or self.instance.slug or self._made(cleaned)
        return cleaned

    def name_for_key(self, cleaned: dict[str, Any]) -> str:
        """What the key is made of: the first name in the words; without one the kind of fact, with its year."""
        words: list[forms.BaseForm] = self.formsets["words"].forms if "words" in self.formsets else []
        names = (form.data.get(form.add_prefix("name"), "") for form in words)
        return next(filter(None, names), f"{self._meta.model._meta.model_name} {cleaned.get('year') or ''}")

    def _made(self, cleaned: dict[str, Any]) -> str:
        keyed = self._meta.model._meta.get_field("slug").model  # the parent, where several kinds share their keys
        stem = slug(self.name_for_key(cleaned), length=LONGEST_KEY) or keyed._meta.model_name
        return free_key(stem, set(keyed.objects.filter(slug__startswith=stem).values_list("slug", flat=True)))
