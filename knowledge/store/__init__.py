"""Where the knowledge is kept: the SQL truth, and the index generations made from it."""
