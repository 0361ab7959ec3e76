"""Texts of Wagtail and its neighbours for which editors need other words than the library has.

Django asks the catalogue of the project before those of its applications; what stands here is in it. `tests/core/
test_lent.py` opens the editors' screens and names what a new release of the library says in English.
"""
