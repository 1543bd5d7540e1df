"""What every response has in common: validators, ranges, encodings, headers."""
