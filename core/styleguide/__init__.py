"""The pattern page: every component in every state, rendered from the real templates."""
