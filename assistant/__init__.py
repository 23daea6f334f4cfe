"""What is said: from a question to an answer in which every sentence is cited."""
