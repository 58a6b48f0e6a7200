"""Each wire in one file; each third-party error is translated at its edge."""
