"""Columns that say when one field was verified, from the file to the folder of results and back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import contactbase as cb

AS_OF = dt.date(2026, 11, 22)
TEXT = (
    "Id;Nom;E-mail;Portable;Fixe;Adresse;Ville;Source;E-mail vérifié le;Mobile vérifié le;Adresse vérifiée le\n"
    "A1;Durand;lea@example.org;06 12 34 56 78;01 42 68 53 00;12 rue des Lilas;Lyon;Salon;01/10/2026;02/10/2026;\n"
    "A2;Martin;;;;3 rue Haute;Brest;carton d'invitation;01/10/2026;;03/10/2026\n"
)


def test_the_day_of_a_column_belongs_to_the_values_of_its_field() -> None:
    base = cb.clean(cb.read(TEXT.encode()).value, as_of=AS_OF).value
    lea, martin = base.values()
    assert [str(line.on) for line in cb.attestations_of(lea, "email")] == ["2026-10-01"]
    assert [str(line.on) for line in cb.attestations_of(lea, "mobile")] == ["2026-10-02"]
    assert cb.attestations_of(lea, "landline") == cb.attestations_of(lea, "city") == ()
    assert [str(line.on) for line in cb.attestations_of(martin, "city")] == ["2026-10-03"]
    assert {line.field for line in martin.attestations} == {"address", "city"}


def test_sources_and_attestations_come_back_from_the_folder_and_a_second_run_finds_nothing_new(tmp_path: Path) -> None:
    first = cb.run(TEXT.encode(), out=tmp_path / "one", as_of=AS_OF)
    base = cb.clean(cb.read(tmp_path / "one").value, as_of=AS_OF).value
    again = cb.run(tmp_path / "one", out=tmp_path / "two", as_of=AS_OF)
    assert dict(base) == dict(first.base) == dict(again.base)
    written = [(tmp_path / name / "contacts.csv").read_bytes() for name in ("one", "two")]
    assert written[0] == written[1]
    assert not any(code.startswith("collection.") for code in again.summary["findings"])
