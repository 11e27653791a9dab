"""Settings of every test: generated cases take as long as they take on a busy machine; nothing here is timed."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
