"""A piece of news."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from news.models.entry import Entry


class NewsItem(Entry):
    """Something that happened or changed."""

    class Kind(models.TextChoices):
        NEWS = "news", _("News")
        ANNOUNCEMENT = "announcement", _("Announcement")
        PRESS = "press", _("Press release")
        SERVICE = "service", _("Change of service")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.NEWS)

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")

    panels = [FieldPanel("kind"), *Entry.panels]
