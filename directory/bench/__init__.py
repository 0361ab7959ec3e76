"""Examples by the thousand, and what must stay quick with them. For `manage.py bench` alone."""
