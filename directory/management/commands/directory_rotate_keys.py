"""`manage.py directory_rotate_keys`: what is sealed is sealed anew with the newest key; `--new` prints a key."""

from typing import Any

from cryptography.fernet import Fernet
from django.apps import apps
from django.core.management.base import BaseCommand, CommandParser

from core.accounts.services import rotate_factors
from core.crypto import EncryptedTextField, rotate


class Command(BaseCommand):
    help = "Seals every encrypted text anew with the newest key. Exit 1: some could not be opened any more."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--new", action="store_true", help="Prints a new key for HUB_FIELD_KEYS, changes nothing.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["new"]:
            self.stdout.write(Fernet.generate_key().decode())
            return
        lost = 0
        for model in apps.get_models():
            if any(isinstance(field, EncryptedTextField) for field in model._meta.concrete_fields):
                rotated, unreadable = rotate(model)
                lost += unreadable
                self.stdout.write(f"{model._meta.label:32} {rotated} sealed anew, {unreadable} without a key")
        rotated, unreadable = rotate_factors()
        lost += unreadable
        self.stdout.write(f"{'second factors':32} {rotated} sealed anew, {unreadable} without a key")
        if lost:
            raise SystemExit(1)
