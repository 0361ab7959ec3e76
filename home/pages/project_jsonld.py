"""A project for machines: schema.org Project with its funding."""

from typing import Any

from home.models.projects import BudgetLine
from home.selectors.project_facts import ProjectFacts


def project_jsonld(page: Any, facts: ProjectFacts, url: str) -> dict[str, Any]:
    """A Project with MonetaryGrant; what is not known is left out."""
    said = {
        "@context": "https://schema.org",
        "@type": "Project",
        "@id": f"{url}#project",
        "name": page.title,
        "description": page.summary,
        "url": url,
        "alternateName": facts.official_title,
        "identifier": facts.mis,
        "foundingDate": facts.begins,
        "dissolutionDate": facts.ends,
        "parentOrganization": _bodies(facts, "beneficiary"),
        "funding": _grant(facts),
        "areaServed": [{"@type": "AdministrativeArea", "name": term.name} for term in facts.communities],
    }
    return {key: value for key, value in said.items() if value}


def _bodies(facts: ProjectFacts, role: str) -> list[dict[str, str]]:
    return [
        {"@type": "Organization", "name": body.name, **({"url": body.website} if body.website else {})}
        for body in facts.bodies
        if body.role == role
    ]


def _grant(facts: ProjectFacts) -> dict[str, Any]:
    total = facts.amount(BudgetLine.Kind.TOTAL)
    grant: dict[str, Any] = {"@type": "MonetaryGrant", "name": facts.programme_name}
    if facts.mis:
        grant["identifier"] = facts.mis
    if facts.funds:
        grant["funder"] = {"@type": "Organization", "name": facts.funds}
    # An amount with a note is our reading: machines would lose the note, so they get no amount.
    if total and not total.note:
        grant["amount"] = {"@type": "MonetaryAmount", "currency": "EUR", "value": str(total.amount)}
    return grant
