"""Duplicates: keys, pairs, evidence, clusters, survivorship, merge: floor 4."""
