"""Addresses of the API. Public, the same for everybody, kept by the page cache until a fact changes or the day ends."""

from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from core.cache import collect, expire_at, mark
from core.hub import Hub, homes, hub
from core.languages import codes
from core.routing import site_of
from directory.api.hsds.answering import Missing, answers, found, stream
from directory.api.hsds.asking import FORMATS, Query, query_of
from directory.api.hsds.listing import everything, page
from directory.api.hsds.openapi import description
from directory.api.hsds.reading import Reading
from directory.api.hsds.resources import RESOURCES
from directory.selectors.hours import Asked

VERSION = "3.1"
TAGS = ("list:directory", "visits", "organisations", "terms", "settings", "closures", "holidays", "site")


@answers("GET", "HEAD")
def root(request: HttpRequest) -> HttpResponseBase:
    """What this API is."""
    to, own = reading_of(request, query_of(request))
    with override(to.language):
        profile = to.root + reverse("directory:open_data")
    content = {
        "version": VERSION,
        "profile": profile,
        "openapi_url": to.root + reverse("hsds:openapi"),
        "x-name": own.name,
        "x-publisher": own.operator,
        "x-licence": own.content_licence,
        "x-attribution": own.name,
        "x-languages": list(codes()),
        "x-updated": to.asked.at.date().isoformat(),
    }
    return mark(found({key: value for key, value in content.items() if value}, to.language), parameters={"lang"})


@answers("GET", "HEAD", "POST")
def listing(request: HttpRequest, name: str) -> HttpResponseBase:
    """A page of one kind of objects, or all of them as lines."""
    resource = RESOURCES.get(name)
    if resource is None:
        raise Missing(name)
    query = query_of(request)
    to, _own = reading_of(request, query)
    form = query.choice("format", FORMATS, "json")
    with override(to.language):
        collection = resource.collection(query, to)
        if form == "ndjson":
            return stream(everything(collection, to), to.language)
        return mark(found(page(collection, query), to.language), parameters=resource.parameters)


@answers("GET", "HEAD")
def single(request: HttpRequest, name: str, key: str) -> HttpResponseBase:
    """One object with everything that belongs to it."""
    resource = RESOURCES.get(name)
    try:
        uuid = UUID(key)
    except ValueError as error:
        raise Missing(key) from error
    if resource is None:
        raise Missing(name)
    query = query_of(request)
    to, _own = reading_of(request, query)
    with override(to.language):
        return mark(found(resource.single(uuid, query, to), to.language), parameters=resource.parameters)


@answers("GET", "HEAD")
def openapi(request: HttpRequest) -> HttpResponseBase:
    """The description for programs."""
    to, own = reading_of(request, Query({}))
    return mark(found(description(to.root, codes(), own.name), to.language))


@answers("GET", "HEAD")
def nothing(request: HttpRequest, rest: str = "") -> HttpResponseBase:
    """Any other address below the API."""
    raise Missing(rest)


def reading_of(request: HttpRequest, query: Query) -> tuple[Reading, Hub]:
    """For whom this request asks; notes for the cache what it will read, and that the day ends."""
    language, now, site = query.language, timezone.now(), site_of(request)
    own = hub(site.pk, language) if site else Hub()
    zone = ZoneInfo(own.time_zone)
    collect(*TAGS)
    expire_at(datetime.combine(now.astimezone(zone).date() + timedelta(days=1), time(), zone))
    return Reading(
        Asked(language, now, zone), request.build_absolute_uri("/")[:-1], own.city, homes(site.pk) if site else ()
    ), own
