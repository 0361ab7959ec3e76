"""Write site/templates/500.html and 503.html: five languages, no tags, no database, nothing that can fail.

usage: python tools/frontend/error_pages.py
"""

from pathlib import Path

TEMPLATES = Path(__file__).resolve().parents[2] / "site" / "templates"
LANGUAGES = ("el", "en", "ar", "sq", "uk")
PAGES = {
    "500": {
        "el": ("Κάτι χάλασε σε εμάς", "Δεν φταίτε εσείς. Δοκιμάστε ξανά σε λίγο. Επείγον:"),
        "en": ("Something broke on our side", "It is not your fault. Try again shortly. Urgent:"),
        "ar": ("حدث خلل عندنا", "الخطأ ليس منك. حاول مرة أخرى بعد قليل. للطوارئ:"),
        "sq": ("Diçka u prish nga ana jonë", "Nuk e keni ju fajin. Provoni përsëri pas pak. Urgjencë:"),
        "uk": ("У нас щось зламалося", "Це не ваша провина. Спробуйте ще раз трохи згодом. Терміново:"),
    },
    "503": {
        "el": ("Η σελίδα επιστρέφει σε λίγο", "Κάνουμε εργασίες. Δοκιμάστε ξανά σε λίγα λεπτά. Επείγον:"),
        "en": (
            "This page will be back shortly",
            "We are doing maintenance. Try again in a few minutes. Urgent:",
        ),
        "ar": ("ستعود هذه الصفحة بعد قليل", "نقوم بأعمال صيانة. حاول مرة أخرى بعد دقائق. للطوارئ:"),
        "sq": (
            "Kjo faqe kthehet së shpejti",
            "Po bëjmë mirëmbajtje. Provoni përsëri pas pak minutash. Urgjencë:",
        ),
        "uk": (
            "Ця сторінка скоро повернеться",
            "Ми проводимо роботи. Спробуйте ще раз за кілька хвилин. Терміново:",
        ),
    },
}
PART = """      <section class="band" lang="{language}"{direction}>
        <header><{tag}>{title}</{tag}></header>
        <p class="lead">{text} <a href="tel:112"><b dir="ltr">112</b></a></p>
      </section>
"""
PAGE = """<!doctype html>
<html lang="el">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <meta name="color-scheme" content="light dark">
    <title>{title}</title>
    <link rel="stylesheet" href="/static/css/hub.css">
  </head>
  <body>
    <main class="wrap top end">
{parts}    </main>
  </body>
</html>
"""


def page(words: dict[str, tuple[str, str]]) -> str:
    """One page: Greek first, then the others, each in its own direction."""
    parts = "".join(
        PART.format(
            language=language,
            direction=' dir="rtl"' if language == "ar" else "",
            tag="h1" if language == "el" else "h2",
            title=words[language][0],
            text=words[language][1],
        )
        for language in LANGUAGES
    )
    return PAGE.format(title=words["el"][0], parts=parts)


def main() -> None:
    """Write the pages."""
    for name, words in PAGES.items():
        (TEMPLATES / f"{name}.html").write_text(page(words))
        print(f"site/templates/{name}.html", len(page(words).encode()))


if __name__ == "__main__":
    main()
