"""Boxes to tick where several things may be chosen: in a list of the browser one click drops what was chosen before."""

from typing import Any

from django.db.models import ManyToManyField
from django.forms import CheckboxSelectMultiple
from wagtail.admin.forms.models import register_form_field_override

from core.words import named_by


def tick_instead_of_select() -> None:
    """Every form of the admin that is made from a model asks so."""
    register_form_field_override(ManyToManyField, override=_boxes)


def _boxes(field: ManyToManyField) -> dict[str, Any]:
    rows = field.related_model._default_manager.all()
    return {"widget": CheckboxSelectMultiple, "queryset": rows.prefetch_related(*named_by(rows.model))}
