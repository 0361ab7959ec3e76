"""Who may come, as sentences."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.text import Phrase
from directory.models.conditions import RuleAnswer, RuleKind
from directory.selectors.parts import Rule

SAID: dict[tuple[str, str], Any] = {
    (RuleKind.RESIDENCE, RuleAnswer.REQUIRED): gettext_lazy("You must live in this municipality."),
    (RuleKind.RESIDENCE, RuleAnswer.COMMUNITIES): gettext_lazy("You must live in one of the communities it serves."),
    (RuleKind.RESIDENCE, RuleAnswer.NOT_REQUIRED): gettext_lazy("It does not matter where you live."),
    (RuleKind.INCOME, RuleAnswer.NOT_REQUIRED): gettext_lazy("It does not matter how much you earn."),
    (RuleKind.STATUS, RuleAnswer.REQUIRED): gettext_lazy("You must be staying in the country legally."),
    (RuleKind.STATUS, RuleAnswer.NOT_REQUIRED): gettext_lazy("You need no residence permit."),
    (RuleKind.INSURANCE, RuleAnswer.REQUIRED): gettext_lazy("You must have health insurance."),
    (RuleKind.INSURANCE, RuleAnswer.NOT_REQUIRED): gettext_lazy("You need no health insurance."),
    (RuleKind.REFERRAL, RuleAnswer.REQUIRED): gettext_lazy("Another service must refer you."),
    (RuleKind.REFERRAL, RuleAnswer.NOT_REQUIRED): gettext_lazy("Nobody has to refer you: you come by yourself."),
    (RuleKind.GENDER, RuleAnswer.WOMEN): gettext_lazy("For women."),
    (RuleKind.GENDER, RuleAnswer.MEN): gettext_lazy("For men."),
}


def age(low: int | None, high: int | None) -> str:
    """An age range; empty when there is none."""
    if low is not None and high is not None:
        return _("From %(low)s to %(high)s years") % {"low": low, "high": high}
    if low is not None:
        return ngettext("From %(low)s year on", "From %(low)s years on", low) % {"low": low}
    if high is not None:
        return ngettext("Up to %(high)s year", "Up to %(high)s years", high) % {"high": high}
    return ""


def conditions(rules: Iterable[Rule], words: Mapping[int, Phrase]) -> list[Phrase]:
    """A sentence for each condition; `words` are the editors' own, by key, and win over what is generated."""
    return [Phrase(*_said(rule, words.get(rule.pk))) for rule in rules]


def unknown_conditions() -> str:
    return _("We do not know whether there are conditions. Ask before you go.")


def _said(rule: Rule, words: Phrase | None) -> tuple[str, str]:
    if rule.kind == RuleKind.AGE:
        return _("Age: %(words)s.") % {"words": age(rule.min_age, rule.max_age)}, ""
    if words is None:
        return str(SAID.get((rule.kind, rule.answer), unknown_conditions())), ""
    if rule.kind == RuleKind.OTHER:
        return words.text, words.language
    named = {"kind": RuleKind(rule.kind).label, "words": words.text.rstrip(".")}
    return _("%(kind)s: %(words)s.") % named, words.language
