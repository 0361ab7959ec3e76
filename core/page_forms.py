"""The form of every page: an address that nobody types comes from the title."""

from typing import Any

from django.forms import TextInput
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.models import Page

from core.text import free_key, slug

# As Wagtail's own panel for titles looks, without its script: the address is written here.
TITLE = TextInput(attrs={"placeholder": _("Page title")})


class HubPageForm(WagtailAdminPageForm):
    """Wagtail's script writes Greek as «domh»; an empty address is written here, by ISO 843: «domi»."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean_slug(self) -> str:
        """What was typed; else the address of a live page; else one made of the title that no sister page has."""
        written: str = self.cleaned_data["slug"] or (self.instance.slug if self.instance.live else "")
        return written or free_key(slug(self.cleaned_data.get("title", "")) or "page", self._taken())

    def _taken(self) -> set[str]:
        sisters: Any = self.parent_page.get_children() if self.parent_page else Page.objects.none()
        return set(sisters.exclude(pk=self.instance.pk).values_list("slug", flat=True))
