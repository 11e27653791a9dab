"""How all tests run: Hypothesis judges no time, which says nothing on a shared machine."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("contactbase", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("contactbase")
