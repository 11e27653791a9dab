"""The kinds of exact evidence, one a module."""
