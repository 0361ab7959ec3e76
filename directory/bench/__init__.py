"""Examples by the thousand, and what must stay quick with them (directory.md §16). For `manage.py bench` alone."""
