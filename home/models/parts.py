"""What editors decide about the parts of the home page that apps contribute."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from core.hooks import registered


def panel_choices() -> list[tuple[str, Any]]:
    """Parts of the home page that apps contribute now."""
    return [(panel.name, panel.title) for panel in registered("hub_home_panels")]


class HomePanelSetting(Orderable):
    """What editors decide about one contributed part. A part whose app is gone is passed over."""

    page = ParentalKey("home.HomePage", related_name="panel_settings", on_delete=models.CASCADE)
    panel = models.CharField(_("part"), max_length=40, choices=panel_choices)
    shown = models.BooleanField(_("shown"), default=True)
    heading = models.CharField(_("other heading"), max_length=60, blank=True)
    count = models.PositiveSmallIntegerField(
        _("entries at most"), null=True, blank=True, help_text=_("Empty: as many as the part itself shows.")
    )

    panels = [
        FieldRowPanel([FieldPanel("panel"), FieldPanel("shown")]),
        FieldRowPanel([FieldPanel("heading"), FieldPanel("count")]),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(
                "page",
                "panel",
                name="home_panel_setting_once",
                violation_error_message=_("Each part can be named once."),
            )
        ]

    def __str__(self) -> str:
        return self.panel
