"""What pages show: the values of a publication, linked with each other, as a reader meets them."""
