"""A collection form as its author sees it: what it asks, the boxes under it, the notice beside it (R12).

>>> [(question.field, question.required) for question in asks("last_name*, email*, birth_date")]
[('last_name', True), ('email', True), ('birth_date', False)]
"""

from __future__ import annotations

import attrs

from contactbase.model.enums import Channel, CollectionSource, Purpose

__all__ = ["CollectionForm", "ConsentBox", "FormQuestion", "asks"]


@attrs.frozen
class FormQuestion:
    """One question: the field that its answer fills, and whether the form can be sent without it."""

    field: str
    required: bool = False


def asks(questions: str) -> tuple[FormQuestion, ...]:
    """Give the questions of a text, the compulsory ones with an asterisk: `"last_name*, email*, birth_date"`."""
    names = (name.strip() for name in questions.split(","))
    return tuple(FormQuestion(name.rstrip("* "), required=name.endswith("*")) for name in names if name)


@attrs.frozen(kw_only=True)
class ConsentBox:
    """A box of a form.

    `purposes` and `channels` are what its sentence names; `ticked` whether it comes ticked, `required` whether the form
    is refused without it, `separate` whether it stands apart from accepting general terms; `partners` whether messages
    of others are meant, as well as (`own`) those of the shop.
    """

    purposes: tuple[Purpose, ...] = (Purpose.MARKETING,)
    channels: tuple[Channel, ...] = (Channel.EMAIL,)
    ticked: bool = False
    required: bool = False
    separate: bool = True
    partners: bool = False
    own: bool = True


@attrs.frozen(kw_only=True)
class CollectionForm:
    """A form by name.

    `source` is where it stands, `purpose` what it is filled in for (a purchase, a quote); `needed` names fields that
    this takes beyond the usual ones. `notice_version` is the version of the information text shown with it,
    `says_how_to_withdraw` whether that says how; `incentive` the reward that is given for ticking a box, if any.
    """

    name: str
    source: CollectionSource
    purpose: Purpose = Purpose.TRANSACTIONAL
    questions: tuple[FormQuestion, ...] = ()
    boxes: tuple[ConsentBox, ...] = ()
    needed: tuple[str, ...] = ()
    notice_version: str | None = None
    says_how_to_withdraw: bool = False
    incentive: str | None = None
