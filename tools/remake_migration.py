"""Write an app's one migration anew while other apps already depend on it: `python tools/remake_migration.py core`.

Until the first release every app has one `0001_initial`. Its first line keeps its date, so that two branches
differ only where their models do.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STUB = "from django.db import migrations\n\n\nclass Migration(migrations.Migration):\n    initial = True\n"


def remake(app: str) -> None:
    """Put a stub in the place of the migration, let Django write the rest, and join both."""
    folder = ROOT / app / "migrations"
    first = folder / "0001_initial.py"
    dated = first.read_text().splitlines()[0] if first.exists() else ""
    for old in folder.glob("0*.py"):
        old.unlink()
    first.write_text(STUB)
    command = [sys.executable, "manage.py", "makemigrations", app, "-n", "whole"]
    subprocess.run(command, cwd=ROOT, check=True)
    whole = folder / "0002_whole.py"
    text = re.sub(rf"\n\s*\(['\"]{app}['\"], ['\"]0001_initial['\"]\),", "", whole.read_text())
    if "initial = True" not in text:
        text = text.replace("(migrations.Migration):\n", "(migrations.Migration):\n    initial = True\n")
    if dated:
        text = dated + "\n" + text.split("\n", 1)[1]
    first.write_text(text)
    whole.unlink()


if __name__ == "__main__":
    remake(sys.argv[1])
