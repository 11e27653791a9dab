"""The values of the library: floor 2."""
