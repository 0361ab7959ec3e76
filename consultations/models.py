"""Database models of the app."""
