"""The segment language: floor 4."""
