from __future__ import annotations

import datetime as dt
import re

import pytest

from contactbase.matching.link import link, link_files, together
from contactbase.matching.match import match
from contactbase.matching.merge import merge
from contactbase.matching.model import SHIPPED, Model
from contactbase.matching.verdicts import Verdicts
from matching.people import MAIL, MOBILE, base_of, someone

KNOWN = base_of(
    someone("b-7", "Léa", "Durand", mail=MAIL, mobile=MOBILE),
    someone("b-8", "Karim", "Petit", mobile="+33698765432"),
)


def test_a_new_record_of_somebody_known_takes_the_id_of_the_base() -> None:
    new = base_of(someone("a-1", "LEA", "DURAND", mail=MAIL, birth_date=dt.date(1980, 5, 3)))
    matches = link(new, KNOWN)
    assert matches.clusters == (("b-7", "a-1"),)
    merged = merge(together(KNOWN, new), matches).value
    assert list(merged) == ["b-7", "b-8"]
    assert merged["b-7"].birth_date == dt.date(1980, 5, 3)


def test_the_base_is_not_compared_with_itself() -> None:
    twice = base_of(someone("b-1", "Léa", "Durand", mail=MAIL), someone("b-2", "Léa", "Durand", mail=MAIL))
    assert link(base_of(someone("a-1", "Karim", "Petit", mobile=MOBILE)), twice).clusters == ()


def test_a_new_record_does_not_fuse_two_contacts_of_the_base() -> None:
    twice = base_of(someone("b-1", "Léa", "Durand", mail=MAIL), someone("b-2", "Léa", "Durand", mobile=MOBILE))
    new = base_of(someone("a-1", "Léa", "Durand", mail=MAIL, mobile=MOBILE))
    matches = link(new, twice)
    assert matches.clusters == ()
    assert {pair.right for pair in matches.proposals} == {"b-1", "b-2"}


def test_new_records_may_be_one_person_among_themselves() -> None:
    new = base_of(*(someone(f"a-{n}", "Noé", "Roy", mail="noe@example.org") for n in (1, 2)))
    assert link(new, KNOWN).clusters == (("a-1", "a-2"),)


def test_two_files_give_pairs_of_one_contact_each() -> None:
    left = base_of(*(someone(f"l-{n}", "Léa", "Durand", mail=MAIL) for n in (1, 2)))
    right = base_of(*(someone(f"r-{n}", "Léa", "Durand", mail=MAIL) for n in (1, 2)))
    assert all(len(cluster) == 2 and cluster[0].startswith("l-") for cluster in link_files(left, right).clusters)


def test_a_verdict_holds_when_linking() -> None:
    new = base_of(someone("a-1", "Léa", "Durand", mail=MAIL))
    assert link(new, KNOWN, verdicts=Verdicts().different("a-1", "b-7")).clusters == ()


def test_the_model_of_the_base_can_be_used_again() -> None:
    taught = match(KNOWN).model
    assert taught is not None
    new = base_of(someone("a-1", "Léa", "Durand", mail=MAIL))
    assert link(new, KNOWN, model=Model.from_json(taught.to_json())).model == taught


def test_one_id_in_both_is_a_wrong_program() -> None:
    with pytest.raises(ValueError, match="contacts of one id"):
        link(KNOWN, KNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[" * 100_000,
        '{"format": "other"}',
        SHIPPED.to_json().replace("first_name", "x", 1),
        '{"format": 1, "rows": []}',
        SHIPPED.to_json().replace('"contacts": 0', '"contacts": -1'),
        SHIPPED.to_json().replace('"contacts": 0', '"contacts": 1e400'),
        SHIPPED.to_json().replace('"same": 0.0002', '"same": 1e-300'),
        re.sub(r"\d\.\d+", "1e-300", SHIPPED.to_json()),
        re.sub(r"\d\.\d+", "1.0", SHIPPED.to_json()),
        re.sub(r"\d\.\d+", "1" + "0" * 400, SHIPPED.to_json()),
    ],
)
def test_a_text_that_is_no_model_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no saved model"):
        Model.from_json(text)


def test_the_model_tells_what_it_has_learnt_in_words() -> None:
    told = SHIPPED.say() + SHIPPED.say("fr")
    assert "the same first name" in told
    assert "le même prénom" in told
