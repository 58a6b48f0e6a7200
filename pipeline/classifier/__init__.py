"""The judge: three linear models and two small networks.

scikit-learn is imported in `fitting.py` and nowhere else, and only to train.
"""
