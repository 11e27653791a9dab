"""Typed custom fields for a trade: one module per sector, one list in `catalog`."""
