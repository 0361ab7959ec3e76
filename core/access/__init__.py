"""Who may come in without an account: limits, proofs of a person, codes and signed links. No address is kept."""
