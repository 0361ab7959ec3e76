"""Help for whoever writes a structure: what is missing, a copy to begin with, and structures that look like it."""

from typing import Any

from django import forms
from django.forms.widgets import Script
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.panels import Panel
from wagtail.snippets.views.snippets import CopyView

from directory.checks import MAY_CHECK
from directory.models import Structure
from directory.selectors.editing import alike, lacking


class LackingPanel(Panel):
    """“Missing: languages, accessibility”: a meter in words. Nothing of it stops anybody from saving."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "directory/admin/lacking.html"

        def is_shown(self) -> bool:
            return super().is_shown() and bool(self.instance.pk)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context) | {"lacking": lacking(self.instance)}
            if self.request.user.has_perm(MAY_CHECK):
                context["check_url"] = reverse("directory_check", args=[self.instance.pk])
            return context


class AlikePanel(Panel):
    """While somebody types a name, a number or a place: which structures may be the same. A script fills it.

    Without script the note after saving says it.
    """

    class BoundPanel(Panel.BoundPanel):
        template_name = "directory/admin/alike.html"
        media = forms.Media(js=[Script("js/alike.js", type="module")])

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            return super().get_context_data(parent_context) | {"but": self.instance.pk or ""}


class LikeThisView(CopyView):
    """“Like this, other community”: everything but numbers, mail, place and communities, which are another's."""

    def get_initial_form_instance(self) -> Structure:
        structure = super().get_initial_form_instance()
        points = list(structure.access_points.all())
        for point in points:
            point.location, point.email, point.citywide = None, "", False
            point.lines = []
            point.closures = []
            point.communities = []
        structure.access_points = points
        structure.label = _("%(name)s (copy)") % {"name": structure.label}
        structure.slug = ""
        return structure


def name_alike(request: HttpRequest, instance: Any) -> None:
    """After a new structure was saved, name those that it may be once more."""
    if not isinstance(instance, Structure):
        return
    for other in alike(instance):
        sentence = _("“%(structure)s” has %(what)s. If it is the same, keep one of the two.")
        url = reverse(Structure.snippet_viewset.get_url_name("edit"), args=[other.pk])
        said = sentence % {"structure": other.label, "what": ", ".join(str(why) for why in other.why)}
        messages.warning(request, format_html('{} <a href="{}">{}</a>', said, url, _("Look at it")))
