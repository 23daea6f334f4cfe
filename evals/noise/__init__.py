"""Does a question get the same answer however it is typed? Seeded noise over questions of which the clean answer is known."""
