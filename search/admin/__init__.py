"""The editors' screens of search."""
