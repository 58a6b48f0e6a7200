"""What a message says: its new text, sentences and language, and the facts that can be drawn from them."""
