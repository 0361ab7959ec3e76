"""Documents to take along: who may read them, what is written on their pages, whether a machine can read it."""
