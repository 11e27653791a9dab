"""Every module of the language opens with an example that runs."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import contactbase.segment

MODULES = sorted(f"contactbase.segment.{one.name}" for one in pkgutil.iter_modules(contactbase.segment.__path__))


@pytest.mark.parametrize("name", ["contactbase.segment", "contactbase.model.activity", *MODULES])
def test_a_module_opens_with_an_example_that_runs(name: str) -> None:
    found = doctest.testmod(importlib.import_module(name))
    assert found.attempted > 0
    assert found.failed == 0
