"""Which company a message names: the rules, one kind of place each, and how names and claims of them agree."""
