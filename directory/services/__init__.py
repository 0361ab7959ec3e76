"""What changes facts of the directory, and what is derived from them."""

from directory.services.intervals import rebuild_all_intervals, rebuild_intervals
from directory.services.structures import DirectoryRefused, check_access_point, check_structure, save_structure

__all__ = [
    "DirectoryRefused",
    "check_access_point",
    "check_structure",
    "rebuild_all_intervals",
    "rebuild_intervals",
    "save_structure",
]
