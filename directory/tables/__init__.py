"""Structures as a table: what stands in each column, how a file of it is read."""
