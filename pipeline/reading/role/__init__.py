"""Which role a message names: the rules, and the words that name occupations."""
