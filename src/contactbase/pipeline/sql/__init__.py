"""A contact base in a database."""
