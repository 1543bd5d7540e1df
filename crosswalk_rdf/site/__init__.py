"""A publication to a static site: views of the model and templates to pages; nothing is read."""
