"""From words to a request."""
