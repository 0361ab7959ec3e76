"""The directory for machines: HSDS 3.1 (Open Referral) in every language, and places as GeoJSON."""
