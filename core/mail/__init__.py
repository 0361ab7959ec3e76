"""The outbox: a letter is a row, a task sends it. A mail server that is away delays letters, it loses none."""
