"""Database models of the core, gathered from the modules of their topics."""
