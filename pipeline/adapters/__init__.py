"""Each wire in one file or one package; each third-party error is translated at its edge."""
