"""The rooms beside the conversation: plain pages that the server writes, each with an address of its own."""
