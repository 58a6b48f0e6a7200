"""Why a candidacy ended: the rules and their words."""
