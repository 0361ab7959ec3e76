"""How dates are typed, by language: `FORMAT_MODULE_PATH`."""
