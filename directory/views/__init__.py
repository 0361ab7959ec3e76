"""What answers an address: pages that are no page of the tree, machines, and the admin's own screens."""
