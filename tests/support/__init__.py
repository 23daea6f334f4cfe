"""Helpers that tests share: tiny documents, a scripted model server, in-memory twins."""
