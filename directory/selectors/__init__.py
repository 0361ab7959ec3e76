"""Readings of the directory: typed shapes, complete, with no query left in them."""
