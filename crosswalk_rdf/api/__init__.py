"""The Python API: a publication opened, queried, validated and built; packages read and written.

Users import names from :mod:`crosswalk_rdf` itself, which loads these modules on first use. This
is the only layer that writes a build to disk.
"""
