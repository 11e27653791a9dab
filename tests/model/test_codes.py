"""The catalogue of codes: complete, bilingual, free of surprises."""

from __future__ import annotations

import pkgutil
import re
import string

import pytest

from contactbase.model import codes
from contactbase.model.code import Code
from contactbase.model.codes.catalog import CATALOG

CODES = [pytest.param(code, id=code.id) for code in CATALOG.values()]


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_dotted_and_said_in_two_languages(code: Code) -> None:
    assert re.fullmatch(r"[a-z]+(\.[a-z0-9]+(-[a-z0-9]+)*)+", code.id)
    for text in (code.title, code.message, code.why, code.remedy):
        assert text.en.strip()
        assert text.fr.strip()
    assert code.message.en != code.message.fr
    assert places(code.message.en) == places(code.message.fr)


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_ends_like_one(code: Code) -> None:
    for text in (code.message, code.why, code.remedy):
        assert text.en[-1] in ".?!", text.en
        assert text.fr[-1] in ".?!", text.fr


def test_no_code_stands_twice() -> None:
    modules = [name for _, name, _ in pkgutil.iter_modules(codes.__path__) if name != "catalog"]
    families = [__import__(f"contactbase.model.codes.{name}", fromlist=["CODES"]).CODES for name in modules]
    ids = [code.id for family in families for code in family]
    assert len(ids) == len(set(ids))
    assert set(ids) == set(CATALOG), "a family is missing in codes/catalog.py"
