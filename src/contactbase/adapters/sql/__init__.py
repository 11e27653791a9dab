"""Databases through any connection of PEP 249: dialects, tables, statements, one transaction."""
