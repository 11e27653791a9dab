"""Checks beyond one field: what the fields of one contact say about each other. They warn and change nothing."""
