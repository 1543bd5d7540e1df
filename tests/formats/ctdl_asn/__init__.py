"""CTDL-ASN: reading, writing, round trips."""
