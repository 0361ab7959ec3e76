"""A structure for machines: schema.org GovernmentService with a channel per way in."""

from collections.abc import Iterable
from typing import Any

from core import formats
from directory.models.accessibility import Question, Seen
from directory.models.choices import CostKind, Family
from directory.pages.jsonld_hours import hours_available
from directory.selectors.parts import Answer
from directory.selectors.shapes import PhoneLine, StructureDetail, WayIn

COUNTRY, CURRENCY = "GR", "EUR"
DECIMALS = 6


def structure_jsonld(page: Any, detail: StructureDetail, url: str) -> dict[str, Any]:
    """One object; what is not known is left out."""
    language = page.locale.language_code
    node = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "@id": url,
        "url": url,
        "name": page.title,
        "alternateName": page.official_name,
        "description": page.summary or page.title,
        "provider": _provider(detail),
        "areaServed": _area(detail, language),
        "audience": [*_audience(detail)],
        "offers": _offer(detail),
        "availableChannel": [_channel(way, detail) for way in detail.ways]
        or [{"@type": "ServiceChannel", "name": page.title}],
        "hoursAvailable": hours_available(detail),
        "serviceType": [need.name for need in detail.needs],
    }
    return {key: value for key, value in node.items() if value not in ("", [], None)}


def _provider(detail: StructureDetail) -> dict[str, Any]:
    kind = {Family.CIVIL: "NGO", Family.MUNICIPAL: "GovernmentOrganization"}.get(detail.organisation.family)
    node = {"@type": kind or "Organization", "name": detail.organisation.name}
    return node | ({"url": detail.organisation.website} if detail.organisation.website else {})


def _area(detail: StructureDetail, language: str) -> list[dict[str, Any]]:
    own = [way for way in detail.ways if way.own]
    if own and not any(way.citywide for way in own):
        names = dict.fromkeys(community.name for way in own for community in way.communities)
        return [{"@type": "AdministrativeArea", "name": name} for name in names]
    city = next((way.city for way in own if way.city), "")
    return (
        [{"@type": "City", "name": city}]
        if city
        else [{"@type": "Country", "name": formats.country(COUNTRY, language)}]
    )


def _audience(detail: StructureDetail) -> Iterable[dict[str, Any]]:
    for group in detail.groups:
        yield {"@type": "Audience", "audienceType": group.name}
    lowest, highest = detail.parts.ages
    ages = {"requiredMinAge": lowest, "requiredMaxAge": highest}
    if any(age is not None for age in ages.values()):
        yield {"@type": "PeopleAudience", **{name: age for name, age in ages.items() if age is not None}}


def _offer(detail: StructureDetail) -> dict[str, Any] | None:
    """What it costs, where somebody knows."""
    price = {CostKind.FREE: 0, CostKind.PAID: detail.cost_amount}.get(CostKind(detail.cost))
    if price is None:
        return None
    return {"@type": "Offer", "price": str(price), "priceCurrency": CURRENCY}


def _channel(way: WayIn, detail: StructureDetail) -> dict[str, Any]:
    calls = [line for line in way.lines if not line.is_text]
    texts = [line for line in way.lines if line.is_text]
    node: dict[str, Any] = {"@type": "ServiceChannel", "name": str(way.title)}
    if calls:
        node["servicePhone"] = _point(calls[0])
    if texts:
        node["serviceSmsNumber"] = _point(texts[0])
    if way.city and not (way.withheld or detail.sensitive):
        node["serviceLocation"] = _place(way, detail)
    if way.url:
        node["serviceUrl"] = way.url
    if spoken := _spoken(way, detail):
        node["availableLanguage"] = spoken
    return node


def _spoken(way: WayIn, detail: StructureDetail) -> list[str]:
    """Codes of the languages that are offered here, by whichever way or by this one."""
    here = {offer.language for offer in detail.parts.offers if offer.channel in ("", way.channel)} if way.own else ()
    return [term.slug for term in detail.languages if term.pk in here]


def _place(way: WayIn, detail: StructureDetail) -> dict[str, Any]:
    seen = next((place.answers for place in detail.places if place.location == way.location), ())
    node: dict[str, Any] = {"@type": "Place", "address": _address(way)}
    if way.point:
        lat, lon = (round(float(degrees), DECIMALS) for degrees in way.point)
        node["geo"] = {"@type": "GeoCoordinates", "latitude": lat, "longitude": lon}
    if features := [_feature(answer) for answer in seen if answer.answer in (Seen.YES, Seen.NO)]:
        node["amenityFeature"] = features
    if detail.cost == CostKind.FREE:
        node["isAccessibleForFree"] = True
    return node


def _feature(answer: Answer) -> dict[str, Any]:
    return {
        "@type": "LocationFeatureSpecification",
        "name": str(Question(answer.question).label),
        "value": answer.answer == Seen.YES,
    }


def _point(line: PhoneLine) -> dict[str, Any]:
    return {"@type": "ContactPoint", "telephone": line.number}


def _address(way: WayIn) -> dict[str, Any]:
    node = {
        "@type": "PostalAddress",
        "streetAddress": way.street,
        "postalCode": way.postal_code,
        "addressLocality": way.city,
        "addressCountry": COUNTRY,
    }
    return {key: value for key, value in node.items() if value}
