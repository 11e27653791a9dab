r"""`read_communes`: a table of communes from an open file, or from the data module of `tools/build_communes.py`.

Files that are understood: `communes.json` of the npm package `@etalab/decoupage-administratif` (INSEE, *Code officiel
géographique*, with the postcodes of La Poste), `codes-postaux.json` of `codes-postaux`, and CSV with a column of
postcodes and one of names, such as La Poste's *Base officielle des codes postaux*. Their data are under the Licence
Ouverte 2.0 (Etalab). Names in capitals only, as La Poste has them, are held against postcodes and spell nothing.

>>> file = "Code_postal;Nom_commune\n42000;Saint-Étienne\n1400;L'Abergement-Clémenciat\n".encode()
>>> table = read_communes(file)
>>> table.spelling("ST ETIENNE"), table.communes("01400")
('Saint-Étienne', ("L'Abergement-Clémenciat",))
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any, Final

from contactbase.adapters.catalog import open_table
from contactbase.adapters.source import Readable, open_source
from contactbase.errors import ReadError
from contactbase.layouts.layout import header_key
from contactbase.normalize.communes import CommuneTable

__all__ = ["read_communes"]

MODULE: Final = "contactbase_communes_fr"
"""The data module, which stays outside of the library's own wheel."""

_POSTCODES: Final = ("code postal", "codepostal", "postcode")
_NAMES: Final = (
    "nom commune complet",
    "nom standard",
    "nom commune",
    "nomcommune",
    "nom de la commune",
    "commune",
    "name",
    "nom",
)
_UNKNOWN: Final = (
    "{name} is no table of communes. Give communes.json of @etalab/decoupage-administratif, or CSV with the columns "
    "code_postal and nom_commune."
)


def read_communes(source: Readable | None = None) -> CommuneTable:
    """Read a table of communes from a file; None: from the installed data module.

    ReadError when the file is no such table, or there is no data module.
    """
    if source is None:
        return CommuneTable.of(_installed())
    opened = open_source(source)
    if opened.head(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
        rows = list(_of_json(b"".join(opened.chunks()), opened.name))
    else:
        rows = list(_of_csv(source, opened.name))
    if not rows:
        raise ReadError(_UNKNOWN.format(name=opened.name))
    return CommuneTable.of(rows)


def _installed() -> Iterator[tuple[str, str]]:
    try:
        packed: bytes = import_module(MODULE).data()
    except ModuleNotFoundError as error:
        raise ReadError(
            f"The data module {MODULE} is not installed. Build it with tools/build_communes.py, or give a file."
        ) from error
    for line in gzip.decompress(packed).decode().splitlines():
        postcode, _, name = line.partition(";")
        yield postcode, name


def _of_json(text: bytes, name: str) -> Iterator[tuple[str, str]]:
    try:
        rows: list[dict[str, Any]] = json.loads(text)
        for row in rows:
            for postcode in row.get("codesPostaux", (row["codePostal"],) if "codePostal" in row else ()):
                yield str(postcode), str(row["nom"] if "nom" in row else row["nomCommune"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ReadError(_UNKNOWN.format(name=name)) from error


def _of_csv(source: Readable, name: str) -> Iterator[tuple[str, str]]:
    table = open_table(source)[0]
    keys = [header_key(header) for header in table.columns]
    postcodes, names = _first(_POSTCODES, keys), _first(_NAMES, keys)
    if postcodes is None or names is None:
        raise ReadError(_UNKNOWN.format(name=name))
    for row in table.rows():
        postcode = row.cells[postcodes].strip()
        if postcode.isdigit():
            yield postcode.zfill(5), row.cells[names].strip()


def _first(wanted: Iterable[str], keys: list[str]) -> int | None:
    return next((keys.index(key) for key in wanted if key in keys), None)
