"""The judge: two small linear models. scikit-learn is imported here and nowhere else, and only to train."""
