"""Search for machines, in every language from any origin."""
