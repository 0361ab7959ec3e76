"""Join tools/frontend/css/*.css into site/static/css.

hub.css is for all pages. With it the home page loads front.css; lists and structures load more.css, and map.css where
one is drawn; all other pages load every sheet.

No comments, no idle space. The layers are named in the first sheet, so the order of the sheets decides nothing.

usage: python tools/frontend/css.py [--check]
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHEETS = {
    "hub": ("tokens", "base", "components", "print"),
    "front": ("front",),
    "more": ("more", "sheet"),
    "map": ("map",),
    "rest": ("rest",),
}
SERVED = ROOT / "site" / "static" / "css"


def joined(parts: tuple[str, ...]) -> str:
    """The sheet as it is served. Quoted strings are kept letter by letter."""
    text = "\n".join((ROOT / "tools" / "frontend" / "css" / f"{part}.css").read_text() for part in parts)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    pieces = re.split(r'("[^"]*")', text)
    return "".join(piece if piece.startswith('"') else squeeze(piece) for piece in pieces).strip() + "\n"


def squeeze(css: str) -> str:
    """Drop the space that carries nothing; a space before a colon stays, it parts two selectors."""
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r"\s*([{};,])\s*", r"\1", css)
    return css.replace(": ", ":").replace(" > ", ">").replace(";}", "}")


def main() -> None:
    """Write the sheets, or with --check only tell whether they are up to date."""
    for name, parts in SHEETS.items():
        target, css = SERVED / f"{name}.css", joined(parts)
        if "--check" not in sys.argv:
            target.write_text(css)
            print(target.relative_to(ROOT), len(css))
        elif not target.exists() or target.read_text() != css:
            sys.exit(f"{name}.css is old: run python tools/frontend/css.py")


if __name__ == "__main__":
    main()
