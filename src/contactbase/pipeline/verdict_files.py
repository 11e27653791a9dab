"""Files of matching: the verdicts of reviewers, and models learnt on other files.

>>> verdicts_in(None) == Verdicts(), model_in(None)
(True, None)
"""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from contactbase.adapters.atomic import write_bytes
from contactbase.errors import ReadError
from contactbase.matching.model import Model
from contactbase.matching.verdicts import NO_VERDICTS, Verdicts
from contactbase.model.contact_base import ContactBase
from contactbase.pipeline.event_files import absorbed_in
from contactbase.pipeline.reading import Source

__all__ = ["model_in", "save_model", "verdicts_in", "verdicts_on"]

Place = str | PathLike[str]


def _text(path: Place) -> str:
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError) as error:
        raise ReadError(f"{path} cannot be read as UTF-8 text: {error}. Give a file that contactbase wrote.") from error


def verdicts_in(path: Place | None) -> Verdicts:
    """Read a file of verdicts; none where there is no path. ReadError names the line that is none."""
    if path is None:
        return NO_VERDICTS
    try:
        return Verdicts.from_text(_text(path))
    except ValueError as error:
        raise ReadError(f"{path}: {error}") from error


def verdicts_on(base: ContactBase, verdicts: Verdicts, sources: Iterable[Source]) -> Verdicts:
    """Give verdicts on the contacts of a base: an id that a folder of results says was merged away is whom it is in."""
    if not verdicts:
        return verdicts
    absorbed = {old: new for source in sources for old, new in absorbed_in(source).items() if old not in base}
    return verdicts.after(absorbed)


def model_in(path: Place | None) -> Model | None:
    """Read a saved model; None where there is no path. ReadError where the file is none."""
    if path is None:
        return None
    try:
        return Model.from_json(_text(path))
    except ValueError as error:
        raise ReadError(f"{path}: {error}") from error


def save_model(model: Model, path: Place) -> None:
    """Write a model, whole or not at all."""
    write_bytes(path, [model.to_json().encode()])
