"""Places of a sheet as they are written: `A1`, `XFD1048576`.

>>> column_letters(0), column_letters(27), column_number("AB"), place(0, 12)
('A', 'AB', 27, 'A12')
"""

from __future__ import annotations

__all__ = ["column_letters", "column_number", "place"]


def column_letters(number: int) -> str:
    """Give the letters of a column, counted from 0."""
    letters, number = "", number + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Give the number, from 0, of a column written in letters."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number - 1


def place(column: int, row: int) -> str:
    """Write a place: a column counted from 0, a row from 1."""
    return f"{column_letters(column)}{row}"
