"""Files that a person takes home, made on the fly: PDF, Word and calendar. None of them is kept."""
