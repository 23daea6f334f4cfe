"""What is known: sources, passages and records, and how they are found. Knows nothing of chat."""
