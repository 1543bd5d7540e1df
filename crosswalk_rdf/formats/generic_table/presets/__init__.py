"""Spreadsheets of well-known frameworks: a TOML file each, with the roles of their columns."""
