"""What histories say beside "created" and "edited"."""

from typing import Any

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "directory.checked": (_("Check"), _("Checked")),
    "directory.report_settled": (_("Settle a reader's report"), _("Settled a reader's report")),
    "directory.proposal_settled": (_("Settle a proposed change"), _("Settled a proposed change")),
    "directory.contact_opened": (_("Open a request for contact"), _("Opened the request")),
    "directory.contact_taken": (_("Take a request for contact"), _("Took the request")),
    "directory.contact_answered": (_("Answer a request for contact"), _("Answered the request")),
    "directory.contact_closed": (_("Close a request for contact"), _("Closed the request")),
    "directory.contact_erased": (_("Delete a request for contact"), _("Deleted the request by its code")),
    "directory.withheld": (_("Withhold the address"), _("Withheld the address")),
    "directory.address_hidden": (_("Make a withheld location"), _("Made a withheld location")),
    "directory.address_read": (_("Read a withheld address"), _("Read a withheld address")),
    "directory.address_changed": (_("Change a withheld address"), _("Changed a withheld address")),
    "directory.published_address": (_("Make an address public again"), _("Made the address public again")),
    "directory.imported": (_("Import a table"), _("Imported the table")),
    "directory.import_undone": (_("Take an import back"), _("Took the import back")),
    "directory.map_drawn": (_("Draw the map"), _("Drew the map by a new file")),
    "directory.map_removed": (_("Remove the map"), _("Removed the map")),
    "directory.closed_by_body": (_("Announce a closure"), _("The body announced a closure")),
}


def log_actions(actions: Any) -> None:
    """Name the directory's own actions for Wagtail's log."""
    for action, (verb, done) in ACTIONS.items():
        actions.register_action(action, verb, done)
