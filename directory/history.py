"""What the history of a structure says beside "created" and "edited"."""

from typing import Any

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "directory.checked": (_("Check"), _("Checked")),
    "directory.report_settled": (_("Settle a reader's report"), _("Settled a reader's report")),
    "directory.proposal_settled": (_("Settle a proposed change"), _("Settled a proposed change")),
    "directory.closed_by_body": (_("Announce a closure"), _("The body announced a closure")),
}


def log_actions(actions: Any) -> None:
    """Name the directory's own actions for Wagtail's log."""
    for action, (verb, done) in ACTIONS.items():
        actions.register_action(action, verb, done)
