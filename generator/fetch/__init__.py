"""Listings from the web: HTTP, what each source offers, day by day."""
