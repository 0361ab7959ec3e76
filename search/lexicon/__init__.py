"""What people mean: concepts with their words in five languages, stop words, intents."""
