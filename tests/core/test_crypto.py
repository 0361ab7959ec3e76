"""Encrypted text: nothing readable leaves the process, new keys write, old ones still read, gone ones never again."""

import pytest
from cryptography.fernet import Fernet
from django.core.exceptions import FieldError
from django.db import models

from core.crypto import EncryptedTextField, Unreadable, decrypted, encrypted

SECRET = "Μένω στην οδό Παραδείγματος"
FIELD = EncryptedTextField(name="text")


def test_text_is_stored_as_a_token_and_read_back():
    stored = FIELD.get_prep_value(SECRET)
    assert SECRET not in stored
    assert "Παραδείγματος" not in stored
    assert FIELD.from_db_value(stored, None, None) == SECRET


def test_same_text_is_never_the_same_token():
    assert encrypted(SECRET) != encrypted(SECRET)


@pytest.mark.parametrize("value", ["", None])
def test_nothing_stays_nothing(value):
    assert FIELD.get_prep_value(value) == value
    assert FIELD.from_db_value(value, None, None) == value


def test_new_key_writes_and_the_old_one_still_reads(settings):
    old = encrypted(SECRET)
    settings.HUB_FIELD_KEYS = [Fernet.generate_key().decode(), *settings.HUB_FIELD_KEYS]
    assert decrypted(old) == SECRET
    new = encrypted(SECRET)
    settings.HUB_FIELD_KEYS = settings.HUB_FIELD_KEYS[1:]
    with pytest.raises(Unreadable):
        decrypted(new)


def test_text_without_its_key_and_changed_text_are_unreadable(settings):
    token = encrypted(SECRET)
    with pytest.raises(Unreadable):
        decrypted(token[:-4] + "AAAA")
    settings.HUB_FIELD_KEYS = [Fernet.generate_key().decode()]
    with pytest.raises(Unreadable):
        decrypted(token)


def test_nothing_can_be_looked_up_by_encrypted_text():
    class Note(models.Model):
        text = EncryptedTextField()

        class Meta:
            app_label = "core"
            managed = False

        def __str__(self) -> str:
            return ""

    try:
        with pytest.raises(FieldError, match="encrypted"):
            Note.objects.filter(text=SECRET)
    finally:
        from django.apps import apps

        del apps.all_models["core"]["note"]
        apps.clear_cache()


@pytest.mark.parametrize("token", ["é", "Ω" * 40, "nothing", ""])
def test_what_is_no_token_is_unreadable_and_not_a_fault(token):
    with pytest.raises(Unreadable):
        decrypted(token)
