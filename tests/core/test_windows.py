"""What opens and closes at an exact minute, and the sentences that say so."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from core.windows import Phase, window_sentence, window_state

ATHENS = ZoneInfo("Europe/Athens")
OPENS = datetime(2027, 5, 3, 9, 0, tzinfo=ATHENS)
CLOSES = datetime(2027, 5, 28, 15, 0, tzinfo=ATHENS)


def said(at: datetime, language: str, *, opens=OPENS, closes=CLOSES) -> str:
    return window_sentence(window_state(opens, closes, at), language)


def test_window_is_open_from_its_first_to_before_its_last_instant():
    one = datetime(2027, 5, 28, 11, 59, 59, 999999, tzinfo=UTC)
    assert window_state(OPENS, CLOSES, OPENS).phase is Phase.OPEN
    assert window_state(OPENS, CLOSES, one).phase is Phase.OPEN
    assert window_state(OPENS, CLOSES, CLOSES).phase is Phase.CLOSED
    assert window_state(OPENS, CLOSES, datetime(2027, 5, 3, 8, 59, 59, tzinfo=ATHENS)).phase is Phase.UPCOMING


ENGLISH = [
    (datetime(2027, 4, 20, 12, 0, tzinfo=ATHENS), "Opens on Monday 3 May 2027 at 9:00."),
    (datetime(2027, 5, 2, 12, 0, tzinfo=ATHENS), "Opens tomorrow, Monday 3 May, at 9:00."),
    (datetime(2027, 5, 3, 0, 0, tzinfo=ATHENS), "Opens today at 9:00."),
    (datetime(2027, 5, 3, 9, 0, tzinfo=ATHENS), "Open until Friday 28 May 2027 at 15:00 (25 days left)."),
    (datetime(2027, 5, 26, 23, 59, tzinfo=ATHENS), "Open until Friday 28 May 2027 at 15:00 (2 days left)."),
    (datetime(2027, 5, 27, 0, 0, tzinfo=ATHENS), "Closes tomorrow, Friday 28 May, at 15:00."),
    (datetime(2027, 5, 28, 14, 59, tzinfo=ATHENS), "Closes today at 15:00."),
    (datetime(2027, 5, 28, 15, 0, tzinfo=ATHENS), "Closed on Friday 28 May 2027 at 15:00."),
]


@pytest.mark.parametrize(("at", "sentence"), ENGLISH, ids=[row[1] for row in ENGLISH])
def test_sentence_follows_the_clock_in_english(at, sentence):
    assert said(at, "en") == sentence


MIDNIGHT = datetime(2027, 3, 19, 0, 0, tzinfo=ATHENS)


def test_end_at_midnight_belongs_to_the_day_before():
    opens = datetime(2027, 3, 1, 10, 0, tzinfo=ATHENS)
    at = [datetime(2027, 3, day, 12, 0, tzinfo=ATHENS) for day in (13, 17, 18, 19)]
    assert [said(each, "en", opens=opens, closes=MIDNIGHT) for each in at] == [
        "Open until Thursday 18 March 2027 at midnight (5 days left).",
        "Closes tomorrow, Thursday 18 March, at midnight.",
        "Closes today at midnight.",
        "Closed on Thursday 18 March 2027 at midnight.",
    ]


@pytest.mark.parametrize(("hour", "words"), [(0, "summer time"), (1, "winter time")])
def test_time_that_exists_twice_says_which(hour, words):
    closes = datetime(2027, 10, 31, hour, 30, tzinfo=UTC)
    at = datetime(2027, 10, 31, 0, 0, tzinfo=ATHENS)
    assert said(at, "en", closes=closes) == f"Closes today at 3:30 {words}."


def test_moment_in_another_zone_is_said_by_the_clock_of_the_hub():
    at = datetime(2027, 5, 27, 21, 30, tzinfo=UTC)
    assert said(at, "en", closes=CLOSES.astimezone(UTC)) == "Closes today at 15:00."


CHANGES = [
    (datetime(2027, 4, 20, 12, 0, tzinfo=ATHENS), datetime(2027, 5, 2, 0, 0, tzinfo=ATHENS)),
    (datetime(2027, 5, 2, 12, 0, tzinfo=ATHENS), datetime(2027, 5, 3, 0, 0, tzinfo=ATHENS)),
    (datetime(2027, 5, 3, 1, 0, tzinfo=ATHENS), OPENS),
    (datetime(2027, 5, 10, 12, 0, tzinfo=ATHENS), datetime(2027, 5, 11, 0, 0, tzinfo=ATHENS)),
    (datetime(2027, 5, 28, 0, 0, tzinfo=ATHENS), CLOSES),
    (CLOSES, None),
]


@pytest.mark.parametrize(("at", "changes_at"), CHANGES)
def test_window_says_when_its_sentence_changes(at, changes_at):
    assert window_state(OPENS, CLOSES, at).changes_at == changes_at
    if changes_at:
        before = changes_at.timestamp() - 1
        assert said(datetime.fromtimestamp(before, ATHENS), "en") == said(at, "en")
        assert said(changes_at, "en") != said(at, "en")


def test_window_without_an_end_stays_open():
    state = window_state(None, None, OPENS)
    assert (state.is_open, state.changes_at, state.light) == (True, None, "open")
    assert window_sentence(state, "en") == "Open. No closing date is set."


@pytest.mark.parametrize(
    ("at", "light"),
    [
        (datetime(2027, 4, 1, tzinfo=ATHENS), "soon"),
        (OPENS, "open"),
        (datetime(2027, 5, 27, tzinfo=ATHENS), "soon"),
        (CLOSES, "closed"),
    ],
)
def test_light_warns_in_the_last_two_days(at, light):
    assert window_state(OPENS, CLOSES, at).light == light


GREEK = [
    (datetime(2027, 4, 20, 12, 0, tzinfo=ATHENS), "Ανοίγει τη Δευτέρα 3 Μαΐου 2027, στις 9:00."),
    (datetime(2027, 5, 2, 12, 0, tzinfo=ATHENS), "Ανοίγει αύριο, Δευτέρα 3 Μαΐου, στις 9:00."),
    (datetime(2027, 5, 3, 0, 0, tzinfo=ATHENS), "Ανοίγει σήμερα, στις 9:00."),
    (OPENS, "Ανοιχτή έως την Παρασκευή 28 Μαΐου 2027, στις 15:00 (απομένουν 25 ημέρες)."),
    (datetime(2027, 5, 27, 0, 0, tzinfo=ATHENS), "Κλείνει αύριο, Παρασκευή 28 Μαΐου, στις 15:00."),
    (datetime(2027, 5, 28, 14, 59, tzinfo=ATHENS), "Κλείνει σήμερα, στις 15:00."),
    (CLOSES, "Έκλεισε την Παρασκευή 28 Μαΐου 2027, στις 15:00."),
]


@pytest.mark.parametrize(("at", "sentence"), GREEK, ids=[row[1] for row in GREEK])
def test_sentence_follows_the_clock_in_greek(at, sentence):
    assert said(at, "el") == sentence


WEEK = [
    "τη Δευτέρα 1η",
    "την Τρίτη 2",
    "την Τετάρτη 3",
    "την Πέμπτη 4",
    "την Παρασκευή 5",
    "το Σάββατο 6",
    "την Κυριακή 7",
]


@pytest.mark.parametrize(("day", "words"), list(enumerate(WEEK, start=1)), ids=WEEK)
def test_greek_days_carry_their_article(day, words):
    closes = datetime(2027, 3, day, 13, 5, tzinfo=ATHENS)
    assert said(CLOSES, "el", opens=None, closes=closes) == f"Έκλεισε {words} Μαρτίου 2027, στις 13:05."


def test_greek_says_one_o_clock_in_the_singular():
    closes = datetime(2027, 5, 28, 1, 30, tzinfo=ATHENS)
    at = datetime(2027, 5, 28, 0, 30, tzinfo=ATHENS)
    assert said(at, "el", closes=closes) == "Κλείνει σήμερα, στη 1:30."


def test_end_at_midnight_is_said_so_in_greek():
    assert said(datetime(2027, 3, 13, 12, 0, tzinfo=ATHENS), "el", opens=None, closes=MIDNIGHT) == (
        "Ανοιχτή έως την Πέμπτη 18 Μαρτίου 2027, τα μεσάνυχτα (απομένουν 5 ημέρες)."
    )
