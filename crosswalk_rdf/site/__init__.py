"""A publication to a static site: views of the model, rendered by templates; reads no files."""
