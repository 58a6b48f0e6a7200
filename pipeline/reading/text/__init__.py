"""The text of a message: what is new in it, its sentences, its language, and what patterns over it are made of."""
