"""Page types of the news: the list, and a page in one language for each entry."""

from functools import cached_property
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.snippets.widgets import AdminSnippetChooser
from wagtail_localize.fields import SynchronizedField, TranslatableField

from core.blocks import BodyBlock
from core.hooks import asked
from core.languages import current
from core.moments import moment_of
from core.pages import HubPage
from news.models.call import Call
from news.models.entry import Entry
from news.models.event import Event
from news.models.item import NewsItem
from news.selectors import EntryDetail, entry_detail, entry_with_facts, news_index
from news.selectors.index import PARAMETERS

ATTENDANCE = "https://schema.org/{}EventAttendanceMode"
EVENT_STATUS = {
    Event.State.PLANNED: "https://schema.org/EventScheduled",
    Event.State.MOVED: "https://schema.org/EventScheduled",
    Event.State.CANCELLED: "https://schema.org/EventCancelled",
    Event.State.POSTPONED: "https://schema.org/EventPostponed",
}


class NewsIndexPage(HubPage):
    """The list of news, calls and events with its filters."""

    template = "news/news_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.NewsPage", "news.CallPage", "news.EventPage"]
    page_description = _("The list of news, calls and events.")
    query_parameters = PARAMETERS

    class Meta:
        verbose_name = _("list of news")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["index"] = news_index(
            request.GET, language=current(), now=moment_of(request), path=self.get_url(request) or ""
        )
        return context


class EntryChooserPanel(FieldPanel):
    """Chooses among entries of the kind that the page type is for."""

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        options.setdefault("widgets", {})[self.field_name] = AdminSnippetChooser(self.model.part)
        return options


class EntryPage(HubPage):
    """Words of one entry in one language. What follows are the page types of its three kinds."""

    part: ClassVar[type[Entry]] = Entry
    shown: EntryDetail | None = None  # what the present request has read

    entry = models.ForeignKey(
        Entry, verbose_name=_("facts"), on_delete=models.PROTECT, related_name="pages",
        help_text=_("Dates, places and terms, the same in every language."),
    )  # fmt: skip
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    is_creatable = False
    parent_page_types = ["news.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [*HubPage.content_panels, EntryChooserPanel("entry"), FieldPanel("body")]
    override_translatable_fields = [
        SynchronizedField("entry", overridable=False),
        TranslatableField("body"),
    ]
    tells = "entry"

    @cached_property
    def facts(self) -> Entry:
        """The entry with its part, read once a request."""
        return entry_with_facts(self.entry_id)

    def clean(self) -> None:
        super().clean()
        if self.entry_id and not self.part.objects.filter(pk=self.entry_id).exists():
            name = self.part._meta.verbose_name
            raise ValidationError(
                {"entry": ValidationError(_("Choose a %(kind)s."), code="kind", params={"kind": name})}
            )

    def cache_tags(self) -> set[str]:
        return super().cache_tags() | {f"entry:{self.entry_id}"}

    def communities_shown(self) -> frozenset[int]:
        return self.shown.communities if self.shown else frozenset()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        language, now = current(), moment_of(request)
        self.shown = context["detail"] = self.detail(language=language, now=now)
        context["elsewhere"] = asked("hub_related", self.facts, language, now)
        return context

    def detail(self, **moment: Any) -> EntryDetail:
        """Facts around the words; a page type with words of its own hands them on."""
        return entry_detail(self, self.facts, **moment)

    def jsonld(self) -> list[dict[str, Any]]:
        article = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": self.title,
            "description": self.summary,
            "datePublished": self.facts.date.isoformat(),
            "inLanguage": current(),
            "url": self.full_url,
        }
        return [{name: value for name, value in article.items() if value}]


class NewsPage(EntryPage):
    """A piece of news."""

    part = NewsItem
    template = "news/news_page.html"
    page_description = _("Something that happened or changed.")

    class Meta:
        verbose_name = _("news page")


class CallPage(EntryPage):
    """A call; its state comes from the clock."""

    reason = models.CharField(_("why it was cancelled"), max_length=200, blank=True)

    part = Call
    template = "news/call_page.html"
    page_description = _("A call with a deadline.")
    content_panels = [*EntryPage.content_panels, FieldPanel("reason")]

    class Meta:
        verbose_name = _("page of a call")

    def detail(self, **moment: Any) -> EntryDetail:
        return entry_detail(self, self.facts, reason=self.reason, **moment)

    def jsonld(self) -> list[dict[str, Any]]:
        (article,) = super().jsonld()
        return [article | {"expires": self.facts.call.closes_at.isoformat()}]


class EventPage(EntryPage):
    """An event; its state comes from the clock and from whoever called it off."""

    place = models.CharField(_("name of the place"), max_length=120, blank=True)
    reason = models.CharField(_("why it was cancelled, postponed or moved"), max_length=200, blank=True)

    part = Event
    template = "news/event_page.html"
    page_description = _("An event with date and place.")
    content_panels = [*EntryPage.content_panels, FieldPanel("place"), FieldPanel("reason")]

    class Meta:
        verbose_name = _("page of an event")

    def detail(self, **moment: Any) -> EntryDetail:
        return entry_detail(self, self.facts, reason=self.reason, place=self.place, **moment)

    def jsonld(self) -> list[dict[str, Any]]:
        """A schema.org Event for each of its dates."""
        return [self._as_schema(each.start, each.end) for each in self.facts.event.dates.all()]

    def _as_schema(self, start: Any, end: Any) -> dict[str, Any]:
        event = self.facts.event
        mode = "Offline"
        if event.online_url:
            mode = "Mixed" if event.address or self.place else "Online"
        return {
            "@context": "https://schema.org",
            "@type": "Event",
            "name": self.title,
            "startDate": timezone.localtime(start).isoformat(),
            "endDate": timezone.localtime(end).isoformat(),
            "eventStatus": EVENT_STATUS[Event.State(event.state)],
            "eventAttendanceMode": ATTENDANCE.format(mode),
            "inLanguage": current(),
            "url": self.full_url,
            "location": self._where(),
        }

    def _where(self) -> list[dict[str, str]]:
        event = self.facts.event
        known: list[dict[str, str]] = []
        if self.place or event.address:
            name = self.place or event.address
            known.append({"@type": "Place", "name": name, "address": event.address or name})
        if event.online_url:
            known.append({"@type": "VirtualLocation", "url": event.online_url})
        return known
