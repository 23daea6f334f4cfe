"""One module per question that is put to an answer: each is pure and says why."""
