r"""The values of a column from what a sheet says about them: texts by their place in a list, numbers, days, yes and no.

Each cell comes as two pieces of its text: what stands before the value (` t="s"><v>`) and the value. What is said about
cells is the same for most of a column, so whole columns are read at once; a value that is not written as programs write
it raises `UnusualXmlError`. Moments are reckoned as openpyxl, the reference, reckons them.

>>> reader = CellReader(["Petit"], (), date1904=False)
>>> reader.column([b"><v>", b' t="s"><v>', b""], [b"1000", b"0", b""])
([1000.0, 'Petit', None], None)
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from contactbase.adapters.excel.styles import Manner, Style
from contactbase.adapters.excel.texts import UnusualXmlError, text_in, unescaped
from contactbase.adapters.excel.values import CellError, ShownText, shown_text, text_of

__all__ = ["CellReader"]

_ABOUT: Final = re.compile(
    rb'(?: s="(?P<style>[0-9]{1,5})")?(?: t="(?P<kind>[A-Za-z]{1,9})")?(?: [cv]m="[0-9]+")*(?P<kept>>.*)', re.DOTALL
)
_OTHER: Final = re.compile(rb' t="(?P<kind>[A-Za-z]{1,9})" s="(?P<style>[0-9]{1,5})"')
_FORMULA: Final = re.compile(rb"<f(?: [^<>]*)?>(?:[^<]*</f>)?")
_NUMBER: Final = b"0123456789.-+eE"
_EXACT: Final = 15
"""No longer than this, a number has no more digits than are kept."""

_PLAIN: Final = re.compile(rb"(?:(?:0|-?+(?:[1-9][0-9]*+|0(?=\.[0-9]*[1-9])))(?:\.(?:[0-9]*[1-9]|0))?+\n)*+")
_MOST_KNOWN: Final = 50_000
_MIDNIGHT: Final = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - cells have no zone
_MIDNIGHT_1904: Final = dt.datetime(1904, 1, 1)  # noqa: DTZ001 - cells have no zone
_DIGITS_OF_DAY: Final = 5
"""A whole number of five digits is a day from 1927 (or 1931) to 2173, and midnight."""

_DAY: Final = 86_400_000
"""Milliseconds, which is what moments are rounded to."""

_YES_OR_NO: Final = {b"1": True, b"0": False}
Read = Callable[[bytes], Any]


class _Known(dict[bytes, Any]):
    """What was read from values before; a value comes again and again in a column of days."""

    def __init__(self, read: Read) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, value: bytes) -> Any:
        if len(self) > _MOST_KNOWN:
            self.clear()
        found = self[value] = self._read(value)
        return found


class CellReader:
    """Reads columns; `shared` are the texts that cells point at, `styles` what their numbers of styles mean."""

    def __init__(self, shared: Sequence[str], styles: Sequence[Style], *, date1904: bool) -> None:
        """Start."""
        self._shared = shared
        self._styles = styles
        self._first = _MIDNIGHT_1904 if date1904 else _MIDNIGHT
        self._moments = _Known(partial(_moment, first=self._first))
        self._days = _Known(lambda value: text_of(self._moments[value]))
        self._durations = _Known(_duration)
        self._kinds = _Known(self._kind)

    def column(self, about: bytes | Sequence[bytes], values: Sequence[bytes]) -> tuple[Sequence[Any], list[str] | None]:
        """Give the values of some cells of a column, None for an empty one; and their texts, where that is quick.

        `about` is what is said about each of them, or, once, about them all.
        """
        try:
            if isinstance(about, bytes):
                return self._alike(self._kinds[about], values)
            words_said = set(about)
            if any(b"<f" in words for words in words_said):
                about = [_FORMULA.sub(b"", words) for words in about]
                words_said = set(about)
            said = {words: self._kinds[words] for words in words_said}
            if len(said) == 1:
                return self._alike(said[about[0]], values)
            return [said[words](value) if value else None for words, value in zip(about, values, strict=True)], None
        except (ValueError, KeyError, IndexError, OverflowError) as error:
            raise UnusualXmlError("shape") from error

    def _alike(self, read: Read, values: Sequence[bytes]) -> tuple[Sequence[Any], list[str] | None]:
        """Read values that are all of one kind; those that are empty are none."""
        whole = all(values)
        if read == self._text and (whole or any(values)):
            if not b"".join(values).isdigit():
                raise UnusualXmlError("shape")
            shared = self._shared
            texts = (
                [shared[int(value)] for value in values]
                if whole
                else [shared[int(value)] if value else "" for value in values]
            )
            return texts, texts
        if not whole:
            return [read(value) if value else None for value in values], None
        if read == self._moment:
            return list(map(self._moments.__getitem__, values)), list(map(self._days.__getitem__, values))
        if read == _number:
            _only(values)
            return list(map(float, values)), _as_written(values)
        return list(map(read, values)), None

    def _kind(self, about: bytes) -> Read:
        """Tell how a value is read of which this is said."""
        about = _OTHER.sub(rb' s="\g<style>" t="\g<kind>"', about, count=1)
        found = _ABOUT.fullmatch(about)
        if about == b"":
            return _number
        if found is None or (found["kept"] != b"><v>") != (found["kind"] == b"inlineStr"):
            raise UnusualXmlError("shape")
        style = self._style(int(found["style"] or 0))
        match found["kind"]:
            case None | b"n":
                return self._number_of(style)
            case b"s":
                return self._text
            case b"str" | b"inlineStr":
                return _written
            case b"b":
                return _YES_OR_NO.__getitem__
            case b"e":
                return _error
        raise UnusualXmlError("shape")

    def _style(self, number: int) -> Style:
        if number < len(self._styles):
            return self._styles[number]
        if number:
            raise UnusualXmlError("shape")
        return Style()

    def _number_of(self, style: Style) -> Read:
        match style.manner:
            case Manner.MOMENT:
                return self._moment
            case Manner.DURATION:
                return self._durations.__getitem__
            case Manner.NUMBER if style.padding:
                return partial(_padded, pieces=style.padding)
        return _number

    def _text(self, value: bytes) -> str:
        if not value.isdigit():
            raise UnusualXmlError("shape")
        return self._shared[int(value)]

    def _moment(self, value: bytes) -> Any:
        return self._moments[value]


def _only(values: Sequence[bytes]) -> None:
    """Refuse what `float` would take and numbers have not: spaces, underscores, `nan`."""
    if b"".join(values).translate(None, _NUMBER):
        raise UnusualXmlError("shape")


def _number(value: bytes) -> float:
    if value.translate(None, _NUMBER):
        raise UnusualXmlError("shape")
    return float(value)


def _as_written(values: Sequence[bytes]) -> list[str] | None:
    """Give the texts of numbers that are written as they are shown; None where one of them is not."""
    together = b"\n".join(values) + b"\n"
    if max(map(len, values)) > _EXACT or _PLAIN.fullmatch(together) is None:
        return None
    return together.decode().replace(".0\n", "\n").split("\n")[:-1]


def _written(value: bytes) -> str:
    return unescaped(text_in(value.decode()))


def _error(value: bytes) -> CellError:
    return CellError(text_in(value.decode()))


def _padded(value: bytes, *, pieces: Sequence[str]) -> Any:
    number = _number(value)
    shown = shown_text(number, pieces)
    return number if shown is None else ShownText(shown)


def _moment(value: bytes, *, first: dt.datetime) -> Any:
    if len(value) == _DIGITS_OF_DAY and value.isdigit() and value[:1] != b"0":
        return first + dt.timedelta(int(value))
    number = _number(value)
    day, fraction = divmod(number, 1)
    past = dt.timedelta(milliseconds=round(fraction * _DAY))
    if 0 <= number < 1 and not past.days:
        return (first + past).time()
    if 0 < number < 60 and first == _MIDNIGHT:
        day += 1  # a spreadsheet has a 29 February 1900 (ECMA-376 18.17.4.1)
    return first + dt.timedelta(days=day) + past


def _duration(value: bytes) -> dt.timedelta:
    found = dt.timedelta(days=_number(value))
    if not found.microseconds:
        return found
    return dt.timedelta(seconds=found.total_seconds() // 1, microseconds=round(found.microseconds, -3))
