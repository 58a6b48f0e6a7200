"""At which stage a rejection says that it came: the rules and their words."""
