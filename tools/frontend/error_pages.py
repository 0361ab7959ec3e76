"""Write site/templates/500.html and 503.html, for a hub that has not written its own yet (core/broken.py).

usage: PYTHONPATH=site:. python tools/frontend/error_pages.py
"""

from pathlib import Path

from core.broken import WORDS, page

TEMPLATES = Path(__file__).resolve().parents[2] / "site" / "templates"


def main() -> None:
    """Write the pages."""
    for kind in WORDS:
        (TEMPLATES / f"{kind}.html").write_text(page(kind), encoding="utf-8")
        print(f"site/templates/{kind}.html", len(page(kind).encode()))


if __name__ == "__main__":
    main()
