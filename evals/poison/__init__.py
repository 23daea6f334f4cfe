"""Measures whether what is planted in a retrieved passage is ever shown as an answer, with a model that obeys it."""
