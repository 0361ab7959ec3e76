"""Codes that people write down and type again: no letter looks like another, only a keyed hash is kept."""

import secrets

from django.conf import settings
from django.utils.crypto import salted_hmac

# Crockford's base 32: no I, L, O, U, so that a code read aloud or from a bad print is still the same code.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0"})
LENGTH = 8


def new_code(length: int = LENGTH) -> str:
    return "".join(secrets.choice(ALPHABET) for _place in range(length))


def made_code(purpose: str, text: str) -> str:
    """The code that belongs to a text: with the hub's key always the same, without it as good as drawn."""
    digest = salted_hmac(f"hub.code.{purpose}.made", text, algorithm="sha256").digest()
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:LENGTH])


def read_code(typed: str, *, length: int = LENGTH) -> str:
    """A code as people type it ("k7xp 49tm", "K7XP-49TM") as it was given; empty when it can be none."""
    code = "".join(typed.upper().split()).replace("-", "").translate(READ_AS)
    return code if len(code) == length and set(code) <= set(ALPHABET) else ""


def shown(code: str) -> str:
    """ "K7XP-49TM": in two halves, as people read and copy it."""
    half = len(code) // 2
    return f"{code[:half]}-{code[half:]}"


def code_hash(purpose: str, code: str) -> str:
    """What is kept of a code: HMAC-SHA256 in hex. Without the hub's key nobody can try all codes on a stolen table."""
    return _hashed(purpose, code, settings.SECRET_KEY)


def code_hashes(purpose: str, code: str) -> tuple[str, ...]:
    """The hashes by which a code may be kept: under the key of now, and under earlier ones that still hold."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return tuple(_hashed(purpose, code, key) for key in keys)


def _hashed(purpose: str, code: str, key: str) -> str:
    return salted_hmac(f"hub.code.{purpose}", code, secret=key, algorithm="sha256").hexdigest()
