"""The life of an emergency: draft, edit, propose, approve by another person, prolong, end.

Admin, API and shell pass here; what must never happen is a constraint of the table as well. A decision that was
refused is in the log too. Readers' pages are renewed when a step changes what they see, and only then: a drill
renews nothing.
"""

from directory.services.emergencies.deciding import PROPOSAL_LIVES, approve, close_due, end, prolong
from directory.services.emergencies.drafting import (
    Drafted,
    draft,
    edit,
    propose,
    propose_longer,
    remove_place,
    set_place,
)
from directory.services.emergencies.refusals import ActivationRefused
from directory.services.emergencies.steps import APPROVE, PROPOSE, is_in_force

__all__ = [
    "APPROVE",
    "PROPOSAL_LIVES",
    "PROPOSE",
    "ActivationRefused",
    "Drafted",
    "approve",
    "close_due",
    "draft",
    "edit",
    "end",
    "is_in_force",
    "prolong",
    "propose",
    "propose_longer",
    "remove_place",
    "set_place",
]
