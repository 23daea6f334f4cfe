"""Training of the domain embedder: `python -m knowledge.embedding.training --esco DIR --out FILE`."""
