"""Suppression, the rights of persons, the statistical archive and the traces of all of it: floor 6."""
