"""Where documents are kept and candidates come from. Understanding and ranking are the same for every engine."""
