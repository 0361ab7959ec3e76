"""What is typed about the directory, by editors and by readers."""

from directory.forms.structures import LocationForm, StructureForm

__all__ = ["LocationForm", "StructureForm"]
