"""What the user's replies to letters say: their own words apart from the letter's, answers and commands."""
