"""Boxes to tick where several things may be chosen: in a list of the browser one click drops what was chosen before."""

from django.db.models import ManyToManyField
from django.forms import CheckboxSelectMultiple
from wagtail.admin.forms.models import register_form_field_override


def tick_instead_of_select() -> None:
    """Every form of the admin that is made from a model asks so."""
    register_form_field_override(ManyToManyField, override={"widget": CheckboxSelectMultiple})
