"""What contacts are compared by, one matter a module."""
