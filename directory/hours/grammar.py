"""The accepted subset of OSM opening hours: read into rules, or refused with a sentence."""

import re
from dataclasses import dataclass, field
from datetime import date

from directory.hours.refusals import HoursRefused
from directory.hours.rules import DAY_MINUTES, MONTHS, WEEKDAYS, Dates, Day, Rule, Span, Weekdays, Weeks

LATEST = 26 * 60
LONGEST = 255


@dataclass(slots=True)
class _Draft:
    years: list = field(default_factory=list)
    dates: list = field(default_factory=list)
    weeks: list = field(default_factory=list)
    weekdays: list = field(default_factory=list)
    spans: list = field(default_factory=list)
    holidays: bool = False

    def rule(self, **rest) -> Rule:
        lists = {name: tuple(getattr(self, name)) for name in ("years", "dates", "weeks", "weekdays", "spans")}
        return Rule(**lists, holidays=self.holidays, **rest)


_MONTH = "|".join(MONTHS)
_DATE = re.compile(rf"(?:(\d{{4}})\s+)?({_MONTH})(?:\s+(\d{{1,2}})(?![\d:]))?")
_DAY_ONLY = re.compile(r"(\d{1,2})(?![\d:])")
_YEARS = re.compile(r"((?:19|20)\d\d)(?:\s*-\s*((?:19|20)\d\d))?(?![\d:])")
_WEEK = re.compile(r"(\d{1,2})(?:\s*-\s*(\d{1,2})(?:/(\d{1,2}))?)?(?![\d:])")
_WEEKDAY = re.compile(rf"({'|'.join(WEEKDAYS)})(?:\s*-\s*({'|'.join(WEEKDAYS)}))?(?:\[([-\d,\s]+)\])?(?![A-Za-z])")
_SPAN = re.compile(r"(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})(?!\d)")
_MODIFIER = re.compile(r"(off|closed|unknown|open)\b")
_COMMENT = re.compile(r'"([^"]*)"')
_SHORT_HOUR = re.compile(r"(?<![\d:])(\d):(\d{2})(?!\d)")


def parse(text: str) -> tuple[Rule, ...]:
    """The rules of a text in their order. Raises HoursRefused with the place at which reading stopped."""
    _refuse_words(text)
    rules = _Reader(text).rules()
    if not rules:
        raise HoursRefused.empty()
    return rules


def accept(text: str, *, today: date) -> str:
    """The text as it is stored (two-digit hours, otherwise as typed). Raises HoursRefused."""
    text = " ".join(text.split())
    rules = parse(text)
    if all(_is_past(rule, today) for rule in rules):
        raise HoursRefused.past()
    if any(rule.kind == "open" and not rule.spans for rule in rules):
        raise HoursRefused.no_hours(text)
    return _SHORT_HOUR.sub(lambda found: f"0{found[1]}:{found[2]}", text)


def mentions_holidays(rules: tuple[Rule, ...]) -> bool:
    return any(rule.holidays for rule in rules)


def _refuse_words(text: str) -> None:
    bare = _COMMENT.sub('""', text)
    if not bare.strip():
        raise HoursRefused.empty()
    if len(text) > LONGEST:
        raise HoursRefused.too_long(len(text))
    if "||" in bare:
        raise HoursRefused.fallback(bare.index("||"))
    for word, refusal in (
        (r"\beaster\b", HoursRefused.easter),
        (r"\bSH\b", HoursRefused.school),
        (r"\b(?:sunrise|sunset|dawn|dusk)\b", HoursRefused.sun),
        (r"\d\s*\+", HoursRefused.open_end),
    ):
        found = re.search(word, bare)
        if found:
            raise refusal(found.start())
    if not bare.replace('""', "").strip(" ;,"):
        raise HoursRefused.comment_alone()


def _is_past(rule: Rule, today: date) -> bool:
    years = [last for _first, last in rule.years]
    years += [dates.last.year or dates.first.year or 0 for dates in rule.dates if dates.first.year]
    if not years or len(years) < len(rule.years) + len(rule.dates):
        return False
    return max(years) < today.year


class _Reader:
    """Reads a text from left to right; `_take` moves on when the pattern stands at the present place."""

    def __init__(self, text: str):
        self.text, self.place = text, 0

    def rules(self) -> tuple[Rule, ...]:
        rules, additional = [], False
        while self._skip():
            if self._literal(";"):
                additional = False
                continue
            rules.append(self._rule(additional=additional))
            additional = self._literal(",")
            if not additional and self._skip() and self.text[self.place] != ";":
                raise HoursRefused.unreadable(self.text, self.place)
        return tuple(rules)

    def _rule(self, *, additional: bool) -> Rule:
        start = self.place
        if self._literal("24/7"):
            return Rule(spans=(Span(0, DAY_MINUTES),), additional=additional, always=True)
        draft = _Draft()
        self._wide(draft)
        self._weekdays(draft)
        self._spans(draft)
        modifier = self._take(_MODIFIER)
        comment = self._take(_COMMENT)
        if self.place == start:
            raise HoursRefused.unreadable(self.text, self.place)
        kind = {"closed": "off", "off": "off", "unknown": "unknown"}.get(modifier[1] if modifier else "", "open")
        return draft.rule(kind=kind, comment=comment[1] if comment else "", additional=additional)

    def _wide(self, draft: _Draft) -> None:
        """Years, dated ranges and weeks, in any order and with an optional colon behind."""
        while self._dates(draft) or self._years(draft) or self._weeks(draft):
            self._literal(":")

    def _dates(self, draft: _Draft) -> bool:
        found = self._take(_DATE)
        if not found:
            return False
        first = last = self._day(found[1], found[2], found[3])
        if self._literal("-"):
            last = self._range_end(first)
        draft.dates.append(Dates(first, last))
        while self._ahead(r",\s*(?:\d{4}\s+)?(?:" + _MONTH + r"|\d{1,2}(?![\d:]))"):
            self._literal(",")
            first = last = self._next_date(first)
            if self._literal("-"):
                last = self._range_end(first)
            draft.dates.append(Dates(first, last))
        return True

    def _range_end(self, first: Day) -> Day:
        found = self._take(_DATE)
        if found:
            return self._day(found[1] or (first.year and str(first.year)), found[2], found[3])
        found = self._take(_DAY_ONLY)
        if not found or not first.day:
            raise HoursRefused.unreadable(self.text, self.place)
        return self._day(first.year and str(first.year), MONTHS[first.month - 1], found[1])

    def _next_date(self, before: Day) -> Day:
        found = self._take(_DATE)
        if found:
            return self._day(found[1] or (before.year and str(before.year)), found[2], found[3])
        found = self._take(_DAY_ONLY)
        return self._day(before.year and str(before.year), MONTHS[before.month - 1], found[1])

    def _day(self, year: str | None, month: str, day: str | None) -> Day:
        if day and not 1 <= int(day) <= 31:
            raise HoursRefused.unreadable(self.text, self.place - len(day))
        return Day(int(year) if year else None, MONTHS.index(month) + 1, int(day) if day else None)

    def _years(self, draft: _Draft) -> bool:
        found = self._take(_YEARS)
        if not found:
            return False
        draft.years.append((int(found[1]), int(found[2] or found[1])))
        if self._ahead(r",\s*(?:19|20)\d\d(?!:)"):
            self._literal(",")
            self._years(draft)
        return True

    def _weeks(self, draft: _Draft) -> bool:
        if not self._ahead(r"week\b") and not self._ahead(r"week\d"):
            return False
        self._literal("week")
        while found := self._take(_WEEK):
            draft.weeks.append(Weeks(int(found[1]), int(found[2] or found[1]), int(found[3] or 1)))
            if not self._ahead(r",\s*\d{1,2}(?![\d:])"):
                break
            self._literal(",")
        if not draft.weeks:
            raise HoursRefused.unreadable(self.text, self.place)
        return True

    def _weekdays(self, draft: _Draft) -> None:
        while True:
            if self._ahead(r"PH\b"):
                self._literal("PH")
                draft.holidays = True
            elif found := self._take(_WEEKDAY):
                draft.weekdays.append(self._weekday(found))
            else:
                return
            if not self._ahead(rf",\s*(?:PH\b|(?:{'|'.join(WEEKDAYS)})(?![A-Za-z]))"):
                self._literal(":")
                return
            self._literal(",")

    def _weekday(self, found: re.Match) -> Weekdays:
        first = WEEKDAYS.index(found[1])
        last = WEEKDAYS.index(found[2]) if found[2] else first
        if not found[3]:
            return Weekdays(first, last)
        nths = tuple(int(number) for number in found[3].split(",") if number.strip())
        if found[2] or not nths or any(not 1 <= abs(number) <= 5 for number in nths):
            raise HoursRefused.unreadable(self.text, found.start(3))
        return Weekdays(first, last, nths)

    def _spans(self, draft: _Draft) -> None:
        while found := self._take(_SPAN):
            draft.spans.append(self._span(found))
            if not self._ahead(r",\s*\d{1,2}:\d"):
                return
            self._literal(",")
        if self._ahead(r"\d{1,2}:\d\d"):
            raise HoursRefused.one_time(self.text, self.place)

    def _span(self, found: re.Match) -> Span:
        hours = [int(part) for part in found.groups()]
        start, end = hours[0] * 60 + hours[1], hours[2] * 60 + hours[3]
        if hours[1] > 59 or hours[3] > 59 or start >= DAY_MINUTES or end > LATEST:
            raise HoursRefused.no_time(found[0], found.start())
        return Span(start, end if end > start else end + DAY_MINUTES)

    def _skip(self) -> bool:
        while self.place < len(self.text) and self.text[self.place].isspace():
            self.place += 1
        return self.place < len(self.text)

    def _take(self, pattern: re.Pattern) -> re.Match | None:
        self._skip()
        found = pattern.match(self.text, self.place)
        if found:
            self.place = found.end()
        return found

    def _literal(self, word: str) -> bool:
        self._skip()
        if not self.text.startswith(word, self.place):
            return False
        self.place += len(word)
        return True

    def _ahead(self, pattern: str) -> bool:
        self._skip()
        return re.compile(pattern).match(self.text, self.place) is not None
