"""What the letters say, and when they may leave."""
