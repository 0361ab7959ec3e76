"""Measuring search at size: what `manage.py bench` says of it (search.md §15)."""
