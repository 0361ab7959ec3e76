"""The directory for machines: figures as tables, places as GeoJSON, everything as HSDS."""
