"""What limits remember for a short while; nothing of it leads back to an address."""

import secrets

from django.db import models
from django.db.models import Q

KEY_BYTES = 32


def new_secret() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


class DayKey(models.Model):
    """The key that names networks on one local day. Without it, yesterday's names mean nothing any more."""

    day = models.DateField(unique=True)
    secret = models.BinaryField(max_length=KEY_BYTES, default=new_secret)

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d}"


class Spending(models.Model):
    """How often one network did one thing since the window of its limit began."""

    limit = models.CharField(max_length=40)
    key = models.CharField(max_length=64)
    began = models.DateTimeField()
    times = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint("limit", "key", name="core_spending_once")]

    def __str__(self) -> str:
        return f"{self.limit}: {self.times}"


class UsedProof(models.Model):
    """A challenge or a question that was answered; each counts once."""

    digest = models.CharField(max_length=64, unique=True)
    used = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(digest=""), name="core_proof_has_digest")]

    def __str__(self) -> str:
        return self.digest[:8]
