"""Numbers as HSDS phones."""

from typing import Any

from directory.api.hsds.written import told
from directory.models.access import ContactLine
from directory.models.choices import LineCost, LineKind

TYPES = {
    LineKind.VOICE: "voice",
    LineKind.MOBILE: "cell",
    LineKind.SMS: "text",
    LineKind.WHATSAPP: "text",
    LineKind.VIBER: "text",
    LineKind.TEXTPHONE: "textphone",
    LineKind.RELAY: "textphone",
    LineKind.VIDEO_SIGN: "video",
    LineKind.FAX: "fax",
}


def phone(line: ContactLine) -> dict[str, Any]:
    """A line with what it is for; `x-cost` says what a call costs, as a code."""
    cost = LineCost(line.cost)
    said = [str(LineKind(line.kind).label), *([str(cost.label)] if cost != LineCost.UNKNOWN else [])]
    return told(
        {
            "id": str(line.uuid),
            "number": line.number,
            "extension": int(line.extension) if line.extension.isdecimal() else None,
            "type": TYPES.get(LineKind(line.kind), "voice"),
            "description": ", ".join(said),
            "x-cost": line.cost if cost != LineCost.UNKNOWN else "",
        }
    )
