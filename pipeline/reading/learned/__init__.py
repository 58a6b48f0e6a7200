"""Which company and which role a message is about, learned from examples: marked words, candidates, a choice."""
