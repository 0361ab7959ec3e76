"""Latitude and longitude as people type them: with a comma too, and sometimes the wrong way round."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

NORTH, EAST = (34, 42), (19, 30)  # between which Greece lies


class TypedDegrees(forms.DecimalField):
    """A coordinate; a decimal comma is read like a point."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def to_python(self, value: Any) -> Decimal | None:
        return super().to_python(value.strip().replace(",", ".") if isinstance(value, str) else value)


class DegreesField(models.DecimalField):
    """A coordinate with six decimals: a tenth of a metre."""

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**({"form_class": TypedDegrees, "widget": TypedDegrees.widget} | kwargs))


def check_order(lat: Decimal | None, lon: Decimal | None) -> None:
    """Raises ValidationError where the two would be in Greece the other way round."""
    if lat is None or lon is None or not (_between(lon, NORTH) and _between(lat, EAST)):
        return
    sentence = _("They look swapped. Shall they be %(lat)s, %(lon)s? Then write them so.")
    raise ValidationError(
        {"lat": ValidationError(sentence, code="swapped", params={"lat": lon.normalize(), "lon": lat.normalize()})}
    )


def _between(degrees: Decimal, bounds: tuple[int, int]) -> bool:
    return bounds[0] <= degrees <= bounds[1]
