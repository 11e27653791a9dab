"""The history that the folders of several main jobs tell: what changed from run to run (R47)."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike

from contactbase.errors import ReadError
from contactbase.model.history import History
from contactbase.pipeline.restoring import base_and_day

__all__ = ["history"]


def history(folders: Iterable[str | PathLike[str]]) -> History:
    """Give what changed between the results of several main jobs, in the order of their days.

    Contacts are told apart by their ids, so the file has to have a column of ids. ReadError when a folder is none of
    ours, when there is none, or when two are of one day.
    """
    runs = sorted((base_and_day(folder) for folder in folders), key=lambda run: run[0])
    days = [day for day, _ in runs]
    if not days:
        raise ReadError("A history needs at least one folder of results.")
    if len(set(days)) != len(days):
        raise ReadError("Two of the folders are of one day. Give one folder for each day.")
    return History.of(runs)
