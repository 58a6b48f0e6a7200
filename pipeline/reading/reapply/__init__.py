"""When another application is welcome: the rules and their words."""
