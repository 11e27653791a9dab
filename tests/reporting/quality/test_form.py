"""Collection forms: each rule finds its fault and nothing else, in both languages, with its citation."""

from __future__ import annotations

import attrs
import pytest

import contactbase as cb
from contactbase.model.codes import form as codes
from contactbase.model.codes.catalog import CATALOG
from contactbase.model.schema import SCHEMA, Schema
from contactbase.reporting.quality.form import CollectionForm, ConsentBox, asks
from contactbase.reporting.quality.form_rules import RULES, lint_form

GOOD = CollectionForm(
    name="till",
    source=cb.CollectionSource.PURCHASE,
    questions=asks("last_name*, first_name*, email*, purchases.amount*, purchases.product*, birth_date, interests"),
    boxes=(
        ConsentBox(channels=(cb.Channel.EMAIL, cb.Channel.SMS)),
        ConsentBox(purposes=(cb.Purpose.TRACKING,)),
        ConsentBox(partners=True, own=False),
    ),
    notice_version="2026-03",
    says_how_to_withdraw=True,
)
BOX = ConsentBox()

FAULTS: dict[str, dict[str, object]] = {
    "form.box-ticked": {"boxes": (BOX, attrs.evolve(BOX, ticked=True))},
    "form.box-not-separate": {"boxes": (attrs.evolve(BOX, separate=False),)},
    "form.box-required": {"boxes": (attrs.evolve(BOX, required=True),)},
    "form.box-several-purposes": {"boxes": (ConsentBox(purposes=(cb.Purpose.MARKETING, cb.Purpose.TRACKING)),)},
    "form.partners-in-one-box": {"boxes": (attrs.evolve(BOX, partners=True),)},
    "form.no-consent-box": {"boxes": ()},
    "form.notice-version-missing": {"notice_version": " "},
    "form.withdrawal-not-said": {"says_how_to_withdraw": False},
    "form.too-many-optional": {"questions": asks("last_name*, birth_date, interests, sex")},
    "form.question-not-needed": {"questions": asks("last_name*, birth_date*")},
    "form.special-category": {"questions": asks("last_name*, religion")},
    "form.incentive-tied": {"incentive": "10 % off"},
}


def codes_of(form: CollectionForm, schema: Schema = SCHEMA) -> list[str]:
    return [found.code for found in lint_form(form, schema=schema)]


def test_a_good_form_gives_nothing() -> None:
    assert codes_of(GOOD) == []


@pytest.mark.parametrize("code", FAULTS)
def test_each_fault_is_found_by_its_rule_alone(code: str) -> None:
    schema = cb.schema.extend(religion=str)
    form = attrs.evolve(GOOD, **FAULTS[code])  # type: ignore[arg-type] # a table of cases
    assert codes_of(form, schema) == [code]


def test_every_rule_has_a_case_and_every_code_a_rule() -> None:
    listed = [rule.code for rule in RULES]
    assert sorted(FAULTS) == sorted(listed) == sorted(code.id for code in codes.CODES)


@pytest.mark.parametrize("code", FAULTS)
def test_each_finding_names_the_form_and_cites_its_source_in_both_languages(code: str) -> None:
    form = attrs.evolve(GOOD, **FAULTS[code])  # type: ignore[arg-type] # a table of cases
    (found,) = lint_form(form, schema=cb.schema.extend(religion=str))
    assert "Form till" in found.say("en")
    assert "Formulaire till" in found.say("fr")
    assert CATALOG[code].citation is not None


@pytest.mark.parametrize(("optional", "wrong"), [("", False), (", sex", False), (", sex, interests", False)])
def test_up_to_two_optional_questions_are_no_burden(optional: str, wrong: bool) -> None:
    form = attrs.evolve(GOOD, questions=asks("last_name*" + optional))
    assert ("form.too-many-optional" in codes_of(form)) is wrong


def test_optional_questions_are_counted_at_a_purchase_only() -> None:
    questions = asks("last_name*, birth_date, interests, sex, household")
    form = attrs.evolve(GOOD, source=cb.CollectionSource.QUESTIONNAIRE, questions=questions)
    assert codes_of(form) == []


def test_a_compulsory_question_may_be_justified_by_name() -> None:
    form = attrs.evolve(GOOD, questions=asks("last_name*, birth_date*"), needed=("birth_date",))
    assert codes_of(form) == []
    assert codes_of(attrs.evolve(form, needed=("age",))) == []


def test_a_custom_question_is_one_of_the_schema() -> None:
    form = attrs.evolve(GOOD, questions=asks("last_name*, rooms"))
    with pytest.raises(ValueError, match="rooms"):
        lint_form(form)
    assert codes_of(form, cb.schema.extend(cb.sectors["hotel"])) == []


def test_a_consent_answer_may_be_a_question() -> None:
    assert codes_of(attrs.evolve(GOOD, questions=asks("last_name*, opt_in_sms"))) == []
