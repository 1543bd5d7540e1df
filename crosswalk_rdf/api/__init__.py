"""The Python API: a publication opened, queried, validated and built; packages read and written."""
