"""What the core adds to the mechanisms of the project."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from core.access.services import forget_days, forget_proofs, forget_spendings
from core.editing.roles import roles
from core.editing.services import sync_roles
from core.hooks import DemoLoader, Retention
from core.mail.services import erase_letters, forget_letters
from core.taxonomy_demo import load_taxonomy


@hooks.register("hub_demo")
def demo() -> DemoLoader:
    return DemoLoader("taxonomy", 10, load_taxonomy)


@hooks.register("hub_demo")
def demo_roles() -> DemoLoader:
    return DemoLoader("roles", 90, load_roles)


def load_roles() -> int:
    """Groups, rights and workflow on the trees that are there now; how many roles."""
    sync_roles()
    return len(roles())


@hooks.register("hub_purge")
def networks() -> Retention:
    return Retention(
        "network_keys",
        80,
        _("Keys by which we recognise a network for limits, never an address"),
        timedelta(0),
        _("The key is destroyed."),
        forget_days,
        kept=_("until the next midnight"),
    )


@hooks.register("hub_purge")
def limits() -> Retention:
    return Retention(
        "limits",
        81,
        _("How often a network sent a form"),
        timedelta(hours=24),
        _("Deleted."),
        forget_spendings,
    )


@hooks.register("hub_purge")
def proofs() -> Retention:
    return Retention(
        "proofs",
        82,
        _("Answers to the check that a person is writing"),
        timedelta(hours=24),
        _("Deleted."),
        forget_proofs,
    )


@hooks.register("hub_purge")
def letters() -> Retention:
    return Retention(
        "letters",
        70,
        _("E-mails that we sent"),
        timedelta(days=30),
        _("Deleted."),
        forget_letters,
        erase=erase_letters,
    )
