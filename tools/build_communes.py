"""Build the data module of French communes, `contactbase_communes_fr`, from an open source.

    npm pack @etalab/decoupage-administratif
    PYTHONPATH=src python tools/build_communes.py etalab-decoupage-administratif-*.tgz communes/
    pip install communes/

The source is INSEE's *Code officiel géographique* with the postcodes of La Poste, as Etalab packages them for npm (code
MIT, data Licence Ouverte 2.0). `communes.json`, `codes-postaux.json` or a CSV file serve as well (see
`contactbase.read_communes`). The module is a folder of its own, to be installed or built into a wheel; it is never part
of the wheel of contactbase, and is not committed, as it changes every year.
"""

from __future__ import annotations

import gzip
import json
import sys
import tarfile
from pathlib import Path
from typing import Final

from contactbase.errors import ContactBaseError
from contactbase.pipeline.communes import MODULE, read_communes

MEMBERS: Final = {
    "package/data/communes.json": "INSEE, Code officiel géographique; La Poste, codes postaux",
    "package/codes-postaux.json": "INSEE, Code officiel géographique; La Poste, codes postaux",
}
PROJECT: Final = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "contactbase-communes-fr"
version = "{version}"
description = "French communes and their postcodes, for contactbase. Source: {source}. Data: Licence Ouverte 2.0."
requires-python = ">=3.11"
license = "etalab-2.0"

[tool.hatch.build.targets.wheel]
packages = ["{module}"]
"""
CODE: Final = '''\
"""French communes and their postcodes, one `postcode;name` in each line. {source}. Data: Licence Ouverte 2.0."""

from importlib.resources import files

SOURCE = "{source}"
VERSION = "{version}"


def data() -> bytes:
    """Give the lines, packed with gzip."""
    return files(__name__).joinpath("communes.csv.gz").read_bytes()
'''


def main(source: str, target: str) -> int:
    """Write the module into a folder and say what it holds."""
    content, said, version = _content(Path(source))
    table = read_communes(content)
    lines = [f"{postcode};{name}" for postcode, name in table.pairs()]
    folder = Path(target)
    module = folder / MODULE
    module.mkdir(parents=True, exist_ok=True)
    facts = {"module": MODULE, "source": said, "version": version}
    (folder / "pyproject.toml").write_text(PROJECT.format(**facts), encoding="utf-8")
    (module / "__init__.py").write_text(CODE.format(**facts), encoding="utf-8")
    packed = gzip.compress("\n".join(lines).encode(), mtime=0)
    (module / "communes.csv.gz").write_bytes(packed)
    sys.stdout.write(f"{len(table)} names, {len(lines)} pairs, {len(packed)} bytes: {folder}\n")
    return 0


def _content(path: Path) -> tuple[bytes, str, str]:
    """Give the table's bytes, its source and the version of the package that it comes from."""
    if path.suffix != ".tgz":
        return path.read_bytes(), path.name, "0"
    with tarfile.open(path) as archive:
        members = {member.name: member for member in archive}
        name = next((name for name in MEMBERS if name in members), None)
        if name is None:
            raise ContactBaseError(f"{path.name} holds none of {', '.join(MEMBERS)}.")
        package = json.loads(_read(archive, members["package/package.json"]))
        said = f"{MEMBERS[name]}, by npm {package['name']} {package['version']}"
        return _read(archive, members[name]), said, package["version"]


def _read(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = archive.extractfile(member)
    if file is None:
        raise ContactBaseError(f"{member.name} is no file.")
    return file.read()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit("Write: python tools/build_communes.py PACKAGE.tgz|FILE FOLDER")
    try:
        raise SystemExit(main(*sys.argv[1:]))
    except ContactBaseError as error:
        raise SystemExit(str(error)) from None
