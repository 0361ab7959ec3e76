"""People who sign in: their admin is Greek until they choose otherwise, whatever their browser says."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models.signals import post_save
from wagtail.users.models import UserProfile


def greet_in_the_hub_language(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Give a new account the hub's first language."""
    if kwargs["created"] and not kwargs.get("raw"):
        UserProfile.objects.get_or_create(user=instance, defaults={"preferred_language": settings.LANGUAGE_CODE})


def connect() -> None:
    """Listen to new accounts."""
    post_save.connect(greet_in_the_hub_language, sender=get_user_model(), dispatch_uid="hub.account.language")
