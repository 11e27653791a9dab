"""Codes of the family `date`."""

from __future__ import annotations

from contactbase.model.code import Code

__all__ = ["CODES"]

CODES: tuple[Code, ...] = ()
