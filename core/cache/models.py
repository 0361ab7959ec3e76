"""Purges as rows, so that every process and every host learns of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CachePurge(models.Model):
    """Tags whose pages changed. The number grows with every row; rows live a little longer than pages."""

    tags = models.JSONField(_("tags"))
    created = models.DateTimeField(_("created"), db_index=True)

    class Meta:
        verbose_name = _("cache purge")
        verbose_name_plural = _("cache purges")

    def __str__(self) -> str:
        return f"{self.pk}: {', '.join(self.tags)}"
