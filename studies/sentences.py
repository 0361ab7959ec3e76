"""Sentences about figures: the figure first, then when and where, then what changed. Never why."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.formats import number
from studies.periods import label, said
from studies.series import Figures, Series, Value, before


@dataclass(frozen=True, slots=True)
class Headline:
    """«27,5%» and «του πληθυσμού το 2025 (Ελλάδα), από 26,9% το 2024: αύξηση κατά 0,6 ποσοστιαίες μονάδες.»"""

    figure: str
    text: str

    @property
    def sentence(self) -> str:
        return f"{self.figure} {self.text}"


def figure(value: Value, figures: Figures, language: str) -> str:
    """«27,5%», «περίπου 8.500», «πάνω από 1.100»."""
    written = plain(value.value, figures, language)
    if value.precision == "rounded":
        return _("about %(figure)s") % {"figure": written}
    if value.precision == "at_least":
        return _("more than %(figure)s") % {"figure": written}
    return written


def plain(value: Decimal | float, figures: Figures, language: str) -> str:
    """A number with its sign of unit, for tables and axes."""
    return number(value, language, decimals=figures.decimals) + ("%" if figures.kind == "percent" else "")


def tick(value: float, figures: Figures, language: str) -> str:
    """A number on an axis: no more decimals than it needs."""
    return number(value, language) + ("%" if figures.kind == "percent" else "")


def headline(figures: Figures, language: str) -> Headline:
    """What the newest value of the first series says."""
    series = figures.series[0]
    newest, earlier = series.newest, before(series)
    words = {"unit": _subject(figures, series), "when": said(newest.period, language), "area": series.place.name}
    shown = figure(newest, figures, language)
    if earlier is None:
        return Headline(shown, _("%(unit)s %(when)s (%(area)s).") % words)
    if figures.is_broken(earlier.period, newest.period):
        unlike = _("%(unit)s %(when)s (%(area)s). Not compared with earlier values: the definition changed.")
        return Headline(shown, unlike % words)
    words |= {
        "before": figure(earlier, figures, language),
        "then": said(earlier.period, language),
        "change": _change(earlier, newest, figures, language),
    }
    return Headline(shown, _("%(unit)s %(when)s (%(area)s), from %(before)s %(then)s: %(change)s.") % words)


def change(earlier: Value, newest: Value, figures: Figures, language: str) -> str:
    """«+0,6», «−2,1%»: points where the unit is per cent, else per cent of the earlier value."""
    amount = _difference(earlier, newest, figures)
    if amount is None:
        return ""
    sign = "+" if amount > 0 else ("−" if amount < 0 else "")
    written = sign + number(abs(amount), language, decimals=_exactness(figures))
    return written if figures.kind == "percent" else f"{written}%"


def course(series: Series, figures: Figures, language: str) -> str:
    """«Από 26,3% το 2022 σε 27,5% το 2025»: from the first value of the present definition to the newest."""
    newest = series.newest
    alike = [value for value in series.values if not figures.is_broken(value.period, newest.period)]
    if len(alike) < 2:
        return _("%(figure)s %(when)s") % {
            "figure": figure(newest, figures, language), "when": said(newest.period, language)
        }  # fmt: skip
    return _("From %(first)s %(then)s to %(last)s %(when)s") % {
        "first": figure(alike[0], figures, language),
        "then": said(alike[0].period, language),
        "last": figure(newest, figures, language),
        "when": said(newest.period, language),
    }


def shape(rows: tuple[Series, ...], figures: Figures, language: str) -> str:
    """What a line looks like for who does not see it: how many values, lowest, highest, breaks."""
    said_of = []
    for row in rows:
        low = min(row.values, key=lambda value: value.value)
        high = max(row.values, key=lambda value: value.value)
        sentence = ngettext(
            "%(area)s: %(count)s value, lowest %(low)s (%(low_when)s), highest %(high)s (%(high_when)s).",
            "%(area)s: %(count)s values, lowest %(low)s (%(low_when)s), highest %(high)s (%(high_when)s).",
            len(row.values),
        )
        said_of.append(
            sentence
            % {
                "area": row.place.name,
                "count": len(row.values),
                "low": figure(low, figures, language),
                "low_when": label(low.period, language),
                "high": figure(high, figures, language),
                "high_when": label(high.period, language),
            }
        )
    said_of += [
        _("The definition changed in %(period)s.") % {"period": label(rule, language)} for rule in figures.breaks
    ]
    return " ".join(said_of)


def extremes(named: list[tuple[str, Value]], figures: Figures, language: str) -> str:
    """«Υψηλότερη τιμή: Δυτική Μακεδονία, 16,5%. Χαμηλότερη: Νότιο Αιγαίο, 1,9%.»"""
    low = min(named, key=lambda item: item[1].value)
    high = max(named, key=lambda item: item[1].value)
    return _("Highest: %(high_name)s, %(high)s. Lowest: %(low_name)s, %(low)s.") % {
        "high_name": high[0],
        "high": figure(high[1], figures, language),
        "low_name": low[0],
        "low": figure(low[1], figures, language),
    }


def _subject(figures: Figures, series: Series) -> str:
    """What the figure counts: its unit, or the part where every part is another thing."""
    unit = figures.unit.removeprefix("%").strip()
    if series.part is None:
        return unit
    part = series.part.name
    if figures.kind == "mixed":  # the figure stands before it: «1.100 άτομα …»
        return part if part[1:2].isupper() else part[:1].lower() + part[1:]
    return f"{unit}, {part},"


def _change(earlier: Value, newest: Value, figures: Figures, language: str) -> str:
    amount = _difference(earlier, newest, figures)
    if not amount:
        return _("no change")
    written = number(abs(amount), language, decimals=_exactness(figures))
    if figures.kind == "percent":
        if amount > 0:
            said_so = ngettext(
                "up by %(amount)s percentage point", "up by %(amount)s percentage points", _plural(amount)
            )
        else:
            said_so = ngettext(
                "down by %(amount)s percentage point", "down by %(amount)s percentage points", _plural(amount)
            )
    else:
        said_so = _("up by %(amount)s%%") if amount > 0 else _("down by %(amount)s%%")
    rounded = "rounded" in (earlier.precision, newest.precision)
    return said_so % {"amount": _("about %(figure)s") % {"figure": written} if rounded else written}


def _difference(earlier: Value, newest: Value, figures: Figures) -> Decimal | None:
    """Rounded as it is said; None where the earlier value is nothing."""
    amount, decimals = newest.value - earlier.value, _exactness(figures)
    if figures.kind == "percent":
        return round(amount, decimals)
    return round(amount / earlier.value * 100, decimals) if earlier.value else None


def _exactness(figures: Figures) -> int:
    """With how many decimals a change is said: points like the values they part, per cent with one."""
    return max(1, figures.decimals) if figures.kind == "percent" else 1


def _plural(amount: Decimal) -> int:
    return 1 if abs(amount) == 1 else 2
