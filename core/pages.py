"""What every page of the hub is: a summary, its place, its languages, and what the cache must know."""

from datetime import datetime
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction

from core.cache import collect, mark
from core.page_forms import TITLE, HubPageForm
from core.routing import any_page_is_private


class HubPage(Page):
    """Base of all page types.

    A page holds words in one language; facts live in rows without language and are pointed to. The four
    things a page type adds: `template`, its place in the tree, its fields, and one selector in `get_context`.
    """

    summary = models.CharField(
        _("summary"),
        max_length=200,
        blank=True,
        help_text=_("One or two plain sentences: lists and search show them."),
    )
    social_image = models.ForeignKey(
        "core.HubImage", verbose_name=_("image for sharing"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    review_on = models.DateField(
        _("review on"), null=True, blank=True, help_text=_("The day on which the text must be read again.")
    )
    change_note = models.CharField(
        _("significant change"),
        max_length=160,
        blank=True,
        help_text=_("What changed for the reader, if anything."),
    )

    class Meta:
        abstract = True

    # Query parameters the page understands. The cache drops all others, so they never make a second copy.
    query_parameters: ClassVar[frozenset[str]] = frozenset()
    # Whether a copy of this page in another language is of use: its facts speak that language, its words do not.
    facts_speak: bool = False
    # Names of addresses one step below this page that show a part of it, and which of them this request is for.
    parts: ClassVar[frozenset[str]] = frozenset()
    part: str = ""
    # The field with the fact that pages of this type tell: in one language one page tells it.
    tells: ClassVar[str] = ""
    # Pages about violence and the like get a quick exit and tell no other site where the reader was.
    is_sensitive: bool = False

    # What a page says stands in lists, feeds and open data too, which know of no private sections: what is not for
    # everybody is unpublished.
    private_page_options: list[str] = []

    base_form_class = HubPageForm
    content_panels = [FieldPanel("title", classname="title", widget=TITLE), FieldPanel("summary")]
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug", help_text=_("Left empty, it is made of the title.")),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("show_in_menus"),
            ],
            heading=_("Address and search"),
        ),
        FieldPanel("social_image"),
    ]
    settings_panels = [
        *Page.settings_panels,
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("owner"), FieldPanel("review_on")]), FieldPanel("change_note")],
            heading=_("Care"),
        ),
    ]

    def clean(self) -> None:
        super().clean()
        if self.tells:
            _require_only_page(self, self.tells)

    def serve(self, request: HttpRequest, *args: Any, part: str = "", **kwargs: Any) -> HttpResponse:
        self.part = part
        response = super().serve(request, *args, **kwargs)
        collect(*self.cache_tags())
        if self.is_sensitive:
            response.headers["Referrer-Policy"] = "no-referrer"
        return mark(response, parameters=self.query_parameters, leaves_no_trace=self.is_sensitive)

    def cache_tags(self) -> set[str]:
        """Tags of every response that shows this page.

        The home page and its children stand in menus and breadcrumbs of all pages, so they renew the site.
        """
        tags = {f"page:{self.pk}", f"list:{self._meta.app_label}"}
        return tags | {"site"} if self.depth and self.depth <= 3 else tags

    def communities_shown(self) -> frozenset[int]:
        """Primary keys of the communities this page is about: their alerts stand on it. Costs no query."""
        return frozenset()

    @property
    def words_language(self) -> str:
        """In which language the words are where the page is a copy of another (Wagtail's alias); else empty."""
        return self.alias_of.locale.language_code if self.alias_of_id else ""

    def jsonld(self) -> list[dict[str, Any]]:
        """Structured data of the page beside its breadcrumb; schema.org objects."""
        return []

    def shows(self, field: str, at: datetime) -> bool:
        """Whether readers see what stands in a field at a moment: a document in it is public only then."""
        return True

    @classmethod
    def gone(cls) -> Q | None:
        """Which live pages of this type answer 410: search machines are not sent there. None: no page does."""
        return None

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Wagtail's own, asked only when some section is private at all."""
        return super().get_view_restrictions() if any_page_is_private() else PageViewRestriction.objects.none()


def _require_only_page(page: HubPage, fact: str) -> None:
    """Raise ValidationError at the field `fact` when another page tells the same fact in this language."""
    same = type(page).objects.filter(**{f"{fact}_id": getattr(page, f"{fact}_id"), "locale_id": page.locale_id})
    if page.locale_id and same.exclude(pk=page.pk).exists():
        taken = ValidationError(_("There is already a page for this in this language."), code="only_page")
        raise ValidationError({fact: taken})
