"""Texts to vectors, behind one seam."""
