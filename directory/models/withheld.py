"""Addresses that must not be known: one row a withheld location. Only directory/sensitive.py may import this module."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.crypto import EncryptedTextField
from directory.models.place import Location


class SensitiveAddress(models.Model):
    """The address of a withheld location, as one encrypted text: not even which of its fields are known can be seen.

    There is no way back from a location to this row, so that no reading of locations can join it.
    """

    location = models.OneToOneField(Location, on_delete=models.CASCADE, related_name="+")
    address = EncryptedTextField()

    class Meta:
        verbose_name = _("withheld address")
        verbose_name_plural = _("withheld addresses")
        default_permissions = ()
        permissions = [
            ("withhold_address", "Can withhold the address of a structure"),
            ("read_sensitive_address", "Can read withheld addresses"),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.location_id}"
