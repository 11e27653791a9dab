"""Which column means what, one vendor per module: floor 3."""
