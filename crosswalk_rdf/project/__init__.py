"""A publication's folder, and the product's resource files: the only layer that reads files."""
