"""The process that opens PDFs of strangers: `python -m core.documents.reader look|read|bare < file`.

It has a minute of processor time, 512 MB and nothing of the hub: no settings, no database, no secret. What it says
comes out as JSON (`bare`: as a file). When a PDF brings it down, the hub hears only that.
"""

import json
import resource
import sys
from dataclasses import asdict

SECONDS = 60
MEMORY = 512 * 1024 * 1024


def limit(seconds: int = SECONDS, memory: int = MEMORY) -> None:
    """From here on this process ends when it takes more; it writes no files."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(action: str) -> None:
    """Do one thing with the file on standard input."""
    from core.documents import inside  # noqa: PLC0415 -- slow import: only after the limits hold

    data = sys.stdin.buffer.read()
    if action == "bare":
        sys.stdout.buffer.write(inside.bare(data))
    else:
        asked = {"look": (inside.look,), "read": (inside.look, inside.text)}[action]
        sys.stdout.write(json.dumps([asdict(question(data)) for question in asked]))


if __name__ == "__main__":
    limit()
    main(sys.argv[1])
