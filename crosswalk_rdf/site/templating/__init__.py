"""Templates and views to pages: kinds of page, filters, rendering."""
