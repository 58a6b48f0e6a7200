"""From the bytes of a message to what it says: its parts, its header, its text. Every byte is untrusted."""
