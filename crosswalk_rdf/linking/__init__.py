"""Two frameworks to ranked candidates for alignment: what a reviewer looks at, never an assertion.

Needs numpy, scipy, sparse-dot-topn and PyStemmer; they are imported on first use, since nothing
else in the product needs them.
"""
