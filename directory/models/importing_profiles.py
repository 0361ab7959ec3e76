"""How files of others are read, and which of their keys is which structure."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from directory.models.structure import Structure


class ImportProfile(models.Model):
    """The columns of a foreign file, written down once."""

    slug = models.SlugField(_("key"), max_length=60, unique=True, help_text=_("For the command: --profile KEY"))
    name = models.CharField(_("source"), max_length=160, help_text=_("Who sends the file."))
    key_column = models.CharField(
        _("column of the key"),
        max_length=120,
        help_text=_("What stays the same for a structure in each of their files."),
    )
    columns = models.TextField(
        _("columns"), help_text=_("One pair a line, theirs = ours, for example: Τηλέφωνο = phones")
    )
    fixed = models.TextField(
        _("the same in every row"),
        blank=True,
        help_text=_("One pair a line, ours = value, for example: channel = phone. A cell of the file wins."),
    )

    class Meta:
        verbose_name = _("profile of a foreign file")
        verbose_name_plural = _("profiles of foreign files")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class ImportedKey(models.Model):
    """A structure as a foreign file calls it."""

    profile = models.ForeignKey(ImportProfile, related_name="keys", on_delete=models.CASCADE)
    key = models.CharField(max_length=120)
    structure = models.ForeignKey(Structure, related_name="foreign_keys", on_delete=models.CASCADE)

    class Meta:
        verbose_name = _("key of a foreign file")
        verbose_name_plural = _("keys of foreign files")
        constraints = [models.UniqueConstraint("profile", "key", name="imported_key_once")]

    def __str__(self) -> str:
        return self.key
