"""Pages for when the hub itself is broken: plain files in all its languages, made beforehand, read without a database.

`write()` runs at deployment (`manage.py error_pages`) and when the hub's settings are saved, so that the pages know
its phone. Without written files those of the repository are sent; they know 112 alone.
"""

import logging
from collections.abc import Mapping
from html import escape
from pathlib import Path

from django.conf import settings

from core.formats import phone as written_phone
from core.languages import codes, direction

logger = logging.getLogger(__name__)

PLAIN_CSS = "/static/css/hub.css"
# Stands in the file where the number of the failed request will be, or why the hub is closed.
CODE = "<!--request-->"
WORDS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "500": {
        "el": ("Κάτι χάλασε σε εμάς", "Δεν φταίτε εσείς. Δοκιμάστε ξανά σε λίγο. Επείγον:"),
        "en": ("Something broke on our side", "It is not your fault. Try again shortly. Urgent:"),
        "ar": ("حدث خلل عندنا", "الخطأ ليس منك. حاول مرة أخرى بعد قليل. للطوارئ:"),
        "sq": ("Diçka u prish nga ana jonë", "Nuk e keni ju fajin. Provoni përsëri pas pak. Urgjencë:"),
        "uk": ("У нас щось зламалося", "Це не ваша провина. Спробуйте ще раз трохи згодом. Терміново:"),
    },
    "503": {
        "el": ("Η σελίδα επιστρέφει σε λίγο", "Δοκιμάστε ξανά σε ένα λεπτό. Τα τηλέφωνα λειτουργούν:"),
        "en": ("This page will be back shortly", "Try again in a minute. The phones work:"),
        "ar": ("ستعود هذه الصفحة بعد قليل", "حاول مرة أخرى بعد دقيقة. الهواتف تعمل:"),
        "sq": ("Kjo faqe kthehet së shpejti", "Provoni përsëri pas një minute. Telefonat punojnë:"),
        "uk": ("Ця сторінка скоро повернеться", "Спробуйте ще раз за хвилину. Телефони працюють:"),
    },
}
PART = """      <section class="band" lang="{language}"{direction}>
        <header><{tag}>{title}</{tag}></header>
        <p class="lead">{text} {numbers}</p>
      </section>
"""
PAGE = """<!doctype html>
<html lang="{language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <meta name="color-scheme" content="light dark">
    <title>{title}</title>
    <link rel="stylesheet" href="{css}">
  </head>
  <body>
    <main class="wrap top end">
{parts}      {code}
    </main>
  </body>
</html>
"""


def page(kind: str, *, css: str = PLAIN_CSS, emergency: str = "112", phone: str = "") -> str:
    """The page of a kind (500 or 503): the hub's languages in their order, each in its own direction."""
    words = {code: WORDS[kind][code] for code in codes() if code in WORDS[kind]}
    numbers = " · ".join(_number(number) for number in (emergency, phone) if number)
    parts = "".join(
        PART.format(
            language=language,
            direction=' dir="rtl"' if direction(language) == "rtl" else "",
            tag="h1" if place == 0 else "h2",
            title=title,
            text=text,
            numbers=numbers,
        )
        for place, (language, (title, text)) in enumerate(words.items())
    )
    first, (title, _text) = next(iter(words.items()))
    return PAGE.format(language=first, title=title, css=escape(css), parts=parts, code=CODE)


def write(*, css: str, emergency: str, phone: str) -> list[Path]:
    """Write the pages for this machine; returns where. Raises OSError when the folder cannot be written."""
    folder = Path(settings.HUB_ERROR_PAGES)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for kind in WORDS:
        target, draft = folder / f"{kind}.html", folder / f"{kind}.html.new"
        draft.write_text(page(kind, css=css, emergency=emergency, phone=phone), encoding="utf-8")
        draft.replace(target)  # never half a page
        written.append(target)
    return written


def read(kind: str, note: str = "") -> bytes:
    """The page from disk; `note` is the number of the request to quote, or why the hub is closed."""
    for folder in (Path(settings.HUB_ERROR_PAGES), Path(settings.SITE) / "templates"):
        try:
            text = (folder / f"{kind}.html").read_text(encoding="utf-8")
        except OSError:
            continue
        return text.replace(CODE, f'<p class="soft" dir="auto">{escape(note)}</p>' if note else "").encode()
    return page(kind).encode()


def _number(number: str) -> str:
    return f'<a href="tel:{escape(number)}"><b dir="ltr">{escape(written_phone(number))}</b></a>'
