"""The linter of collection forms: rules with codes and citations, each a function in one table (R12, R13).

>>> from contactbase.reporting.quality.form import ConsentBox, asks
>>> form = CollectionForm(
...     name="till",
...     source=CollectionSource.PURCHASE,
...     questions=asks("last_name*, email*, birth_date, interests, household"),
...     boxes=(ConsentBox(ticked=True),),
...     says_how_to_withdraw=True,
... )
>>> for found in lint_form(form):
...     print(found.code, "-", found.message)
form.box-ticked - Form till: a consent box comes ticked.
form.notice-version-missing - Form till: the version of the information text is not recorded.
form.too-many-optional - Form till: 3 optional questions at a purchase, more than 2.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

import attrs

from contactbase.model.enums import CollectionSource, Purpose
from contactbase.model.journal import Finding, finding
from contactbase.model.schema import SCHEMA, Role, Schema
from contactbase.reporting.quality.asking import ASKED
from contactbase.reporting.quality.form import CollectionForm, ConsentBox
from contactbase.reporting.quality.known import no_such_field
from contactbase.reporting.quality.special_categories import of_header
from contactbase.segment.reads import stored_as

__all__ = ["RULES", "FormRule", "lint_form"]

_MOST_OPTIONAL: Final = 2
_CONSENTED: Final = frozenset({Purpose.MARKETING, Purpose.TRACKING})
"""Purposes for which a form has to ask (`model/enums.py`, R30)."""

Details = dict[str, str | int]


@attrs.frozen
class FormRule:
    """A rule: its code, and what it finds in a form, each as the field concerned (None: the form) and the details."""

    code: str
    look: Callable[[CollectionForm, Schema], Iterable[tuple[str | None, Details]]]


def _boxes(wrong: Callable[[ConsentBox], bool]) -> Callable[[CollectionForm, Schema], Iterator[tuple[None, Details]]]:
    def look(form: CollectionForm, _schema: Schema) -> Iterator[tuple[None, Details]]:
        if any(map(wrong, form.boxes)):
            yield None, {}

    return look


def _form(
    wrong: Callable[[CollectionForm], bool],
) -> Callable[[CollectionForm, Schema], Iterator[tuple[None, Details]]]:
    def look(form: CollectionForm, _schema: Schema) -> Iterator[tuple[None, Details]]:
        if wrong(form):
            yield None, {}

    return look


def _asks_consent(box: ConsentBox) -> bool:
    return not _CONSENTED.isdisjoint(box.purposes)


def _several_purposes(form: CollectionForm, _schema: Schema) -> Iterator[tuple[None, Details]]:
    for box in form.boxes:
        if len(set(box.purposes)) > 1:
            yield None, {"purposes": ", ".join(sorted(purpose.value for purpose in set(box.purposes)))}


def _too_many(form: CollectionForm, _schema: Schema) -> Iterator[tuple[None, Details]]:
    optional = sum(not question.required for question in form.questions)
    if form.source is CollectionSource.PURCHASE and optional > _MOST_OPTIONAL:
        yield None, {"count": optional, "limit": _MOST_OPTIONAL}


def _not_needed(form: CollectionForm, schema: Schema) -> Iterator[tuple[str, Details]]:
    needed = {stored_as(name) for name in (*ASKED[form.purpose], *form.needed)} | {"id", "title"}
    if form.purpose is Purpose.TRANSACTIONAL:
        needed |= {"events"}
    for question in form.questions:
        if question.required and stored_as(question.field) not in needed and not _is_consent(question.field, schema):
            yield question.field, {"name": question.field, "purpose": form.purpose.value}


def _is_consent(name: str, schema: Schema) -> bool:
    field = schema.get(name)
    return field is not None and field.role is Role.INPUT


def _special(form: CollectionForm, schema: Schema) -> Iterator[tuple[str, Details]]:
    for question in form.questions:
        field = schema.get(question.field)
        names = (question.field,) if field is None else (question.field, field.title.en, field.title.fr)
        for category in dict.fromkeys(found for name in names for found in of_header(name.replace("_", " "))):
            yield question.field, {"name": question.field, "article": category.article}


RULES: Final = (
    FormRule("form.box-ticked", _boxes(lambda box: box.ticked)),
    FormRule("form.box-not-separate", _boxes(lambda box: not box.separate)),
    FormRule("form.box-required", _boxes(lambda box: box.required and _asks_consent(box))),
    FormRule("form.box-several-purposes", _several_purposes),
    FormRule("form.partners-in-one-box", _boxes(lambda box: box.partners and box.own)),
    FormRule("form.no-consent-box", _form(lambda form: not any(map(_asks_consent, form.boxes)))),
    FormRule("form.notice-version-missing", _form(lambda form: not (form.notice_version or "").strip())),
    FormRule(
        "form.withdrawal-not-said",
        _form(lambda form: any(map(_asks_consent, form.boxes)) and not form.says_how_to_withdraw),
    ),
    FormRule("form.too-many-optional", _too_many),
    FormRule("form.question-not-needed", _not_needed),
    FormRule("form.special-category", _special),
    FormRule(
        "form.incentive-tied",
        _form(lambda form: bool(form.incentive) and any(map(_asks_consent, form.boxes))),
    ),
)
"""Every rule, in the order in which the findings are given."""


def lint_form(form: CollectionForm, *, schema: Schema = SCHEMA) -> tuple[Finding, ...]:
    """Give what is wrong with a form before anybody fills it in; nothing when there is nothing.

    ValueError for a question about what is no field of the schema.
    """
    for question in form.questions:
        field = schema.get(question.field)
        error = no_such_field(question.field, schema)
        if error is not None and (field is None or field.role is not Role.INPUT):
            raise error
    return tuple(
        attrs.evolve(finding(rule.code, field=field), details=(("form", form.name), *details.items()))
        for rule in RULES
        for field, details in rule.look(form, schema)
    )
