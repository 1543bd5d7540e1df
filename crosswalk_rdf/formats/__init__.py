"""Foreign formats: a package each, bytes to packages of the model and back."""
