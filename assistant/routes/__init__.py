"""Routes through education: admission, search, funding, changes. Pure functions over records, no
clock, no model.
"""
