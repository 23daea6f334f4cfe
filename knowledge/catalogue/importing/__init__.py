"""From the formats of schools and registers to records: pure functions, one module per format."""
