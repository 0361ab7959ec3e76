"""All public facts without loss, as files for programs; what is withheld is not read."""

from io import BytesIO
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from core.cache import cacheable, collect
from directory.api.hsds.reading import public_places, public_structures
from directory.models.access import Schedule
from directory.models.activation import ActivationPlan, PlanOverride
from directory.models.coverage import CoverageSnapshot
from directory.models.mobile import MobileVisit
from directory.models.organisation import Organisation
from directory.models.place import Location
from directory.models.structure import Structure
from directory.tables.full.writing import Selection, write_full

TAGS = ("list:directory", "terms", "organisations", "closures", "holidays", "visits")


@require_safe
@cacheable()
def full_zip(request: HttpRequest) -> HttpResponse:
    """One CSV for each kind of fact, of public structures and what belongs to them."""
    collect(*TAGS)
    archive = BytesIO()
    write_full(archive, public())
    headers = {"Content-Disposition": 'attachment; filename="full.zip"'}
    return HttpResponse(archive.getvalue(), content_type="application/zip", headers=headers)


def public() -> Selection:
    """What everybody may have. A row that belongs to one that is not told is not told either."""
    return Selection(
        rows={Structure: public_structures(), Location: _places()},
        # Plans are a matter of those who decide; the record of the coverage is a derived one.
        left_out=frozenset({ActivationPlan, PlanOverride, CoverageSnapshot}),
        hidden=frozenset(
            {
                (Structure, "open_questions"),
                (Structure, "raised_on"),
                (Schedule, "proposed_osm"),
                (Organisation, "trusted"),
                (Organisation, "letter_language"),
            }
        ),
        retold={(Structure, "sources"): _sources, (Organisation, "sources"): _sources},
    )


def _places() -> Any:
    """Locations of public ways in and of visits, none of which is or was asked to be withheld."""
    visits = MobileVisit.objects.filter(unit__structure__in=public_structures().order_by())
    shown = Location.objects.filter(Q(pk__in=public_places().values("location")) | Q(pk__in=visits.values("location")))
    return shown.filter(sensitive=False).exclude(access_points__structure__sensitive=True)


def _sources(told: Any) -> Any:
    """Sources without the note on what was taken from each: that is for editors."""
    for block in told.raw_data:
        block["value"].pop("what", None)
    return told
