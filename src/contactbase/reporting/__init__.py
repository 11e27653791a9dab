"""Hygiene figures and the HTML report: floor 6."""
