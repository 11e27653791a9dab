"""Tables of the normalizers: constants with their sources, and no code."""
