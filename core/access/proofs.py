"""That a person sends a form and no machine: a small calculation of the browser, or a question without script.

ALTCHA 2 (altcha.org): the browser looks for a number whose derived key begins with `00`, 256 tries on average
(measured 169 ms for 128 on a desktop core, so 2–4 s on an old phone). Nobody is asked who they are, and no third
party hears of it. The question's answer travels encrypted with the form, so the hub keeps nothing for those who
never send. Each proof counts once.
"""

import base64
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from altcha import create_challenge, verify_solution
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac

from core.access.models import UsedProof
from core.access.questions import is_right, sentence, two_numbers
from core.crypto import Unreadable, decrypted, encrypted

ALGORITHM, COST, PREFIX = "PBKDF2/SHA-256", 5000, "00"
VALID = timedelta(minutes=30)
LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Proof:
    """What a form shows: the browser's challenge as JSON, and the question with its sealed answer."""

    challenge: str
    question: str
    seal: str


def proof(purpose: str, language: str, *, at: datetime, seal: str = "", cost: int = COST) -> Proof:
    """A proof to be shown with one form, good for 30 minutes; the question of `seal` again while it is good."""
    until = at + VALID
    challenge = create_challenge(
        ALGORITHM, cost, key_prefix=PREFIX, expires_at=until, data={"for": purpose}, hmac_secret=_secret()
    )
    numbers = _asked(purpose, seal, at)
    if numbers is None:
        numbers = two_numbers()
        seal = encrypted(json.dumps([purpose, int(until.timestamp()), *numbers]))
    return Proof(json.dumps(challenge.to_dict()), sentence(*numbers, language), seal)


def is_solved(purpose: str, payload: str, *, at: datetime) -> bool:
    """Whether the browser solved a challenge of this purpose that nobody used before; it is used now."""
    if not payload or len(payload) > LONGEST or not verify_solution(payload, _secret()).verified:
        return False
    # From here on everything in it was signed by us.
    said = json.loads(base64.b64decode(payload))["challenge"]
    parameters = said["parameters"]
    if parameters["data"] != {"for": purpose} or parameters["expiresAt"] <= at.timestamp():
        return False
    return _use(said["signature"], at)


def is_answered(purpose: str, seal: str, answer: str, *, at: datetime) -> bool:
    """Whether the question was answered rightly, in digits or in words, and for the first time."""
    numbers = _asked(purpose, seal, at)
    return numbers is not None and is_right(sum(numbers), answer) and _use(seal, at)


def _asked(purpose: str, seal: str, at: datetime) -> tuple[int, int] | None:
    """The numbers in a seal of this purpose, or None when it is no seal or too old."""
    if not seal or len(seal) > LONGEST:
        return None
    try:
        meant, until, first, second = json.loads(decrypted(seal))
    except Unreadable:
        return None
    return (first, second) if meant == purpose and until > at.timestamp() else None


def _use(proof_text: str, at: datetime) -> bool:
    try:
        with transaction.atomic():
            UsedProof.objects.create(digest=sha256(proof_text.encode()).hexdigest(), used=at)
    except IntegrityError:
        return False
    return True


def _secret() -> bytes:
    return salted_hmac("hub.proof", "", secret=settings.SECRET_KEY, algorithm="sha256").digest()
