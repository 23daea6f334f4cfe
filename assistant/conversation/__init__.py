"""Conversations that a person agreed to keep."""
