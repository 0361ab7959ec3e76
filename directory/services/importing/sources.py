"""The table of a run, as it is read: with the columns of its profile, and with what it says by leaving out."""

import zlib
from collections import defaultdict
from datetime import date
from typing import Any

from directory.models.access import AccessPoint
from directory.models.importing import ImportRun
from directory.models.importing_profiles import ImportedKey, ImportProfile
from directory.models.structure import Structure
from directory.services.importing.missing import with_missing_ended
from directory.services.importing.structures import REQUIRED
from directory.tables.columns import ADDRESS
from directory.tables.files import FileRefused, Table, read_table
from directory.tables.foreign import NEW, Foreign, pairs

TELLING = tuple(name for name in ADDRESS if name != "city")


def table_of(content: bytes, profile: ImportProfile | None, *, end_missing: bool, today: date) -> Table:
    """Raises FileRefused for what is no table."""
    if profile is None:
        table, mine = read_table(content, required=REQUIRED), Structure.objects.all()
    else:
        foreign = foreign_of(profile)
        table = foreign.translated(read_table(content, required=frozenset({profile.key_column})))
        mine = Structure.objects.filter(foreign_keys__profile=profile)
    _demand_no_withheld_address(table)
    return with_missing_ended(table, mine, today=today) if end_missing else table


def _demand_no_withheld_address(table: Table) -> None:
    """A file with the address of a shelter is not even kept: it would lie there in clear."""
    structures = set(Structure.objects.filter(sensitive=True).values_list("code", flat=True))
    points = set(AccessPoint.objects.filter(location__sensitive=True).values_list("code", flat=True))
    for row in table.rows:
        cells = row.cells
        is_withheld = cells["structure_code"] in structures or cells["access_code"] in points
        if (is_withheld or cells.get("sensitive") == "1") and any(cells.get(name) for name in TELLING):
            raise FileRefused.withheld_address(row.number)


def table_of_run(run: ImportRun, today: date) -> Table:
    return table_of(zlib.decompress(run.content or b""), run.profile, end_missing=run.end_missing, today=today)


def foreign_of(profile: ImportProfile) -> Foreign:
    """The profile with the structures that came by it before (two queries)."""
    keys = dict(profile.keys.values_list("structure_id", "key"))
    codes = dict(Structure.objects.filter(pk__in=keys).values_list("pk", "code"))
    points: dict[int, dict[str, str]] = defaultdict(dict)
    rows = AccessPoint.objects.filter(structure__in=keys).order_by("-sort_order")
    for structure, channel, code in rows.values_list("structure_id", "channel", "code"):
        points[structure][channel] = code
    known = {key: (codes[pk], points[pk]) for pk, key in keys.items()}
    return Foreign(profile.key_column, pairs(profile.columns), pairs(profile.fixed), known)


def remember_keys(profile: ImportProfile, made: dict[str, Any]) -> None:
    """What the file calls its new structures; the next time they are known."""
    rows = [ImportedKey(profile=profile, key=code.removeprefix(NEW), structure_id=key) for code, key in made.items()]
    ImportedKey.objects.bulk_create(rows, batch_size=500)
