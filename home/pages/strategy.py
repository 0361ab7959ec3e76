"""The page of the city's strategy."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import SynchronizedField

from core.blocks import BodyBlock
from core.pages import HubPage
from directory.pages.asking import asked_for
from home.models.strategy import Strategy
from home.pages.strategy_show import strategy_show
from home.selectors.strategy_facts import strategies


class StrategyPage(HubPage):
    """Pillars, amounts, actions and figures of the strategy, and what was hard beside what went well."""

    template = "home/strategy_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    page_description = _("The strategy in figures and words. Amounts are facts.")

    strategy = models.ForeignKey(Strategy, verbose_name=_("strategy"), on_delete=models.PROTECT, related_name="pages")
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("text"))

    content_panels = [*HubPage.content_panels, FieldPanel("strategy"), FieldPanel("body")]
    override_translatable_fields = [
        SynchronizedField("strategy", overridable=False),
        SynchronizedField("slug"),
    ]

    class Meta:
        verbose_name = _("page of the strategy")

    def cache_tags(self) -> set[str]:
        return super().cache_tags() | {f"strategy:{self.strategy_id}"}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        asked = asked_for(self, request)
        context["show"] = strategy_show(strategies(asked.language)[self.strategy_id], asked)
        return context
