"""Views for the templates: the values of a publication, linked with each other."""
