"""Join tools/frontend/css/*.css into site/static/css/hub.css: one request, no comments, no idle space.

usage: python tools/frontend/css.py [--check]
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("tokens", "base", "components", "print")
TARGET = ROOT / "site" / "static" / "css" / "hub.css"


def joined() -> str:
    """The sheet as it is served. Quoted strings are kept letter by letter."""
    text = "\n".join((ROOT / "tools" / "frontend" / "css" / f"{part}.css").read_text() for part in PARTS)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    pieces = re.split(r'("[^"]*")', text)
    return "".join(piece if piece.startswith('"') else squeeze(piece) for piece in pieces).strip() + "\n"


def squeeze(css: str) -> str:
    """Drop the space that carries nothing; a space before a colon stays, it parts two selectors."""
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r"\s*([{};,])\s*", r"\1", css)
    return css.replace(": ", ":").replace(" > ", ">").replace(";}", "}")


def main() -> None:
    """Write the sheet, or with --check only tell whether it is up to date."""
    css = joined()
    if "--check" in sys.argv:
        sys.exit(
            0
            if TARGET.exists() and TARGET.read_text() == css
            else "hub.css is old: run python tools/frontend/css.py"
        )
    TARGET.write_text(css)
    print(TARGET.relative_to(ROOT), len(css))


if __name__ == "__main__":
    main()
