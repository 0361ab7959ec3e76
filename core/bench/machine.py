"""On what was measured. Figures without it cannot be compared."""

import os
import platform
import resource
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.db import connection
from wagtail.models import Page


def machine_facts() -> dict[str, Any]:
    """Processor, memory, load, programs with their versions, and the size of the hub."""
    return {
        "processor": _line("/proc/cpuinfo", "model name") or platform.processor(),
        "processors": os.cpu_count(),
        "memory": _line("/proc/meminfo", "MemTotal"),
        "load": round(os.getloadavg()[0], 1),
        "system": platform.platform(),
        "python": platform.python_version(),
        **{name: version(name) for name in ("django", "wagtail", "granian")},
        "database": connection.vendor,
        "live pages": Page.objects.live().count(),
    }


def resident() -> float:
    """Megabytes of memory that this process holds; where the system does not tell, the most that it ever held."""
    pages = Path("/proc/self/statm")
    if pages.exists():
        return int(pages.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1_000_000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def _line(path: str, name: str) -> str:
    """The value of the first line that begins with a name."""
    if not Path(path).exists():
        return ""
    found = (line for line in Path(path).read_text().splitlines() if line.startswith(name))
    return next(found, "").partition(":")[2].strip()
