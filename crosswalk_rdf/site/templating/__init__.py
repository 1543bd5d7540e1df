"""Templates and views to pages: kinds of page, what they may ask of a value, rendering."""
