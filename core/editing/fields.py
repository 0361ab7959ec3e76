"""Fields that several forms of the admin have."""

from typing import Any

from django import forms

FORMATS = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M"]


class MomentField(forms.DateTimeField):
    """A moment on the hub's clock, by the device's own picker or typed."""

    def __init__(self, **kwargs: Any):
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=FORMATS[0])
        super().__init__(input_formats=FORMATS, widget=widget, **kwargs)
