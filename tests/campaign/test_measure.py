"""Lengths of SMS: real texts, the borders of segments, laws over any text, and another counter over random ones."""

from __future__ import annotations

import pytest
import smsutil
from hypothesis import example, given, settings
from hypothesis import strategies as st

from contactbase.campaign.alphabet import ALPHABETS, Cedilla, cost_of
from contactbase.campaign.measure import Encoding, measure, split

GSM = sorted(ALPHABETS[Cedilla.STRICT].whole)
LIMITS = {Encoding.GSM7: (160, 153), Encoding.UCS2: (70, 67)}
MIXED = st.text(st.one_of(st.sampled_from([*GSM, "{", "€", "ê", "’", "😀", "\ud83d", "\ude1c"]), st.characters()))
LONG = st.builds(lambda text, times: text * times, MIXED, st.integers(1, 60))


@pytest.mark.parametrize(
    ("text", "encoding", "per_segment"),
    [
        ("", "GSM7", ()),
        ("a" * 160, "GSM7", (160,)),
        ("a" * 161, "GSM7", (153, 8)),
        ("a" * 152 + "€" + "a" * 8, "GSM7", (152, 10)),
        ("a" * 158 + "€", "GSM7", (160,)),
        ("é" * 306, "GSM7", (153, 153)),
        ("ê" * 70, "UCS2", (70,)),
        ("ê" * 71, "UCS2", (67, 4)),
        ("ê" * 66 + "😀" + "ê" * 3, "UCS2", (66, 5)),
        ("😀" * 35, "UCS2", (70,)),
        ("😀" * 36, "UCS2", (66, 6)),
        ("\ud83d\ude1c" * 36, "UCS2", (66, 6)),
        ("\ud83d", "UCS2", (1,)),
        ("\x1b", "UCS2", (1,)),
        ("\r\n", "GSM7", (2,)),
    ],
)
def test_a_text_has_its_length(text: str, encoding: str, per_segment: tuple[int, ...]) -> None:
    found = measure(text)
    assert (found.encoding, found.per_segment, found.segments) == (encoding, per_segment, len(per_segment))
    assert found.units == sum(per_segment)


def test_every_offending_character_is_named_with_place_and_replacement() -> None:
    found = measure("L’été, c’est ½ œuvre 😀")
    assert [tuple(one) for one in found.offending] == [
        (1, "’", "'"),
        (8, "’", "'"),
        (13, "½", None),
        (15, "œ", "oe"),
        (21, "😀", None),
    ]
    assert [one.position for one in found.characters] == [1, 13, 15, 21]


def test_the_cedilla_is_what_the_operator_says() -> None:
    assert measure("ça").encoding is Encoding.UCS2
    assert measure("ça", cedilla=Cedilla.UNICODE_TABLE).encoding is Encoding.GSM7
    assert measure("Ça", cedilla=Cedilla.UNICODE_TABLE).encoding is Encoding.UCS2
    assert (cost_of("Ç"), cost_of("ç", cedilla=Cedilla.UNICODE_TABLE)) == (1, 1)


def test_the_room_left_is_that_of_the_last_segment() -> None:
    assert [measure("a" * size).room for size in (0, 1, 160, 161, 306)] == [160, 159, 0, 145, 0]
    assert measure("ê" * 71).room == 63


@given(LONG)
@example("a" * 152 + "€" * 100)
@example("ê" * 66 + "😀" * 100)
@settings(deadline=None)
def test_segments_are_full_none_too_full_and_no_pair_is_split(text: str) -> None:
    found = measure(text)
    alone, part = LIMITS[found.encoding]
    parts = split(text)
    assert "".join(parts) == text
    assert len(parts) == found.segments
    for piece, units in zip(parts, found.per_segment, strict=True):
        assert 0 < units <= (alone if found.segments == 1 else part)
        if found.encoding is Encoding.UCS2:
            assert len(piece.encode("utf-16-le", "surrogatepass")) == 2 * units
        else:
            assert sum(cost_of(char) or 99 for char in piece) == units
    for before, full, after in zip(parts, found.per_segment, parts[1:], strict=False):
        assert not ("\ud800" <= before[-1] <= "\udbff" and "\udc00" <= after[0] <= "\udfff")
        assert full + measure_first(after, found.encoding) > part


def measure_first(text: str, encoding: Encoding) -> int:
    """Give the units of the first character of a text, two halves of a pair being one."""
    if encoding is Encoding.GSM7:
        return cost_of(text[0]) or 99
    pair = "\ud800" <= text[0] <= "\udbff" and "\udc00" <= text[1:2] <= "\udfff"
    return 2 if pair or text[0] > "\uffff" else 1


@given(MIXED)
@settings(deadline=None)
def test_what_offends_is_what_the_alphabet_lacks(text: str) -> None:
    found = measure(text)
    assert (found.encoding is Encoding.GSM7) == all(cost_of(char) for char in text)
    for one in found.offending:
        assert text.startswith(one.character, one.position)
        assert one.replacement is None or measure(one.replacement).encoding is Encoding.GSM7


@given(st.text(st.one_of(st.sampled_from(GSM), st.characters(exclude_categories=["Cs"])), min_size=1, max_size=700))
@example("a" * 160 + "{")
@settings(deadline=None)
def test_another_counter_counts_the_same(text: str) -> None:
    # smsutil takes a raw escape for a character of the alphabet, and one final line end too many (its `$`)
    text = text.replace("\x1b", "") or "a"
    theirs = smsutil.split(text)
    ours = measure(text)
    assert ours.encoding == {"gsm0338": "GSM7", "utf_16_be": "UCS2"}[theirs.encoding]
    wide = 1 if ours.encoding is Encoding.GSM7 else 2
    assert list(ours.per_segment) == [part.bytes // wide for part in theirs.parts]
    assert list(split(text)) == [part.content for part in theirs.parts]
