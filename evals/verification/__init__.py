"""Measures what verification lets through: true sentences in a model's words, and the same with an error planted."""
