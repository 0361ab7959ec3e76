"""The editors' common ground: roles, and the way of a page through other eyes."""
