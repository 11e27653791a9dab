"""The codes of names, texts and identity: each example gives its code."""

from __future__ import annotations

from typing import Any, Final

import pytest

from contactbase.model.code import Code
from contactbase.model.codes import identity, name, text
from contactbase.model.hints import Hints
from contactbase.normalize.company import COMPANY
from contactbase.normalize.language import LANGUAGE
from contactbase.normalize.normalized import FieldNormalizer
from contactbase.normalize.person_name import FIRST_NAME, FULL_NAME, LAST_NAME
from contactbase.normalize.sex import SEX
from contactbase.normalize.siren import SIREN, SIRET
from contactbase.normalize.socio_category import SOCIO_CATEGORY
from contactbase.normalize.text import TEXT
from contactbase.normalize.title import TITLE
from contactbase.normalize.vat import VAT
from contactbase.normalize.vocabulary import KIND, RELATIONSHIP

CODES: Final = [code for code in (*name.CODES, *text.CODES, *identity.CODES) if code.example]
DOORS: Final[tuple[FieldNormalizer[Any], ...]] = (
    *(FIRST_NAME, LAST_NAME, FULL_NAME, TITLE, SEX, COMPANY, SIREN, SIRET, VAT, LANGUAGE, SOCIO_CATEGORY),
    *(KIND, RELATIONSHIP, TEXT),
)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_the_example_of_a_code_gives_the_code(code: Code) -> None:
    findings = [found for door in DOORS for found in door.normalize(code.example, Hints()).findings]
    assert code.id in {found.code for found in findings}
