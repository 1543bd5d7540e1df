"""A publication's folder, and what travels with the product: the only place that reads disk."""
