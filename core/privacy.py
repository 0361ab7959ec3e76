"""What is kept of people, how long, and what happens then: rules of the apps, said and done from one place."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.hooks import Retention, registered

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Promise:
    """A rule as the privacy page says it, in the active language."""

    what: str
    kept: str
    then: str


@dataclass(frozen=True, slots=True)
class Purged:
    """What one rule did; `failed` rules are logged and tried again the next day."""

    name: str
    rows: int = 0
    warned: int = 0
    failed: bool = False


def rules() -> list[Retention]:
    """All rules of all apps, in their order."""
    return sorted(registered("hub_purge"), key=lambda rule: (rule.order, rule.name))


def promises() -> tuple[Promise, ...]:
    """The table of the privacy page, from the same rules that `purge` carries out."""
    return tuple(Promise(str(rule.what), _kept(rule), str(rule.then)) for rule in rules())


def purge(at: datetime) -> Iterator[Purged]:
    """Carry out every rule as of a moment, each in its own transaction: one that fails stops no other."""
    for rule in rules():
        try:
            with transaction.atomic():
                rows = rule.purge(at - rule.age)
                warned = rule.warn(at) if rule.warn else 0
        except Exception:
            logger.exception("What should be gone could not be removed: %s", rule.name)
            yield Purged(rule.name, failed=True)
        else:
            yield Purged(rule.name, rows, warned)


@transaction.atomic
def erase(typed: str) -> dict[str, int]:
    """Remove at once what belongs to a code or an e-mail address: rows per rule, of those that had some."""
    found = {rule.name: rule.erase(typed) for rule in rules() if rule.erase}
    return {name: rows for name, rows in found.items() if rows}


def _kept(rule: Retention) -> str:
    if rule.kept:
        return str(rule.kept)
    hours = int(rule.age.total_seconds() // 3600)
    if hours <= 48:
        return ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours}
    if rule.age.days % 365 == 0:
        years = rule.age.days // 365
        return ngettext("%(n)s year", "%(n)s years", years) % {"n": years}
    return _("%(n)s days") % {"n": rule.age.days}
