"""Sentences that are generated from facts, in the active language; what nobody knows is said, never left out."""
