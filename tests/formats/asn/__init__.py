"""ASN: reading."""
