"""What programs may take from the directory, told to the people who write them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.cache import cacheable, collect


@require_safe
@cacheable()
def open_data(request: HttpRequest) -> HttpResponse:
    """The profile page of the API: addresses, what is our own in it, what it may be used for."""
    collect("settings", "site")
    root = request.build_absolute_uri("/")[:-1]
    names = {
        "HSDS 3.1": "hsds:root",
        "OpenAPI 3.1": "hsds:openapi",
        "GeoJSON": "directory_api:structures_geojson",
        "CSV": "directory_api:structures_csv",
        "ZIP (CSV)": "directory_api:full_zip",
    }
    addresses = [
        {"term": term, "text": root + reverse(name), "url": reverse(name), "machine": True}
        for term, name in names.items()
    ]
    return render(request, "directory/open_data.html", {"title": _("Open data"), "addresses": addresses, "own": _own()})


def _own() -> list[dict[str, str]]:
    """The properties that the standard does not know."""
    return [
        {"term": "x-code", "text": _("Five characters that stand on paper too: /s/ and the code lead to the page.")},
        {"term": "x-lang", "text": _("The words are not in the language that was asked for but in this one.")},
        {
            "term": "x-address-withheld",
            "text": _("The address is not published, for safety."),
        },
        {"term": "x-opening-hours", "text": _("The hours as written in the form of OpenStreetMap.")},
        {"term": "x-timezone", "text": _("The clock by which the hours are meant.")},
        {"term": "x-exceptions", "text": _("Days of the coming year on which the row does not hold, with the reason.")},
        {"term": "x-channel, x-kind, x-cost", "text": _("How people come, what it is, what a call costs: codes.")},
    ]
