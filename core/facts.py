"""What every fact has in common: a public id, a stable key, and the tags of the pages that show it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from core.fact_forms import KeyedForm


class Fact(ClusterableModel):
    """A thing stored once and shown in every language.

    `uuid` is the public id and never changes; `slug` is the key people and imports use.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(
        _("key"),
        max_length=80,
        unique=True,
        help_text=_("Stable name in addresses and imports. Do not change it."),
    )
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)

    base_form_class = KeyedForm

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.slug

    def cache_tags(self) -> set[str]:
        """Tags of every page that shows this fact; purged whenever it is saved or deleted."""
        return {f"{self._meta.model_name}:{self.pk}", f"list:{self._meta.app_label}"}
