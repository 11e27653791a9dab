"""contactbase."""
