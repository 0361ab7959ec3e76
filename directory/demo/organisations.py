"""Organisations with their names and lines."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from core.demo import facts, set_words, stored_sources
from directory.models.access import ContactLine
from directory.models.choices import LineKind
from directory.models.organisation import Organisation, OrganisationWords

# How the files of facts name the kinds of lines.
LINE_KINDS = {"voice": LineKind.VOICE, "short": LineKind.VOICE, "sms": LineKind.SMS}


@transaction.atomic
def load_organisations() -> int:
    """Organisations with names and lines; how many there are."""
    rows = facts("organisations")
    for row in rows:
        body, _ = Organisation.objects.update_or_create(
            slug=row["id"],
            defaults={
                "family": row["family"],
                "website": row["website"] or "",
                "email": row["email"] or "",
                "sources": stored_sources(row["sources"], row["id"]),
            },
        )
        set_words(body, OrganisationWords, "organisation", _names_of_body(row))
        for place, line in enumerate(row["phones"]):
            ContactLine.objects.update_or_create(
                organisation=body,
                number=line["number"],
                defaults={"kind": LINE_KINDS[line["kind"]], "cost": line["cost"], "sort_order": place},
            )
    for row in rows:
        parent = Organisation.objects.filter(slug=row["parent"]).first() if row["parent"] else None
        Organisation.objects.filter(slug=row["id"]).update(parent=parent)
    return len(rows)


def _names_of_body(row: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    return {
        language: {
            "name": name,
            "short_name": (row["short_name"] or {}).get(language, ""),
            "legal_form": (row["legal_form"] or {}).get(language, ""),
        }
        for language, name in row["name"].items()
    }
