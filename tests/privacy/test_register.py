from __future__ import annotations

import json

import attrs

from contactbase.model.enums import LegalBasis
from contactbase.privacy.register import Party, ProcessingActivity, ProcessingRegister, Transfer

LETTERS = ProcessingActivity(
    name="Newsletter",
    purposes=("marketing by e-mail",),
    basis=(LegalBasis.CONSENT,),
    people=("customers", "prospects"),
    data=("e-mail address", "first name"),
    recipients=("mailing provider",),
    transfers=(Transfer(country="US", recipient="mailing provider", safeguards="standard clauses"),),
    time_limits=("3 years after the last contact",),
    security=("access by role", "encrypted backups"),
)
REGISTER = ProcessingRegister(
    controller=Party(name="Maison Exemple", contact="privacy@example.org"),
    dpo=Party(name="A. Martin", contact="dpo@example.org"),
    activities=(LETTERS,),
)


def test_a_filled_register_has_no_gap_and_an_empty_one_names_each() -> None:
    assert REGISTER.gaps() == ()
    empty = attrs.evolve(REGISTER, activities=(ProcessingActivity(name="Newsletter"),))
    assert next(found.message for found in empty.gaps()) == (
        "The processing Newsletter leaves out what art. 30(1)(b) asks for."
    )
    assert len(empty.gaps()) == 7


def test_a_transfer_without_safeguards_is_a_gap() -> None:
    bare = attrs.evolve(LETTERS, transfers=(Transfer(country="US", recipient="x"),))
    (gap,) = attrs.evolve(REGISTER, activities=(bare,)).gaps()
    assert gap.say("fr").endswith("art. 30(1)(e).")


def test_it_is_exported_as_json_as_a_table_and_in_words() -> None:
    found = json.loads(REGISTER.to_json())
    assert found["controller"]["name"] == "Maison Exemple"
    assert found["activities"][0]["basis"] == ["consent"]
    header, row = REGISTER.rows("fr")
    assert header[:2] == ["traitement", "finalités"]
    assert row[0] == "Newsletter"
    assert "US, mailing provider (standard clauses)" in row
    assert "Délégué à la protection des données: A. Martin" in REGISTER.say("fr")
    assert "time limits for erasure: 3 years" in REGISTER.say()
