"""Lists of people to leave alone, as other tools export them: one vendor per module."""
