"""The catalogue of codes, one module per family."""
