"""What a rejection says about this candidate: the rules, their words, and what only sounds like it."""
