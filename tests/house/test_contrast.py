"""Contrast of every pair of colours the components use, in both themes."""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).resolve().parents[2] / "tools" / "frontend" / "css" / "tokens.css"
TEXT = {
    "ink": ("paper", "surface", "sunken", "sea-wash", "sun-wash", "open-wash", "danger-wash"),
    "ink-soft": ("paper", "surface", "sunken", "sea-wash", "sun-wash"),
    "link": ("paper", "surface", "sunken", "sea-wash", "sun-wash", "open-wash", "danger-wash"),
    "link-hover": ("paper", "surface", "sea-wash", "sun-wash"),
    "open": ("paper", "surface", "open-wash"),
    "soon": ("paper", "surface"),
    "closed": ("paper", "surface"),
    "danger": ("paper", "surface", "danger-wash"),
    "on-danger": ("danger-fill",),
    "on-sea": ("sea", "sea-deep"),
    "on-sea-soft": ("sea", "sea-deep"),
    "on-sun": ("sun",),
    "paper": ("ink",),
}
SHAPE = {
    "line-strong": ("paper", "surface"),
    "mark-1": ("paper",),
    "mark-2": ("paper",),
    "mark-3": ("paper",),
    "sun": ("sea",),
    "focus-in": ("focus-out",),
}


def themes() -> dict[str, dict[str, str]]:
    light, dark = TOKENS.read_text().split("@media (prefers-color-scheme: dark)")
    first = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-fA-F]{3,6})\b", light))
    return {"light": first, "dark": first | dict(re.findall(r"--([\w-]+):\s*(#[0-9a-fA-F]{3,6})\b", dark))}


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(each * 2 for each in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXT, 4.5), (SHAPE, 3)], ids=["text", "shape"])
def test_pairs_of_colours_can_be_told_apart(theme: str, pairs: dict[str, tuple[str, ...]], least: float) -> None:
    tokens = themes()[theme]
    for above, grounds in pairs.items():
        for ground in grounds:
            assert contrast(tokens[above], tokens[ground]) >= least, f"{above} on {ground}"
