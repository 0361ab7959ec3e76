"""Where documents are kept and candidates come from; what follows is the same for every engine."""
