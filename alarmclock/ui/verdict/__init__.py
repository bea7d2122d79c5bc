"""Whether it will ring: every reason with what mends it, and the view of all of them."""
