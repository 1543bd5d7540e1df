"""Files of the site for machines: sitemap, feed, search description, server configuration."""
