"""Tables of communes: read from the open files as they are published, built into the data module, used by the CLI."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

import contactbase as cb

ROOT = Path(__file__).resolve().parents[2]
ETALAB = json.dumps(
    [
        {"code": "42218", "nom": "Saint-Étienne", "type": "commune-actuelle", "codesPostaux": ["42000", "42100"]},
        {"code": "01034", "nom": "Belley-Ancienne", "type": "commune-deleguee"},
        {"code": "75101", "nom": "Paris 1er Arrondissement", "codesPostaux": ["75001"]},
    ]
).encode()
POSTAL = json.dumps(
    [
        {
            "codePostal": "42000",
            "codeCommune": "42218",
            "nomCommune": "Saint-Étienne",
            "libelleAcheminement": "ST ETIENNE",
        }
    ]
).encode()
LA_POSTE = (
    "#Code_commune_INSEE;Nom_de_la_commune;Code_postal;Libellé_d_acheminement;Ligne_5\n"
    "42218;ST ETIENNE;42000;ST ETIENNE;\n69381;LYON 01;69001;LYON;\n01001;L ABERGEMENT CLEMENCIAT;01400;X;\n"
).encode("latin-1")
DATA_GOUV = (
    "code_commune_INSEE,nom_commune_postal,code_postal,nom_commune_complet\n1001,X,1400,L'Abergement-Clémenciat\n"
)


@pytest.mark.parametrize(
    ("content", "city", "postcode", "spelling"),
    [
        (ETALAB, "ST ETIENNE", "42100", "Saint-Étienne"),
        (b"\xef\xbb\xbf" + POSTAL, "ST ETIENNE", "42000", "Saint-Étienne"),
        (LA_POSTE, "Saint-Etienne", "42000", None),
        (DATA_GOUV.encode(), "ABERGEMENT CLEMENCIAT (L')", "01400", "L'Abergement-Clémenciat"),
    ],
    ids=["etalab", "codes-postaux", "la-poste", "data-gouv"],
)
def test_an_open_file_is_read_as_it_is_published(
    content: bytes, city: str, postcode: str, spelling: str | None
) -> None:
    table = cb.read_communes(content)
    assert table.communes(postcode)
    assert table.spelling(city, postcode) == spelling
    assert table.check(postcode, city) is None
    found = table.check(postcode, "Brest")
    assert found is not None
    assert found.code == "place.postcode-city-mismatch"


@pytest.mark.parametrize(
    "content",
    [b"[]", b"[1]", b'[{"nom": 1, "codesPostaux": 3}]', b"[" * 5000, b"Nom;Ville\nx;y\n", b'[{"a": 1}]'],
)
def test_another_file_is_refused_with_what_to_give(content: bytes) -> None:
    with pytest.raises(cb.ReadError, match="table of communes"):
        cb.read_communes(content)


def package(path: Path) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for name, content in (
            ("package/package.json", b'{"name": "@etalab/decoupage-administratif", "version": "6.0.0"}'),
            ("package/data/communes.json", ETALAB),
        ):
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


def run(*arguments: object, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    found = os.pathsep.join(filter(None, [str(ROOT / "src"), str(path or "")]))
    environment = os.environ | {"PYTHONPATH": found, "LC_ALL": "C.UTF-8"}
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, env=environment)


def test_the_data_module_is_built_from_the_package_and_used_by_the_command_line(tmp_path: Path) -> None:
    built = run(ROOT / "tools" / "build_communes.py", package(tmp_path / "package.tgz"), tmp_path / "module")
    assert (built.returncode, built.stdout.startswith("2 names, 3 pairs")) == (0, True), built.stderr
    clients = tmp_path / "clients.csv"
    clients.write_text("Nom;CP;Ville\nDurand;42000;ST ETIENNE\nPetit;75001;PARIS 01\n", encoding="utf-8")
    options = ("--communes", "installed", "--as-of", "2026-11-22")
    done = run("-m", "contactbase", "clean", clients, "--out", tmp_path / "out", *options, path=tmp_path / "module")
    assert done.returncode == 0, done.stderr
    with (tmp_path / "out" / "contacts.csv").open(encoding="utf-8", newline="") as file:
        assert [row["city"] for row in csv.DictReader(file)] == ["Saint-Étienne", "Paris"]
    checked = run("-m", "contactbase", "check", clients, "--select", "city", *options, path=tmp_path / "module")
    assert 'row 1 (line 2), column "Ville": info city.spelling-restored' in checked.stdout


def test_a_module_that_is_not_there_is_named_with_how_to_build_it(tmp_path: Path) -> None:
    clients = tmp_path / "clients.csv"
    clients.write_text("Nom;Ville\nDurand;ST ETIENNE\n", encoding="utf-8")
    done = run("-m", "contactbase", "check", clients, "--communes", "installed")
    assert done.returncode == 2
    assert "tools/build_communes.py" in done.stderr
    assert "Traceback" not in done.stderr
