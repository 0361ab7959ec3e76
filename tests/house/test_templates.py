"""Rules of templates, style sheets and pictures that a machine can prove."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from core.styleguide.stories import GROUPS, stories

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "site" / "templates"
COMPONENTS = TEMPLATES / "components"
STATIC = ROOT / "site" / "static"
PAGES = sorted(TEMPLATES.rglob("*.html"))
# What readers see; the admin wears Wagtail's own classes and pictures, letters wear none.
PUBLIC = [path for path in PAGES if not {"admin", "wagtailadmin", "mail"} & set(path.relative_to(TEMPLATES).parts)]
NAMES = sorted(path.stem for path in COMPONENTS.glob("*.html"))
SPRITE = set(re.findall(r'<symbol id="([\w-]+)"', (STATIC / "icons.svg").read_text()))

INLINE = re.compile(r"""\sstyle\s*=|<style|\son[a-z]+\s*=\s*["']|<script(?![^>]*\bsrc=)(?![^>]*application/ld\+json)""")
PHYSICAL = re.compile(
    r"(?<![-\w])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|(?:min-|max-)?(?:width|height)|left|right|top|bottom)\s*:"
    r"|text-align:\s*(?:left|right)|float:\s*(?:left|right)"
)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_template_holds_no_inline_style_or_script(path: Path) -> None:
    assert INLINE.findall(path.read_text()) == []


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_template_speaks_no_picture_twice(path: Path) -> None:
    drawn = re.findall(r"<svg[^>]*>\s*<use", path.read_text())
    assert [tag for tag in drawn if 'aria-hidden="true"' not in tag and "role=" not in tag] == []


def test_every_picture_named_in_a_template_exists() -> None:
    text = "\n".join(path.read_text() for path in PUBLIC)
    drawn = set(re.findall(r"""\{% icon ["']([\w-]+)["']""", text))
    drawn |= set(re.findall(r"""\bicon=["']([\w-]+)["']""", text))
    assert drawn - SPRITE == set()


def test_style_sheet_uses_logical_properties_only() -> None:
    for part in sorted((ROOT / "tools" / "frontend" / "css").glob("*.css")):
        css = re.sub(r"/\*.*?\*/|@media[^{]*|@container[^{]*", "", part.read_text(), flags=re.S)
        assert PHYSICAL.findall(css) == [], part.name


def test_served_style_sheet_is_joined_from_its_parts() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "tools" / "frontend" / "css.py"), "--check"], check=False)
    assert done.returncode == 0


def test_style_sheet_names_colours_in_tokens_only() -> None:
    for part in ("base", "components"):
        css = re.sub(r"/\*.*?\*/", "", (ROOT / "tools" / "frontend" / "css" / f"{part}.css").read_text(), flags=re.S)
        named_here = set(re.findall(r"#[0-9a-fA-F]{3,8}\b", css)) - {
            "#0000",
            "#000",
            "#fff",
            "#13232c",
            "#4a5962",
        }
        assert named_here == set(), part


@pytest.mark.parametrize("name", NAMES)
def test_component_has_template_contract_and_story(name: str) -> None:
    text = (COMPONENTS / f"{name}.html").read_text()
    assert text.startswith(f"{{# {name} · "), "the first line names the parameters"
    contract = (COMPONENTS / f"{name}.md").read_text()
    for heading in ("## Parameters", "## Accessibility", "## Right to left", "## Without script"):
        assert heading in contract
    assert name in {story.component for group in GROUPS for story in stories(group, "en")}


def test_contracts_and_stories_name_only_components_that_exist() -> None:
    told = {path.stem for path in COMPONENTS.glob("*.md")} - {"README"}
    shown = {story.component for group in GROUPS for story in stories(group, "el")}
    assert told - set(NAMES) == set()
    assert shown - set(NAMES) == set()


def test_translations_are_spoken_for() -> None:
    for path in PAGES:
        if path.parent.name == "components":
            marked = re.sub(r"\{% blocktrans.*?endblocktrans\w* %\}", "", path.read_text(), flags=re.S)
            bare = re.sub(r"\{[%#{].*?[%#}]\}|<[^>]+>", " ", marked, flags=re.S)
            assert re.findall(r"[A-Za-zΑ-ώ]{3,}", bare) == [], named(path)


def test_pages_wear_classes_of_the_style_sheet_only() -> None:
    sheets = (path.read_text() for path in (ROOT / "tools" / "frontend" / "css").glob("*.css"))
    known = set(re.findall(r"\.([a-zA-Z][\w-]*)", re.sub(r"/\*.*?\*/", "", " ".join(sheets), flags=re.S)))
    for path in PUBLIC:
        for worn in re.findall(r'class="((?:\{[{%].*?[%}]\}|[^"])*)"', path.read_text()):
            plain = re.sub(r"\{[{%].*?[%}]\}", " ", worn)
            assert set(plain.split()) - known == set(), named(path)
