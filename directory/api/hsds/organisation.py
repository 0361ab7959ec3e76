"""Bodies as HSDS organizations: few and seldom changed, so they are read once per process and language."""

from typing import Any

from django.utils.translation import override

from core.snapshot import snapshot
from directory.api.hsds.lines import phone
from directory.api.hsds.vocabulary import attributes
from directory.api.hsds.written import Written, marked, told
from directory.models.choices import Family
from directory.models.organisation import Organisation


@snapshot("directory.api.organisations", tags={"organisations", "list:directory", "terms"})
def organisations(language: str) -> dict[int, dict[str, Any]]:
    """All bodies by primary key, in the order of their ids (three queries the first time, then none)."""
    rows = Organisation.objects.select_related("parent").prefetch_related("words", "lines").order_by("uuid")
    with override(language):
        return {row.pk: _organisation(row, language) for row in rows}


def _organisation(row: Organisation, language: str) -> dict[str, Any]:
    words = Written({each.language: each for each in row.words.all()}, language)
    family = str(Family(row.family).label)
    legal_form = words.say(lambda each: each.legal_form)
    organisation = told(
        {
            "id": str(row.uuid),
            "name": words.say(lambda each: each.name) or row.slug,
            "alternate_name": words.say(lambda each: each.short_name),
            "description": f"{legal_form} · {family}" if legal_form else family,
            "legal_status": legal_form,
            "email": row.email,
            "website": row.website,
            "parent_organization_id": str(row.parent.uuid) if row.parent else "",
            "phones": [phone(line) for line in row.lines.all()],
            "attributes": attributes(row.uuid, "organization", [("family", row.family)], language),
            "x-code": row.code,
        }
        | words.mark
    )
    return marked(organisation)
