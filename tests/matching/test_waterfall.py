from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from contactbase.matching.judging import Evidence
from contactbase.matching.waterfall import Kind, reach, steps, waterfall

EVIDENCE = (Evidence("last_name", "same", 7.0), Evidence("email", "same", 19.5), Evidence("mobile", "other", -3.5))


def test_every_bar_starts_where_the_one_before_it_ended_and_the_last_is_their_sum() -> None:
    start, *pieces, total = steps(-13.0, EVIDENCE)
    assert [step.bits for step in pieces] == [7.0, 19.5, -3.5]
    assert [step.start for step in pieces] == [step.end for step in (start, *pieces)][:-1]
    assert total.end == sum(step.bits for step in (start, *pieces)) == 10.0
    assert [step.kind for step in (start, *pieces, total)] == [Kind.START, Kind.FOR, Kind.FOR, Kind.AGAINST, Kind.TOTAL]


def test_the_scale_holds_every_bar_and_zero() -> None:
    assert reach(steps(-13.0, EVIDENCE)) == (-13.0, 13.5)
    assert reach(steps(-13.0, ())) == (-13.0, 1.0)
    assert reach(steps(3.0, ())) == (0.0, 3.0)


def test_the_picture_is_named_speaks_both_languages_and_takes_the_colour_of_its_page() -> None:
    for language, words in (
        ("en", "e-mail address: an e-mail address in common"),
        ("fr", "adresse e-mail: une adresse"),
    ):
        drawn = waterfall(-13.0, EVIDENCE, "fr" if language == "fr" else "en")
        tree = ET.fromstring(drawn)  # noqa: S314 - our own text
        assert tree.get("fill") == "currentColor"
        assert [child.tag.rpartition("}")[2] for child in tree][:2] == ["title", "desc"]
        assert any(words in (text.text or "") for text in tree)
        assert "+10.0" in drawn


def test_nothing_is_drawn_outside_the_picture() -> None:
    drawn = waterfall(-40.0, EVIDENCE)
    width = float(re.findall(r'viewBox="0 0 (\S+) ', drawn)[0])
    for x, length in re.findall(r'<rect x="([\d.]+)" y="\d+" width="([\d.]+)"', drawn):
        assert 0 < float(x) < float(x) + float(length) < width


def test_a_level_that_is_no_longer_known_goes_by_its_name() -> None:
    assert "shoe_size: near" in waterfall(-1.0, (Evidence("shoe_size", "near", 1.0),))
