"""From evidence to sentences: word for word, or worded by a model and then checked."""
