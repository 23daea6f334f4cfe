"""Who may manage a library: accounts, sessions, and the log of what they did."""
