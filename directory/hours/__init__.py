"""Opening hours: texts, days, states and the sentences about them, as pure functions."""
