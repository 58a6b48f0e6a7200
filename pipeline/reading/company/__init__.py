"""Which company a message names: the rules, one kind of place each."""
