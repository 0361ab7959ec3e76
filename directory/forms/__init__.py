"""What is typed about the directory, by editors and by readers."""

from directory.forms.structures import KeyedForm, LocationForm, OrganisationForm, StructureForm

__all__ = ["KeyedForm", "LocationForm", "OrganisationForm", "StructureForm"]
