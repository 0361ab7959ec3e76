"""Readings of the network: good practices, bodies by family, what belongs together in two apps."""
