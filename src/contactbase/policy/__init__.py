"""Retention, consent and exclusion rules: floor 5."""
