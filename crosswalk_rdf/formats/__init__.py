"""Foreign formats: one sub-package each, text in and values out."""
