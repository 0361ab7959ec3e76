"""Tables of the directory to take along."""

from collections.abc import Iterable, Mapping
from typing import Any

from directory.selectors.coverage import Coverage

COVERAGE_COLUMNS = (
    "community",
    "channel",
    "structures",
    "access_points",
    "hours_per_week",
    "next_visit",
    "languages",
    "checked_share",
)


def coverage_rows(coverage: Coverage) -> Iterable[Mapping[str, Any]]:
    """One row per cell, gaps too; hours that nobody knows are empty, the share is one of structures (0–1)."""
    for row in coverage.rows:
        for cell in row.cells:
            yield {
                "community": row.code,
                "channel": cell.channel.value,
                "structures": cell.structures,
                "access_points": cell.access_points,
                "hours_per_week": round(cell.minutes / 60, 1) if cell.minutes else None,
                "next_visit": cell.next_visit.start.date().isoformat() if cell.next_visit else None,
                "languages": cell.languages,
                "checked_share": round(cell.checked / cell.structures, 2) if cell.structures else None,
            }
