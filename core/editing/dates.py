"""Days and numbers are typed as people here write them. What the library's picker cannot read it makes today, and a
browser set to English drops the comma of “12,5”; both say nothing."""

from typing import Any

from django.db.models import DateField, DateTimeField, DecimalField, TimeField
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput

# What was typed stays, and the form says what is wrong with it.
AS_TYPED = {"validateOnBlur": False}


class DayInput(AdminDateInput):
    def get_config(self) -> dict[str, Any]:
        return super().get_config() | AS_TYPED


class MomentInput(AdminDateTimeInput):
    def get_config(self) -> dict[str, Any]:
        return super().get_config() | AS_TYPED


class HourInput(AdminTimeInput):
    def get_config(self) -> dict[str, Any]:
        return super().get_config() | AS_TYPED


def keep_what_is_typed() -> None:
    """Every form of the admin that is made from a model asks so."""
    register_form_field_override(DateField, override={"widget": DayInput})
    register_form_field_override(DateTimeField, override={"widget": MomentInput})
    register_form_field_override(TimeField, override={"widget": HourInput})
    register_form_field_override(DecimalField, override={"localize": True})
