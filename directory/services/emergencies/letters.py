"""Letters to those who may approve an emergency."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.urls import reverse

from core.mail.services import write
from directory.models.activation import Activation

BACKEND = "django.contrib.auth.backends.ModelBackend"


def tell_approvers(activation: Activation, *, but: Any, right: str, at: datetime) -> int:
    """Write to everybody who holds the right, except who proposed; return how many letters."""
    people = get_user_model().objects.with_perm(right, backend=BACKEND, include_superusers=False)
    addresses = people.filter(is_active=True).exclude(pk=but.pk).exclude(email="").values_list("email", flat=True)
    desk = f"{settings.WAGTAILADMIN_BASE_URL}{reverse('directory_emergency', args=[activation.pk])}"
    context = {"url": desk, "title": str(activation), "drill": activation.drill, "proposer": str(but)}
    found = sorted(set(addresses))
    for address in found:
        write("activation", to=address, language=settings.LANGUAGE_CODE, context=context, at=at)
    return len(found)
