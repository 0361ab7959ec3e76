"""Where a fact comes from, and when somebody looked whether it is still true."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField

from core.text import written_in


class SourceBlock(blocks.StructBlock):
    """One source: what it is called, where it can be read, its own date, what was taken from it."""

    title = blocks.CharBlock(label=_("Title"), max_length=300)
    url = blocks.URLBlock(label=_("Web address"), required=False)
    date = blocks.CharBlock(
        label=_("Date of the source"),
        required=False,
        max_length=10,
        help_text=_("2027, 2027-05 or 2027-05-03"),
    )
    what = blocks.CharBlock(label=_("What was taken from it"), required=False, max_length=300)

    class Meta:
        icon = "link"
        label = _("Source")


@dataclass(frozen=True, slots=True)
class Source:
    """A source as a page shows it. `date` is a year, a month or a day in ISO form, or empty."""

    title: str
    url: str
    date: str

    @property
    def language(self) -> str:
        """A title keeps the language of its source on pages of every language."""
        return written_in(self.title)


class Sourced(models.Model):
    """A fact or page that says where it comes from."""

    sources = StreamField([("source", SourceBlock())], blank=True, verbose_name=_("sources"))

    class Meta:
        abstract = True

    source_panels = [FieldPanel("sources")]

    def source_list(self) -> tuple[Source, ...]:
        """Sources in the editors' order. What was taken from each is a note in one language, for editors."""
        return tuple(
            Source(
                title=block.value["title"],
                url=block.value["url"] or "",
                date=block.value["date"] or "",
            )
            for block in self.sources
        )


class Checked(models.Model):
    """A fact that a named body confirmed on a named day. Empty means: nobody has, and the page says so."""

    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    checked_by = models.CharField(_("checked by"), max_length=160, blank=True)
    next_check_on = models.DateField(_("next check on"), null=True, blank=True)

    class Meta:
        abstract = True

    check_panels = [
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("checked_on"), FieldPanel("checked_by"), FieldPanel("next_check_on")])],
            heading=_("Check"),
        )
    ]
