"""Codes of the family `file`."""

from __future__ import annotations

from contactbase.model.code import Code

__all__ = ["CODES"]

CODES: tuple[Code, ...] = ()
