"""How good the conversation is: cases with expectations, scorers that explain themselves, reports, floors."""
