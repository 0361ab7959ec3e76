"""Words and hours of the examples. Nothing here is of a real body."""

from directory.models.choices import Channel

BODIES_EACH = 20  # structures of one organisation
FIRST_NUMBER = 2_100_000_000  # no subscriber has these
EXTRA_CHANNELS = (Channel.ONLINE, Channel.TEXT, Channel.HOME_VISIT, Channel.STREET_WORK)
# Greek and English; with accents, capitals, quotation marks and Latin letters, as real names come.
WHAT = (
    ("Συσσίτιο", "Meals"),
    ("Ιατρείο", "Surgery"),
    ("Ίδρυμα φροντίδας", "Care foundation"),
    ("Άσυλο", "Refuge"),
    ("«Αγκαλιά»", "“Embrace”"),
    ("ΚΕΝΤΡΟ ΚΟΙΝΟΤΗΤΑΣ", "COMMUNITY CENTRE"),
    ("Όμιλος εθελοντών", "Volunteers"),
    ("Ομάδα δρόμου", "Street team"),
    ("Help desk", "Help desk"),
    ("Ύδρα", "Hydra"),
    ("Χώρος για παιδιά", "Place for children"),
    ("Εργαστήριο", "Workshop"),
    ("Έδρα ΚΑΠΗ", "Club of older people"),
)


def _texts() -> tuple[str, ...]:
    """About three hundred different weeks, as many as a city has."""
    days = ("Mo-Fr", "Mo-Th", "Mo,We,Fr", "Tu,Th", "Mo-Sa", "Sa,Su")
    hours = [f"{begin:02}:{minute}-{begin + length:02}:{minute}"
             for begin in (7, 8, 9, 10) for minute in ("00", "30") for length in (4, 6, 7, 8)]  # fmt: skip
    single = [f"{day} {span}" for day in days for span in hours]
    double = [f"{day} 09:00-13:00,17:00-{end}:00; PH off" for day in days for end in (20, 21)]
    return (*single, *double, "Mo-Su 22:00-06:00", "We[1,3] 10:00-14:00", "Mo-Fr 08:00-15:00; Jul-Aug off")


HOURS = _texts()
