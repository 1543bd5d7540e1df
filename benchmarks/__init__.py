"""How fast the product is, and how its time grows: ``python -m benchmarks``."""
