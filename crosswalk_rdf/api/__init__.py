"""The Python API: a publication opened, queried, validated and built; packages read and written.

What users import stands in :mod:`crosswalk_rdf` itself, which loads these modules when a name is
first used. Only this layer writes what is published to disk.
"""
