"""Applications: what they are, which message belongs to which, and what happens when the user changes one."""
