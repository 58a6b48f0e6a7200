"""The rules of the product: values and pure functions. No I/O, no clock, no randomness, standard library only."""
