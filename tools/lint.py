"""`make lint`: every check of the house, two at a time; what fails is shown whole, what passes is one line."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
PYTHON = sys.executable


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one check said."""

    name: str
    seconds: float
    passed: bool
    output: str


def templates() -> list[str]:
    """Return the project's templates."""
    return sorted(str(path.relative_to(ROOT)) for path in (ROOT / "site" / "templates").rglob("*.html"))


def checks() -> dict[str, list[str]]:
    """Return the checks, the slow ones first: a name for people, and the command."""
    return {
        "house rules": [PYTHON, "-m", "pytest", "-p", "no:cacheprovider", "tests/house"],
        "types": [PYTHON, "-m", "mypy"],
        "migrations in step with models": [PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"],
        "layers": [str(BIN / "lint-imports"), "--no-logo"],
        "style": [str(BIN / "ruff"), "check", "--output-format", "concise", "."],
        "format": [str(BIN / "ruff"), "format", "--check", "."],
        "templates": [str(BIN / "djade"), "--target-version", "5.2", "--check", *templates()],
    }


def run(name: str, command: list[str]) -> Outcome:
    """Run one check from the root of the project."""
    begun = time.monotonic()
    environment = os.environ | {"PYTHONPATH": str(ROOT / "site")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    return Outcome(name, time.monotonic() - begun, done.returncode == 0, done.stdout + done.stderr)


def main() -> int:
    """Run all checks, print their outcome, return how many failed."""
    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(lambda item: run(*item), checks().items()))
    for outcome in outcomes:
        if not outcome.passed:
            print(outcome.output.rstrip())
        print(f"{'ok    ' if outcome.passed else 'FAILED'}  {outcome.name}  {outcome.seconds:.1f} s")
    return sum(not outcome.passed for outcome in outcomes)


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
