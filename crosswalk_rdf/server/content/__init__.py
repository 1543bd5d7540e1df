"""A finished build, held as it was when it was loaded."""
