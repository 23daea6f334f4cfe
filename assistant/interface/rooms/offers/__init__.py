"""Browsing the catalogue: filters with counts, an offer's page, comparing, and the shortlist."""
