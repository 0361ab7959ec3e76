"""Tables of structures on their way in."""
