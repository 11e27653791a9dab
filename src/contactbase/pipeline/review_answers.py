"""The answers to "same person?": rows of a group that say yes are one person, those that say no are not.

>>> answers = [Answer(contact=f"c-{n}", group="1", text=text, row=n) for n, text in enumerate(("oui", "oui", "non"), 1)]
>>> entries = []
>>> confirmed(answers, "review.xlsx", entries.append), [entry.code for entry in entries]
((('c-1', 'c-2'),), ['review.duplicates-confirmed', 'review.duplicates-refused'])
"""

from __future__ import annotations

from collections.abc import Iterable

from contactbase.model.journal import Note, finding
from contactbase.model.source import SourceRef
from contactbase.pipeline.review_form import answer_of
from contactbase.pipeline.review_reading import Answer

__all__ = ["confirmed"]


def confirmed(answers: Iterable[Answer], file: str, note: Note) -> tuple[tuple[str, ...], ...]:
    """Give the clusters that were confirmed, and note what was said of every group."""
    groups: dict[str, list[Answer]] = {}
    for answer in answers:
        groups.setdefault(answer.group, []).append(answer)
    clusters = []
    for name, members in groups.items():
        said = {True: [], False: [], None: []}  # type: dict[bool | None, list[Answer]]
        for member in members:
            said[_answer(member, file, note)].append(member)
        at = SourceRef(file=file, line=members[0].row)
        yes = said[True]
        if len(yes) > 1:
            clusters.append(tuple(member.contact for member in yes))
            note(finding("review.duplicates-confirmed", source=at, count=len(yes), name=name))
        elif yes:
            note(finding("review.one-yes", source=at, name=name))
        for code, some in (("review.duplicates-refused", said[False]), ("review.duplicates-undecided", said[None])):
            if some:
                note(finding(code, source=at, count=len(some), name=name))
    return tuple(clusters)


def _answer(member: Answer, file: str, note: Note) -> bool | None:
    found = answer_of(member.text)
    if found is None and member.text.strip():
        note(finding("review.unclear-answer", source=SourceRef(file=file, line=member.row), contact=member.contact))
    return found
