"""The Atom feed of the news (RFC 4287): whole texts, one entry for each page of a language."""

from datetime import UTC, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from wagtail.models import Site

from core.cache import cacheable
from core.hub import hub
from core.languages import current
from core.readable import url_of
from core.terms import term
from news.selectors.latest import FeedEntry, feed_entries

SIZE = 50
# A tag URI names a day on which the host belonged to the hub (RFC 4151); it never changes again.
TAGGED = "2026"
# What XML 1.0 cannot hold, and what comes along when text is pasted from a word processor.
NO_XML = dict.fromkeys({*range(0x20)} - {*map(ord, "\t\n\r")}, " ")
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class FullTextFeed(Atom1Feed):
    """Atom with the whole text; links in it are relative to the hub."""

    def latest_post_date(self) -> datetime:
        """Of the newest entry; an empty feed has a date too, or it would change with each reading."""
        return super().latest_post_date() if self.items else NEVER

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("summary", item["summary"], {"type": "text"})
        handler.addQuickElement("content", item["content"], {"type": "html", "xml:base": item["base"]})


@cacheable(parameters={"topic"})
def news_atom(request: HttpRequest) -> HttpResponse:
    """The newest entries in the language of the address; `?topic=` keeps those of one topic."""
    language = current()
    topic = request.GET.get("topic", "")
    if topic and term("topic", topic, language) is None:
        raise Http404(_("There is no such topic."))
    site = Site.find_for_request(request)
    base = f"{request.scheme}://{request.get_host()}"
    tag = f"tag:{site.hostname},{TAGGED}"
    own = hub(site.pk, language)
    feed = FullTextFeed(
        title=f"{own.name}: {_('News')}",
        link=base + (url_of("news.NewsIndexPage", language) or "/"),
        description=None,
        language=language,
        author_name=own.operator or own.name,
        feed_url=request.build_absolute_uri(request.path + (f"?topic={topic}" if topic else "")),
        feed_guid=f"{tag}:news:{language}{topic and ':'}{topic}",
    )
    for entry in feed_entries(language, topic=topic, count=SIZE):
        feed.add_item(**_item(entry, base), unique_id=f"{tag}:{entry.entry.uuid}:{language}")
    response = HttpResponse(content_type=feed.content_type)
    feed.write(response, "utf-8")
    return response


def _item(entry: FeedEntry, base: str) -> dict[str, Any]:
    return {
        "title": entry.title.translate(NO_XML),
        "link": base + entry.url,
        "description": None,
        "pubdate": entry.published,
        "updateddate": entry.updated,
        "summary": entry.summary.translate(NO_XML),
        "content": render_to_string("components/body.html", {"body": entry.body}).translate(NO_XML),
        "base": f"{base}/",
    }
