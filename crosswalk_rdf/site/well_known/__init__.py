"""What the site says to machines: sitemap, feed, search description, recipes for servers."""
