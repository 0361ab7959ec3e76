"""What the hub adds to Wagtail's own screens."""

from django import forms, template
from django.utils.translation import gettext_lazy as _
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

register = template.Library()


class SuccessorForm(forms.Form):
    """The page that takes the place of one that is deleted."""

    successor = forms.ModelChoiceField(Page.objects.filter(depth__gt=1), label=_("New page"), widget=AdminPageChooser())


@register.simple_tag
def successor_form() -> SuccessorForm:
    return SuccessorForm()


@register.filter
def person(user: object) -> str:
    """A colleague by name; by the name of the account while there is no other; nothing for nobody."""
    return get_user_display_name(user) if user else ""
