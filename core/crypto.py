"""Text that only the running hub can read: in the database, its backups and dumps it is a token.

Keys stand in settings.HUB_FIELD_KEYS, the newest first: it writes, all of them read. A key that is taken
out of the list makes what it alone could open unreadable for good, in every old backup too; so keys are
kept apart from backups, a new one is put in front every 30 days and the old one goes after 60.
"""

from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import FieldError
from django.db import models
from django.db.models.functions import Cast

DUMPED = "sealed:"


class Unreadable(Exception):
    """No key of the hub opens this text any more."""


def cipher() -> MultiFernet:
    """What encrypts and decrypts with the keys of the settings."""
    return MultiFernet([Fernet(key) for key in settings.HUB_FIELD_KEYS])


def encrypted(text: str) -> str:
    return cipher().encrypt(text.encode()).decode()


def decrypted(token: str) -> str:
    """Raises Unreadable when the token was changed or its key is gone."""
    try:
        # As bytes: of text that is not ASCII the library says ValueError.
        return cipher().decrypt(token.encode()).decode()
    except InvalidToken as error:
        raise Unreadable from error


class EncryptedTextField(models.TextField):
    """Text that the database holds as a token; an empty text stays empty.

    Nothing can be searched or ordered by it: two tokens of the same text differ. Lists leave it out with
    `defer` or `only`, so that a row whose key is gone can still be listed and deleted.
    """

    def get_prep_value(self, value: Any) -> Any:
        text = super().get_prep_value(value)
        return encrypted(text) if text else text

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str | None:
        return decrypted(value) if value else value

    def value_to_string(self, obj: Any) -> str:
        """What a dump of the data holds: a token too, whoever writes it out."""
        text = self.value_from_object(obj)
        return f"{DUMPED}{encrypted(text)}" if text else ""

    def to_python(self, value: Any) -> Any:
        """Takes what a dump holds as the text it was."""
        if not isinstance(value, str) or not value.startswith(DUMPED):
            return super().to_python(value)
        try:
            return decrypted(value.removeprefix(DUMPED))
        except Unreadable:
            return value  # somebody's own words that begin so

    def get_lookup(self, lookup_name: str) -> Any:
        raise FieldError(f"{self.name} is encrypted: nothing can be looked up by it.")


def rotate(model: type[models.Model]) -> tuple[int, int]:
    """Write every encrypted text of a model anew with the newest key: rows that were, rows that no key opens."""
    names = [field.name for field in model._meta.concrete_fields if isinstance(field, EncryptedTextField)]
    raw = {f"raw_{name}": Cast(name, models.TextField()) for name in names}
    rows = model._base_manager.annotate(**raw).values_list("pk", *raw).order_by("pk")
    rotated = unreadable = 0
    for pk, *tokens in rows.iterator(chunk_size=200):
        try:
            renewed = [cipher().rotate(token).decode() if token else token for token in tokens]
        except InvalidToken:
            unreadable += 1
            continue
        values = {name: models.Value(token, models.TextField()) for name, token in zip(names, renewed, strict=True)}
        rotated += model._base_manager.filter(pk=pk).update(**values)
    return rotated, unreadable
