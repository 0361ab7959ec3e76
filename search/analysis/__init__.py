"""Words to keys: pure functions without Django, the same for documents and queries."""
