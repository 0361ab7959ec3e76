"""What changes facts of the directory, and what is derived from them."""

from directory.services.structures import (
    DirectoryRefused,
    check_access_point,
    check_structure,
    rebuild_all_intervals,
    rebuild_intervals,
    save_structure,
)

__all__ = [
    "DirectoryRefused",
    "check_access_point",
    "check_structure",
    "rebuild_all_intervals",
    "rebuild_intervals",
    "save_structure",
]
