"""One story for each state of each component; groups are the pages of the pattern page."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from types import SimpleNamespace

from django.utils.safestring import mark_safe

from core.hooks import Band, Chip
from core.styleguide.maps import map_stories
from core.styleguide.samples import ALWAYS, PHONE, SPARK, Block, SampleForm, SampleGuarded, Story, card, link
from core.styleguide.words import words


def frame(w: dict[str, str]) -> Iterator[Story]:
    """What stands around a page. Header and footer are those of the pattern page itself."""
    for level in ("info", "warning", "emergency"):
        strip = {"level": level, "heading": w["heat"], "text": w["cool"], "url": "#", "link_text": w["where"]}
        yield Story("alert", level, strip)
    yield Story(
        "alert", "with others", strip | {"level": "info", "heading": w["cool"], "more_url": "#", "more_text": w["all"]}
    )
    yield Story("exit", "fixed at the end", {"url": "#"})
    yield Story("header", "the page's own")
    yield Story("footer", "the page's own")
    yield Story("crumbs", "two steps", {"links": [link(w["title"]), link(w["all"])], "label": w["all"]})
    yield Story("search_box", "small", {"action": "#", "id": "q-small", "label": w["title"]})
    yield Story(
        "search_box",
        "big, asked",
        {"action": "#", "id": "q-big", "label": w["all"], "big": True, "q": w["food"]},
    )
    hero = {
        "claim": w["claim"],
        "title": w["title"],
        "text": w["lead"],
        "search_url": "#",
        "search_id": "q-hero",
    }
    hero |= {"search_label": w["action"], "action_url": "#", "action_text": w["action"], "danger_url": "#"}
    yield Story("hero", "home", hero)
    band = Band(w["funded"], programme=w["programme"], emblem_alt=w["flag"])
    yield Story("fact_chip", "phone", {"fact": Chip("phone:example", "", "210 000 0000", f"tel:{PHONE}")})
    yield Story("fact_chip", "gone", {"fact": None})
    yield Story("publicity", "European Union", {"band": band})
    yield Story("publicity", "with a link", {"band": replace(band, url="#")})
    yield Story("publicity", "small, under the header", {"band": band, "small": True})


def finding(w: dict[str, str]) -> Iterator[Story]:
    """Needs, lists, filters, pages."""
    for name in ("food", "home", "health", "safety"):
        yield Story("need", name, {"title": w[name], "url": "#", "icon": name, "text": w["nine"]}, inside="needs")
    yield Story("card", "structure, actions at the side", card(w, side=True, list_code="EX001", level=3))
    for state in ("soon", "closed", "booked", "unknown"):
        yield Story("card", state, card(w, state=state, state_text=w[state], level=3))
    yield Story("card", "long name, other language", card(w, title=w["long"], language="el", text_language="el"))
    dated = {
        "date": w["day"],
        "date_iso": "2027-05-04",
        "kind": w["news"],
        "title": w["structure"],
        "url": "#",
    }
    tags = [{"text": w["example"], "tone": "example"}, {"text": w["soon"], "tone": "sun"}]
    yield Story("card", "dated, with tags", dated | {"text": w["sentence"], "tags": tags})
    found = {"url": "#", "label": "12", "text": w["sentence"], "note": w["structure"]}
    yield Story(
        "card", "with pages of a document", card(w, level=3, pages=[found, found | {"label": "40", "note": ""}])
    )
    yield Story("card", "title only", {"title": w["structure"], "level": 2})
    yield Story(
        "entries",
        "three",
        {"cards": [card(w), card(w, state="soon", state_text=w["soon"]), dated], "side": True},
    )
    chips = [{"label": w["food"], "url": "#"}, {"label": w["community"], "url": "#"}]
    taken = [{"label": each["label"], "remove_url": "#"} for each in chips]
    yield Story("chips", "chosen, to remove", {"items": taken, "remove": True, "label": w["need"], "clear_url": "#"})
    kinds = [
        {"label": w["all"], "url": "#", "chosen": True, "count": 38},
        {"label": w["phone"], "url": "#", "icon": "phone"},
    ]
    yield Story("chips", "kinds", {"items": kinds, "label": w["all"]})
    yield Story("facets", "two groups, one long", {"facets": facets(w), "chips": chips, "action": ""})
    yield Story("tick", "chosen", {"name": "tick", "option": option("a", w["food"], 9, chosen=True)})
    yield Story("near", "button", {"points": "#"})
    for name, page, back, on in (("first", 1, "", "#"), ("middle", 2, "#", "#"), ("last", 3, "#", "")):
        values = {
            "page": page,
            "pages": 3,
            "previous_url": back,
            "next_url": on,
            "label": f"{w['all']} {page}",
        }
        yield Story("pager", name, values)
    yield Story("empty", "nothing found", {"text": w["nothing"], "links": [link(w["all"])], "phone": PHONE})


def option(value: str, label: str, count: int, *, chosen: bool = False) -> SimpleNamespace:
    """An OptionView."""
    return SimpleNamespace(value=value, label=label, language="", count=count, chosen=chosen, disabled=not count)


def facets(w: dict[str, str]) -> list[SimpleNamespace]:
    """Two groups: few values with one chosen, and more than ten."""
    few = [("food", w["food"], 9, True), ("home", w["home"], 4, False), ("health", w["health"], 0, False)]
    many = [(f"c{n}", f"{w['community']} {n}", n, False) for n in range(1, 14)]
    return [
        SimpleNamespace(
            name=name,
            label=label,
            chosen=sum(c for *_, c in options),
            open=name == "need",
            options=[option(v, t, n, chosen=c) for v, t, n, c in options],
        )
        for name, label, options in (("need", w["need"], few), ("community", w["communities"], many))
    ]


def structure(w: dict[str, str]) -> Iterator[Story]:
    """What a person needs before the call or the way there."""
    for state in ("open", "soon", "closed", "booked", "unknown"):
        yield Story("state", state, {"state": state, "text": w[state]})
    yield Story("state", "big", {"state": "open", "text": w["open"], "big": True})
    yield Story("call_button", "large, with note", {"phone": PHONE, "note": w["answers"]})
    yield Story("call_button", "small", {"phone": "112", "small": True})
    yield Story("write", "beside a call button")
    week = [
        {"day": w["today"], "text": "9:00–14:00", "today": True},
        {"day": w["friday"], "text": w["shut"], "note": w["feast"]},
    ]
    site = {"icon": "place", "title": w["onsite"], "lines": [w["address"], w["door"]], "state": "open"}
    site |= {"state_text": w["open"], "hours": w["week"], "week": week, "map_url": "#"}
    yield Story("way", "on site", site, inside="ways")
    yield Story(
        "way",
        "phone",
        {"icon": "phone", "title": w["phone"], "phone": PHONE, "phone_note": w["free"]},
        inside="ways",
    )
    yield Story("week", "two days", {"days": week})
    facts = [{"term": w["who"], "text": w["everyone"]}, {"term": w["cost"], "text": w["free"]}]
    facts.append({"term": w["languages"], "lines": [w["spoken"], w["sentence"]]})
    yield Story("facts", "three", {"items": facts})
    knows = [{"answer": answer, "text": w[key]} for answer, key in (("yes", "yes"), ("no", "no"), ("unknown", "maybe"))]
    yield Story("knows", "yes, no, unknown", {"items": knows})
    yield Story("steps", "two", {"items": [{"title": w["step"], "text": w["step_text"]}] * 2, "level": 4})
    checked = {"level": 3, "text": w["checked"], "source": w["body"], "source_url": "#", "report_url": "#"}
    yield Story("checked", "with report", checked)
    yield Story("tools", "all", {"list_code": "EX001", "print": True, "sms_url": "sms:?body=1"})
    yield Story(
        "meta",
        "with icon and link",
        {"items": [{"icon": "place", "text": w["onsite"]}, {"text": w["all"], "url": "#"}]},
    )


def telling(w: dict[str, str]) -> Iterator[Story]:
    """Notices, figures, tables, files, the body of a page."""
    for tone in ("", "warn", "good", "bad", "language"):
        yield Story(
            "notice",
            tone or "plain",
            {"tone": tone, "title": w["heat"], "text": w["cool"], "url": "#", "link_text": w["where"]},
        )
    for tone in ("", "sea", "sun", "open", "example"):
        yield Story("tag", tone or "plain", {"text": w["example"], "tone": tone})
    stat = {"value": "1.284", "text": w["figure"], "note": w["body"], "spark": mark_safe(SPARK)}  # noqa: S308 -- ours
    yield Story("stat", "with spark line", stat | {"tags": [{"text": w["example"], "tone": "example"}]})
    tiles = [{"short": letter, "title": w["communities"], "url": "#", "text": w["nine"]} for letter in "ABCDE"]
    yield Story("tiles", "five", {"items": tiles})
    yield from map_stories(w)
    rows = [["2024", "1.284", "+6,0%"], ["2023", "1.211", None]]
    head = [w["year"], w["households"], "%"]
    table = {
        "id": "t-figures",
        "caption": w["households"],
        "head": head,
        "rows": rows,
        "sum": [w["sum"], "2.495", ""],
    }
    yield Story("table", "figures", table)
    words_table = {
        "id": "t-words",
        "caption": w["study"],
        "head": head,
        "rows": [[w["step"], w["step_text"], w["free"]]],
    }
    yield Story("table", "words, stacked", words_table | {"words": True, "stack": True})
    yield Story("matrix", "two areas, with a gap", matrix(w))
    yield Story("chart", "line", {"chart": chart(w, head, rows)})
    file = {
        "title": w["study"],
        "url": "#",
        "format": "PDF",
        "size": "2,4 MB",
        "pages": 48,
        "language_text": w["spoken"],
    }
    for answer in ("yes", "no", "unknown"):
        yield Story("file", f"accessible: {answer}", file | {"accessible": answer, "ask_url": "#"})
    yield Story(
        "file",
        "several formats",
        {
            "title": w["households"],
            "url": "#",
            "format": "CSV",
            "others": [link("XLSX"), link("JSON")],
            "icon": "download",
        },
    )
    yield Story("toc", "two parts", {"links": [link(w["step"], "#a"), link(w["study"], "#b")]})
    source = {"title": w["study"], "url": "#", "date": w["day"], "what": w["households"]}
    yield Story("sources", "two", {"level": 3, "items": [source, {"title": w["body"]}]})
    yield Story("body", "blocks", {"body": blocks(w)})


def matrix(w: dict[str, str]) -> dict[str, object]:
    """Two areas × two channels."""
    here = {"count": 3, "url": "#", "text": w["week"], "label": w["phone"]}
    gap = {"gap": True, "text": w["shut"], "label": w["onsite"]}
    rows = [{"name": w["community"], "url": "#", "cells": [here, gap]}, {"name": w["all"], "cells": [here, here]}]
    head = [{"label": w["phone"], "icon": "phone"}, {"label": w["onsite"], "icon": "place"}]
    return {"id": "t-matrix", "caption": w["communities"], "corner": w["community"], "head": head, "rows": rows}


def chart(w: dict[str, str], head: list[str], rows: list[list[str | None]]) -> SimpleNamespace:
    """A small line, drawn twice as the server does it."""
    drawn = {}
    for width, size in (("wide", 640), ("narrow", 360)):
        drawn[f"{width}_svg"] = mark_safe(  # noqa: S308 -- ours
            f'<svg class="chart {width}" viewBox="0 0 {size} 120" role="img" aria-labelledby="ch-{width}">'
            f'<title id="ch-{width}">{w["finding"]}</title><path class="zero" d="M40 100H{size - 40}"/>'
            f'<path class="line l1" d="M40 80L{size // 2} 60L{size - 40} 20"/>'
            f'<circle class="d1" cx="{size - 40}" cy="20" r="4.5"/>'
            f'<text class="now end" x="{size - 36}" y="12">1.284</text></svg>'
        )
    return SimpleNamespace(title=w["finding"], note=w["example"], table_id="t-chart", head=head, rows=rows, **drawn)


def blocks(w: dict[str, str]) -> list[Block]:
    """The blocks of a body that need no database."""
    return [
        Block("heading", {"text": w["study"]}),
        Block("quote", {"text": w["comment"], "by": w["name"]}),
        Block("callout", {"tone": "good", "title": w["step"], "text": w["step_text"]}),
        Block("steps", {"steps": [{"title": w["step"], "text": w["step_text"]}] * 2}),
        Block("video", {"title": w["study"], "url": "#"}),
        Block("contact", {"text": w["body"]}),
    ]


def asking(w: dict[str, str], language: str) -> Iterator[Story]:
    """Forms and what people wrote."""
    good, bad = SampleForm(language), SampleForm(language, {})
    yield Story("errors", "four missing", {"form": bad})
    for name in ("text", "mail", "need", "agree"):
        yield Story("form_field", name, {"field": good[name]})
        if name != "mail":
            yield Story("form_field", f"{name}, with an error", {"field": bad[name]})
    yield Story("proof", "asked without script", {"form": SampleGuarded(language=language, at=ALWAYS)})
    items = [{"value": name, "label": w[name], "icon": name} for name in ("food", "home", "health", "safety")]
    yield Story("choice", "two columns", {"name": "choice", "items": items, "two": True})
    yield Story("progress", "second of four", {"step": 2, "steps": [1, 2, 3, 4], "text": w["question"]})


GROUPS: dict[str, Callable[[dict[str, str], str], Iterator[Story]]] = {
    "frame": lambda w, language: frame(w),
    "finding": lambda w, language: finding(w),
    "structure": lambda w, language: structure(w),
    "telling": lambda w, language: telling(w),
    "asking": asking,
}


def stories(group: str, language: str) -> list[Story]:
    """The stories of a group in a language, in the order they are shown."""
    return list(GROUPS[group](words(language), language))
