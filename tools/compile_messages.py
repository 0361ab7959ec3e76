"""Compile the translations in site/locale. Needs Babel alone, so no machine needs gettext's programs."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parents[1] / "site" / "locale"


def compile_catalogue(source: Path) -> bool:
    """Write the .mo beside `source` when it is older. Return whether it was. Fuzzy entries stay out."""
    target = source.with_suffix(".mo")
    if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
        return False
    with source.open("rb") as lines:
        catalogue = read_po(lines, locale=source.parts[-3], domain=source.stem)
    with target.open("wb") as out:
        write_mo(out, catalogue, use_fuzzy=False)
    return True


def main() -> None:
    for source in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        if compile_catalogue(source):
            print(f"compiled {source.relative_to(LOCALE)}")


if __name__ == "__main__":
    main()
