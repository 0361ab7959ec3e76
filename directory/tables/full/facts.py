"""Which models and columns full.zip has: all facts of the directory and the terms they name, read off the models.

A new model is in it by itself. What stays out says why; `tests/directory/test_full.py` holds the list of files.
"""

from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import Field, Model
from wagtail.models import Page

from core import taxonomy

LEFT_OUT = {
    "directory.SensitiveAddress": "nothing of a withheld address leaves the hub",
    "directory.ContactRequest": "letters of people in need, sealed",
    "directory.ReaderReport": "letters of readers",
    "directory.ProposedChange": "letters of bodies that wait for an editor",
    "directory.CheckLetter": "which letter was sent when",
    "directory.Verification": "a record of who said what; the day of the last check stands in structure.csv",
    "directory.Activation": "a record of what two people decided; the log of emergencies has its own table",
    "directory.ActivationLog": "a record with people",
    "directory.DrillReminder": "which letter was sent when",
    "directory.ActivationOverride": "belongs to an activation",
    "directory.ActivationWords": "belongs to an activation",
    "directory.ImportProfile": "how files of others are read here",
    "directory.ImportedKey": "what files of others call structures",
    "directory.ImportRun": "a record of what was imported, with people",
    "directory.OpenInterval": "derived from hours",
    "directory.ServedArea": "derived from hours and areas",
}
TERMS: tuple[type[Model], ...] = (
    taxonomy.Need,
    taxonomy.NeedWords,
    taxonomy.TargetGroup,
    taxonomy.TargetGroupWords,
    taxonomy.Community,
    taxonomy.CommunityWords,
    taxonomy.SpokenLanguage,
    taxonomy.SpokenLanguageWords,
    taxonomy.DocumentType,
    taxonomy.DocumentTypeWords,
)
# What names a row in other files, the first that a model has; else the number of the row in its own file.
KEYS = ("code", "slug", "uuid")
NUMBER = "id"


@cache
def facts() -> tuple[type[Model], ...]:
    """The models in the order in which they are read: each after those that it names."""
    waiting = [
        model
        for model in sorted(apps.get_app_config("directory").get_models(), key=lambda model: model._meta.label)
        if not issubclass(model, Page) and model._meta.label not in LEFT_OUT
    ]
    found = list(TERMS)
    while waiting:
        ready = [model for model in waiting if not _named(model) & set(waiting) - {model}]
        found += ready
        waiting = [model for model in waiting if model not in ready]
    return tuple(found)


def _named(model: type[Model]) -> set[Any]:
    return {
        field.related_model for field in (*model._meta.concrete_fields, *model._meta.many_to_many) if field.is_relation
    }


def file_name(model: type[Model]) -> str:
    """`access_point.csv`"""
    letters = [f"_{letter.lower()}" if letter.isupper() else letter for letter in model.__name__]
    return "".join(letters).lstrip("_") + ".csv"


@cache
def key_of(model: type[Model]) -> str:
    """The field by which rows are named; `id` is the number of the row in its file."""
    unique = {field.name for field in model._meta.concrete_fields if field.unique}
    return next((name for name in KEYS if name in unique), NUMBER)


@cache
def fields_of(model: type[Model]) -> tuple[Field, ...]:
    """The fields that have a column, those with many terms last. Pictures and people stay where they are."""
    return tuple(
        field
        for field in (*model._meta.concrete_fields, *model._meta.many_to_many)
        if not field.primary_key and (not field.is_relation or field.related_model in facts())
    )


@cache
def is_numbered(model: type[Model]) -> bool:
    """Whether rows have a number: another file names them, and they have no other name."""
    return key_of(model) == NUMBER and any(model in _named(other) for other in facts())


def columns_of(model: type[Model]) -> tuple[str, ...]:
    """The header of a file."""
    return (*([NUMBER] if is_numbered(model) else []), *(field.name for field in fields_of(model)))
