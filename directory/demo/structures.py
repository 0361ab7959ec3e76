"""Structures with their facts: unknown stays unknown, nothing is shown as checked."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from core.demo import facts, stored_sources
from core.taxonomy import Community, Need, TargetGroup
from directory.demo.pages import load_index, load_page
from directory.demo.parts import load_links, load_parts
from directory.demo.points import load_points
from directory.models.choices import Reach
from directory.models.organisation import Organisation
from directory.models.structure import Structure

FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@transaction.atomic
def load_structures() -> int:
    """Structures with their ways in, and their pages; drafts where there is no way in."""
    rows = facts("structures")
    terms = {model: {term.slug: term for term in model.objects.all()} for model in (Need, TargetGroup, Community)}
    index = load_index()
    bodies = {body.slug: body for body in Organisation.objects.all()}
    for row in rows:
        structure = _structure(row, bodies)
        structure.needs.set([terms[Need][slug] for slug in row["needs"]])
        structure.target_groups.set([terms[TargetGroup][slug] for slug in row["groups"]])
        structure.partners.set([bodies[slug] for slug in row["partners"]])
        structure.save()
        load_points(structure, row, terms[Community])
        load_parts(structure, row)
        load_page(index, structure, row)
    load_links(rows)
    return len(rows)


REACH = {"attica": Reach.REGION, "national": Reach.COUNTRY}


def _structure(row: Mapping[str, Any], bodies: Mapping[str, Organisation]) -> Structure:
    valid = row["valid"] or {}
    structure, _ = Structure.objects.update_or_create(
        slug=row["id"],
        defaults={
            "label": row["name"]["el"],
            "organisation": bodies[row["organisation"]],
            "family": row["family"],
            "kind": row["kind"],
            "reach": REACH.get(row["area"], Reach.CITY),
            "status": row["status"],
            "valid_from": _full_date(valid.get("from")),
            "valid_to": _full_date(valid.get("to")),
            "cost": row["cost"]["type"],
            "cost_wording": row["cost"]["said"] or "",
            "website": row["website"] or "",
            "sensitive": row["sensitive"],
            "project_codes": " ".join(row["projects"]),
            "open_questions": _open_questions(row),
            "sources": stored_sources(row["sources"], row["id"]),
        },
    )
    return structure


def _open_questions(row: Mapping[str, Any]) -> str:
    """Where sources differ or say too little, for editors."""
    said = row["conflicts"] or {}
    return said.get("el", "") if isinstance(said, dict) else "\n".join(str(each) for each in said)


def _full_date(text: str | None) -> date | None:
    """Only whole dates are facts of a day; a year or a month alone stays in the sources."""
    return date.fromisoformat(text) if text and FULL_DATE.fullmatch(text) else None
