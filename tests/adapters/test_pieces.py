from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.adapters import pieces as module
from contactbase.adapters.pieces import Pieces, skip_lines


def _cut(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)]


def _all(pieces: Pieces) -> list[str]:
    found = []
    while piece := pieces.take():
        found.append(piece)
    return found


@given(st.text(st.sampled_from("ab\r\n"), max_size=40), st.integers(1, 5), st.integers(1, 6))
def test_pieces_are_whole_lines_and_together_the_text(text: str, size: int, piece: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "PIECE", piece)
        pieces = Pieces(_cut(text, size))
        found = _all(pieces)
    lines = list(io.StringIO(text, newline=""))
    assert "".join(found) == text
    assert [line for part in found for line in io.StringIO(part, newline="")] == lines
    assert pieces.met == len(text)
    assert pieces.unterminated == bool(text and not text.endswith(("\r", "\n")))


def test_what_was_given_back_comes_again() -> None:
    pieces = Pieces(["a\nb\nc\n"])
    assert pieces.take() == "a\nb\nc\n"
    pieces.give_back(4)
    assert pieces.take() == "b\nc\n"
    assert pieces.take() == ""


@given(st.text(st.sampled_from("a\r\n"), max_size=12), st.integers(0, 6), st.integers(1, 3))
def test_skipped_lines_are_the_first_physical_ones(text: str, count: int, size: int) -> None:
    kept = list(io.StringIO(text, newline=""))[count:]
    assert "".join(skip_lines(_cut(text, size), count)) == "".join(kept)
