"""The room of the staff: behind a login; every page is HTML that the server writes."""
