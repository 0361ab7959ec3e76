"""Examples by the thousand, and what must stay quick with them (directory.md §16). Only `manage.py bench` comes here."""
