"""The directory as HSDS 3.1 (Open Referral), in every language."""
