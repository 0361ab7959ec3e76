"""The map of the communities: a city's GeoJSON read, fitted together and drawn."""
