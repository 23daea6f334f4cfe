"""The room where a person fills in a profile and a goal, and sees the routes between them."""
