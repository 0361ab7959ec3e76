"""Kind reading: «Δευ-Παρ 8-3» becomes a proposal in OSM form, which is saved only after a yes."""

import re
import unicodedata

WEEKDAY_STEMS = (
    ("Mo", ("δευ", "mon")),
    ("Tu", ("τρι", "τρ", "tue")),
    ("We", ("τετ", "wed")),
    ("Th", ("πεμ", "πεμπ", "thu")),
    ("Fr", ("παρ", "fri")),
    ("Sa", ("σαβ", "sat")),
    ("Su", ("κυρ", "sun")),
)
GROUPS = (
    ("Mo-Fr", ("καθημερινες", "καθημερινα", "weekdays")),
    ("Mo-Su", ("καθε μερα", "καθημερινως", "ολες τις μερες", "every day", "daily")),
    ("Sa-Su", ("σαββατοκυριακο", "weekend", "weekends")),
)
ROUND_THE_CLOCK = ("ολο το 24ωρο", "24ωρο", "24 ωρες", "24 hours")
_CLOCK = r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|πμ|μμ|π\.μ\.|μ\.μ\.)?"
_HOURS = re.compile(rf"^(?:απο\s+)?(?:τις\s+)?{_CLOCK}\s*(?:-|με|εως|μεχρι|ως|to|until)\s*(?:τις\s+)?{_CLOCK}$")
_DAY = re.compile(r"[a-zα-ω]+")
_SPLIT = re.compile(r"\s*(?:,|&|\bκαι\b|\band\b)\s*")
_RANGE = re.compile(r"\s*(?:-|\bεως\b|\bμεχρι\b|\bμε\b|\bto\b)\s*")
_FIRST_HOUR = re.compile(r"(?:απο\s+)?(?:τις\s+)?\d")


def propose(text: str) -> str | None:
    """The OSM text that was probably meant, or None when it cannot be told."""
    plain = _plain(text)
    if any(plain == word or plain.endswith(f" {word}") for word in ROUND_THE_CLOCK):
        return "24/7"
    rules = [_rule(part.strip()) for part in re.split(r"[;\n]", plain) if part.strip()]
    if not rules or None in rules:
        return None
    return "; ".join(rules)


def _plain(text: str) -> str:
    """Small letters without accents, one kind of dash."""
    letters = unicodedata.normalize("NFD", text.lower())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.sub("[–—]", "-", bare).replace("ς", "ς").split()).strip(" .")


def _rule(text: str) -> str | None:
    found = _FIRST_HOUR.search(text)
    if not found:
        return None
    days = _days(text[: found.start()].strip(" :,"))
    spans = [_span(part) for part in re.split(r"\s*(?:,|\bκαι\b|\band\b)\s*", text[found.start() :])]
    if not days or None in spans:
        return None
    return f"{days} {','.join(spans)}"


def _days(text: str) -> str | None:
    if not text:
        return None
    for osm, words in GROUPS:
        if text in words:
            return osm
    parts = []
    for part in _SPLIT.split(text):
        ends = [_weekday(word) for word in _RANGE.split(part)]
        if None in ends or len(ends) > 2:
            return None
        parts.append("-".join(ends))
    return ",".join(parts)


def _weekday(word: str) -> str | None:
    if not _DAY.fullmatch(word.strip(" .")):
        return None
    word = word.strip(" .")
    return next((osm for osm, stems in WEEKDAY_STEMS if any(word.startswith(stem) for stem in stems)), None)


def _span(text: str) -> str | None:
    found = _HOURS.match(text.strip())
    if not found:
        return None
    start, end = _minutes(*found.groups()[:3]), _minutes(*found.groups()[3:])
    if start is None or end is None:
        return None
    if end <= start and not found[6] and end <= 12 * 60:
        end += 12 * 60  # «8-3»: nobody writes fifteen in speech
    return f"{start // 60:02d}:{start % 60:02d}-{end // 60:02d}:{end % 60:02d}"


def _minutes(hour: str, minute: str | None, half: str | None) -> int | None:
    hours, minutes = int(hour), int(minute or 0)
    if half and half.replace(".", "") in ("pm", "μμ") and hours < 12:
        hours += 12
    if half and half.replace(".", "") in ("am", "πμ") and hours == 12:
        hours = 0
    return hours * 60 + minutes if hours <= 24 and minutes < 60 else None
