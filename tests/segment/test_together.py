"""Many tests answered at once give what each gives by itself."""

from __future__ import annotations

import datetime as dt
from random import Random

import pytest

from contactbase.model.contact import Contact
from contactbase.segment import Context, Segment, overlap
from contactbase.segment.bits import bits
from contactbase.segment.together import held
from segment.bases import SCHEMA_X
from segment.trees import AS_OF, Trees


@pytest.mark.parametrize("many", [1, 3, 60])
def test_segments_together_select_whom_each_selects(many: int, base: list[Contact], context: Context) -> None:
    answers: set[int] = set()
    for start in range(0, 240, many):
        segments = [
            Segment(str(seed), Trees(Random(seed)).expr(2), schema=SCHEMA_X) for seed in range(start, start + many)
        ]
        bound = [segment.on(as_of=AS_OF, context=context).compiled for segment in segments]
        wanted = [bits(one.flags(base)) for one in bound]
        assert held([one.test for one in bound], base, context) == wanted
        answers.update(wanted)
    assert len(answers) > 20


def test_many_tests_on_one_field_are_answered_by_value(base: list[Contact]) -> None:
    texts = [f'city starts with "{letter}"' for letter in "abcdefghijklmnopqrstuvwxyz"] + ["city is known"]
    segments = [Segment(text, text) for text in texts]
    found = overlap(segments, base, as_of=AS_OF)
    for at, segment in enumerate(segments):
        assert found.matrix[at][at] == segment.count(base, as_of=AS_OF)
    assert sum(found.matrix[at][at] > 0 for at in range(len(texts))) > 2


def test_the_policy_is_asked_only_about_those_whom_the_rest_lets_through() -> None:
    asked: list[str] = []

    def policy(contact: Contact, channel: str, purpose: str, *, as_of: dt.date) -> bool:
        asked.append(f"{contact.id} {channel} {purpose} {as_of}")
        return True

    base = [Contact(id="a", city="Lyon"), Contact(id="b", city="Nice")]
    segments = [Segment("one", 'city = "Lyon" and can receive sms'), Segment("two", 'city = "Lyon"')]
    found = overlap(segments, base, as_of=AS_OF, context=Context(can_receive=policy))
    assert found.matrix == ((1, 1), (1, 1))
    assert asked == [f"a sms marketing {AS_OF}"]


def test_nothing_and_nobody_have_sets_too() -> None:
    assert held([], [Contact(id="a")]) == []
    test = Segment("lyon", 'city = "Lyon"').on(as_of=AS_OF).compiled.test
    assert held([test, test], []) == [0, 0]
