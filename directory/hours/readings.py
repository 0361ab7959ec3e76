"""A text of hours in words, without today's date: «Δευτέρα έως Παρασκευή 8:00–15:00. Κλειστά τις αργίες.»"""

from types import ModuleType

from core.languages import nearest
from directory.hours import readings_ar, readings_el, readings_en, readings_sq, readings_uk
from directory.hours.days import rules_of
from directory.hours.rules import DAY_MINUTES, MONTHS, Dates, Rule, Span, Weekdays, Weeks

_LANGUAGES: dict[str, ModuleType] = {
    "el": readings_el,
    "en": readings_en,
    "ar": readings_ar,
    "sq": readings_sq,
    "uk": readings_uk,
}
LAST_WEEK = 52


def reading(osm: str, language: str) -> str:
    """The text as sentences, one for each rule."""
    words = nearest(_LANGUAGES, language)
    return " ".join(_sentence(rule, words) for rule in rules_of(osm))


def closed_on_holidays(language: str) -> str:
    """The sentence that is added when holidays are observed and the text does not name them."""
    return nearest(_LANGUAGES, language).WORDS["holidays_off"]


def span_of_day(start: int, end: int, language: str) -> str:
    """ "8:00–15:00"; an end after midnight is said as the next day's."""
    return _span(Span(start, end), nearest(_LANGUAGES, language))


def _sentence(rule: Rule, words: ModuleType) -> str:
    if rule.always and not _frame(rule, words):
        return words.WORDS["always"]
    frame = _frame(rule, words)
    said = _off(rule, words) if rule.kind == "off" else _open(rule, words)
    if rule.kind == "unknown":
        said = words.WORDS["perhaps"].format(rule=said)
    whole = f"{frame}: {said}" if frame else said
    return whole[0].upper() + whole[1:]


def _open(rule: Rule, words: ModuleType) -> str:
    parts = [_days(rule, words) or words.WORDS["every_day"], _hours(rule.spans, words)]
    if rule.comment:
        parts.append(f"({rule.comment})")
    return f"{' '.join(part for part in parts if part)}."


def _off(rule: Rule, words: ModuleType) -> str:
    days = _days(rule, words)
    if rule.spans:
        hours = _hours(rule.spans, words)
        return words.WORDS["hours_off"].format(days=days or words.WORDS["every_day"], hours=hours)
    if rule.holidays and not rule.weekdays:
        return words.WORDS["holidays_off"]
    return words.WORDS["days_off"].format(days=days) if days else words.WORDS["all_off"]


def _frame(rule: Rule, words: ModuleType) -> str:
    """Years, dates and weeks before the colon."""
    parts = [_years(first, last, words) for first, last in rule.years]
    if rule.dates:
        parts.append(_dates(rule.dates, words))
    parts += [_weeks(weeks, words) for weeks in rule.weeks]
    return words.WORDS["comma"].join(parts)


def _years(first: int, last: int, words: ModuleType) -> str:
    return words.WORDS["year" if first == last else "years"].format(first=first, last=last)


def _dates(rows: tuple[Dates, ...], words: ModuleType) -> str:
    months = [row for row in rows if row.first.day is None]
    if len(months) == len(rows):
        return _months(rows, words)
    said = []
    for row in rows:
        key = "on_date" if row.first == row.last else "from_to"
        said.append(words.WORDS[key].format(first=words.day(row.first), last=words.day(row.last)))
    return _list(said, words)


def _months(rows: tuple[Dates, ...], words: ModuleType) -> str:
    if len(rows) == 1 and (rows[0].last.month - rows[0].first.month) % len(MONTHS) > 1:
        return words.WORDS["from_to"].format(first=words.day(rows[0].first), last=words.day(rows[0].last))
    named = []
    for row in rows:
        named += [words.day(row.first)] if row.first == row.last else [words.day(row.first), words.day(row.last)]
    return _list(named, words)


def _weeks(weeks: Weeks, words: ModuleType) -> str:
    if weeks.step == 2 and weeks.last >= LAST_WEEK:
        parity = words.WORDS["odd" if weeks.first % 2 else "even"]
        return words.WORDS["second_week"].format(parity=parity)
    key = "week" if weeks.first == weeks.last else "weeks_step" if weeks.step > 1 else "weeks"
    return words.WORDS[key].format(first=weeks.first, last=weeks.last, step=weeks.step)


def _days(rule: Rule, words: ModuleType) -> str:
    named = []
    for row in rule.weekdays:
        if (row.first, row.last) == (0, 6):
            named.append(words.WORDS["every_day"])
        elif row.nths:
            named.append(_nth(row, words))
        elif row.last - row.first in (1, -6):
            named += [words.WEEKDAYS[row.first], words.WEEKDAYS[row.last]]
        elif row.first == row.last:
            named.append(words.WEEKDAYS[row.first])
        else:
            pair = (words.WEEKDAYS[row.first], words.WEEKDAYS[row.last])
            named.append(words.WORDS["range"].format(first=pair[0], last=pair[1]))
    if rule.holidays:
        named.append(words.WORDS["holidays"])
    return _list(named, words)


def _nth(row: Weekdays, words: ModuleType) -> str:
    nths = _list([words.nth(number, row.first) for number in row.nths], words)
    return words.WORDS["nth"].format(nths=nths, day=words.WEEKDAYS_OF_MONTH[row.first])


def _hours(spans: tuple[Span, ...], words: ModuleType) -> str:
    if not spans:
        return words.WORDS["whole_day"]
    return _list([_span(span, words) for span in spans], words)


def _span(span: Span, words: ModuleType) -> str:
    over_midnight = span.end > DAY_MINUTES
    hours = f"{_clock(span.start)}–{_clock(span.end - DAY_MINUTES if over_midnight else span.end)}"
    return words.WORDS["next_day"].format(hours=hours) if over_midnight else hours


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"


def _list(parts: list[str], words: ModuleType) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return words.WORDS["and"].join([words.WORDS["list"].join(parts[:-1]), parts[-1]])
