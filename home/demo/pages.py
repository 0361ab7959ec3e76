"""Standing pages and the footer, from the file of facts."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.html import format_html, format_html_join
from wagtail.models import Page

from core.demo import COMPLETE, LANGUAGES, facts, save_page, stable_id, stored_blocks, stored_sources
from core.settings_models import HubWords
from directory.models.structure import Structure
from home.beginning import first_home
from home.models.parts import HomePanelSetting
from home.pages import AnnouncementsPage, HomePage, LegalPage, StandardPage, StandardPageStructure
from home.selectors.chips import phones

# Pages about the hub itself stand below «Ο Κόμβος»; what a reader acts on stands at the top.
BELOW_ABOUT = ("vision", "network")
IN_MENU = ("about",)
QUICK_EXIT = ("emergency", "history")
ANNOUNCEMENTS_SLUG = {"el": "anakoinoseis", "en": "announcements"}
ANNOUNCEMENTS = {
    "el": {"title": "Ανακοινώσεις", "summary": "Ό,τι ισχύει τώρα και ό,τι ανακοινώθηκε τους τελευταίους δώδεκα μήνες."},
    "en": {"title": "Announcements", "summary": "What holds now, and what was announced in the last twelve months."},
}
# Page types of each group of the footer; what is named nowhere stands in the last.
FOOTER = {
    "help": (
        "directoryindexpage", "finderpage", "communitiespage", "communitypage", "coveragepage", "announcementspage",
        "referencepointpage",
    ),
    "city": (
        "projectindexpage", "strategypage", "indicatorindexpage", "studyindexpage", "newsindexpage",
        "consultationindexpage", "goodpracticeindexpage",
    ),
    "about": (),
}  # fmt: skip
FOOTER_TITLES = {
    "help": {"el": "Βοήθεια", "en": "Help", "ar": "المساعدة", "sq": "Ndihmë", "uk": "Допомога"},
    "city": {"el": "Η πόλη", "en": "The city"},
    "about": {"el": "Ο Κόμβος", "en": "The Hub", "ar": "المركز", "sq": "Qendra", "uk": "Центр"},
}
PARTS_ELSEWHERE = ("figures", "practices", "studies", "consultations", "projects")
OPEN_DATA = {"el": "Ανοιχτά δεδομένα", "en": "Open data"}
MY_LIST = {"el": "Η λίστα μου", "en": "My list", "ar": "قائمتي", "sq": "Lista ime", "uk": "Мій список"}
FIGURES = {"{checks:share}": "checks:share"}


def load_pages() -> int:
    """Pages of text in both languages; those whose facts the operator still owes are drafts."""
    home = first_home()
    made: dict[str, dict[str, StandardPage]] = {}
    rows = {row["id"]: row for row in facts("pages") if "legal" not in row}
    for name in sorted(rows, key=lambda name: name in BELOW_ABOUT):
        above = made["about"]["el"] if name in BELOW_ABOUT else home
        made[name] = _page(rows[name], Page.objects.get(pk=above.pk).specific)
    for language in LANGUAGES:
        page = HomePage.objects.get(translation_key=home.translation_key, locale__language_code=language)
        page.danger_page = made["emergency"][language]
        page.join_page = made["join"].get(language)
        page.save()
        if language not in COMPLETE:
            _hide_parts(page)
    _tell_of_history(made["history"])
    legal = [row for row in facts("pages") if "legal" in row]
    for row in legal:
        _legal_page(row, home)
    save_page(AnnouncementsPage, home, slug=ANNOUNCEMENTS_SLUG, words=ANNOUNCEMENTS)
    return len(rows) + len(legal) + 1


def _hide_parts(page: HomePage) -> None:
    """What stands in Greek and English alone is left out where editors have decided nothing."""
    for place, name in enumerate(PARTS_ELSEWHERE):
        HomePanelSetting.objects.get_or_create(
            page_id=page.pk, panel=name, defaults={"shown": False, "sort_order": place}
        )


def _tell_of_history(pages: Mapping[str, Page]) -> None:
    """Beside the quick exit stands the page that says what it leaves behind, where editors have chosen none."""
    for language, page in pages.items():
        HubWords.objects.filter(language=language, history_page=None).update(history_page=page)


def load_footer() -> int:
    """Three groups: what a person needs, what the city does, what the hub is; legal pages come by themselves."""
    home = first_home()
    for words in HubWords.objects.filter(language__in=LANGUAGES):
        own = HomePage.objects.get(translation_key=home.translation_key, locale__language_code=words.language)
        words.footer = stored_blocks((("group", group) for group in _groups(own, words)), words.language)
        words.save()
        words.hub.save()
    return len(LANGUAGES)


def _groups(own: HomePage, words: HubWords) -> list[dict[str, Any]]:
    """What editors would choose: every section once, by its kind; an address for what is no page."""
    sections = list(own.get_children().live().select_related("content_type").not_type(LegalPage))
    below = StandardPage.objects.descendant_of(own).live().filter(depth=own.depth + 2)
    links: dict[str, list[dict[str, Any]]] = {name: [] for name in FOOTER}
    for page in (*sections, *below):
        kind = page.content_type.model
        name = next((name for name, kinds in FOOTER.items() if kind in kinds), "about")
        name = "help" if page.pk in (own.danger_page_id, words.history_page_id) else name
        links[name].append(_link(page.title, page=page.pk))
    links["help"].append(_link(MY_LIST[words.language], url="/my-list/"))
    if words.language in OPEN_DATA:
        links["city"].append(_link(OPEN_DATA[words.language], url="/open-data/"))
    return [{"title": FOOTER_TITLES[name][words.language], "links": rows} for name, rows in links.items() if rows]


def _link(title: str, *, page: int | None = None, url: str = "") -> dict[str, Any]:
    return {"type": "item", "value": {"title": title[:60], "page": page, "url": url}, "id": stable_id(f"{title}:{url}")}


def _page(row: Mapping[str, Any], above: Page) -> dict[str, StandardPage]:
    missing = row.get("placeholders", [])
    pages = save_page(
        StandardPage,
        above,
        slug=row["slug"],
        words={
            language: {
                "title": row["title"][language],
                "summary": row["summary"][language],
                "body": _body(row["sections"], language, _keys(row.get("numbers", []))),
                "missing": "\n".join(each[language] for each in missing if language in each),
            }
            for language in row["title"]
        },
        shared={
            "sources": stored_sources(row["sources"], row["id"]),
            "show_in_menus": row["id"] in IN_MENU,
            "quick_exit": row["id"] in QUICK_EXIT,
        },
        live=not row.get("draft", False),
    )
    for page in pages.values():
        _load_lines(page, [each["structure"] for each in row.get("numbers", [])])
    return pages


def _legal_page(row: Mapping[str, Any], home: HomePage) -> None:
    missing = row.get("placeholders", [])
    save_page(
        LegalPage,
        home,
        slug=row["slug"],
        words={
            language: {
                "title": row["title"][language],
                "summary": row["summary"][language],
                "body": _body(row["sections"], language),
                "missing": "\n".join(each[language] for each in missing if language in each),
            }
            for language in row["title"]
        },
        shared={"kind": row["legal"]},
        live=not row.get("draft", False),
    )


def _load_lines(page: StandardPage, names: list[str]) -> None:
    for structure in Structure.objects.filter(slug__in=names):
        StandardPageStructure.objects.update_or_create(
            page=page, structure=structure, defaults={"sort_order": names.index(structure.slug)}
        )


def _body(sections: list[Mapping[str, Any]], language: str, keys: Mapping[str, str] | None = None) -> str:
    """Headings and texts; a paragraph that names one of the numbers becomes words with live facts."""
    pairs: list[tuple[str, Any]] = []
    for section in sections:
        text = section["body"][language]
        pairs.append(("heading", {"text": section["heading"][language]}))
        parts = _with_facts(text, keys or FIGURES)
        pairs.append(("sentence", parts) if len(parts) > 1 else ("text", format_html("<p>{}</p>", text)))
        if "steps" in section:
            pairs.append(("text", _in_order(step[language] for step in section["steps"])))
    return stored_blocks(pairs, language)


def _in_order(steps: Iterable[str]) -> str:
    return format_html("<ol>{}</ol>", format_html_join("", "<li>{}</li>", ([step] for step in steps)))


def _keys(numbers: list[Mapping[str, str]]) -> dict[str, str]:
    """Keys of the facts by the number as a text writes it; a number only written to is a number for messages.

    Figures that change every day stand in the text as their keys: {checks:share}.
    """
    known = phones("el")
    keys = [f"phone:{row['structure']}{end}" for row in numbers for end in ("", ":sms")]
    return {known[key].text: key for key in keys if key in known} | FIGURES


def _with_facts(text: str, keys: Mapping[str, str]) -> list[dict[str, str]]:
    """The paragraph as parts of a sentence: words, and the facts whose numbers stood in it."""
    numbers = "|".join(re.escape(number) for number in sorted(keys, key=len, reverse=True))
    parts = re.split(rf"(?<!\w)({numbers})(?!\w)", text)
    named = [("fact", keys[part]) if place % 2 else ("words", part.strip()) for place, part in enumerate(parts)]
    return [
        {"type": kind, "value": value, "id": stable_id(f"{place}:{value}")}
        for place, (kind, value) in enumerate(named)
        if value
    ]
