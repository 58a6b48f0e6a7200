"""Replies of the user to our letters: what they say, and what is done about them."""
