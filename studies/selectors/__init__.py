"""Public readings of the studies library and of statistics."""
