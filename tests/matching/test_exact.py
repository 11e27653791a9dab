from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.matching.exact import match
from contactbase.matching.merge import merge
from contactbase.matching.rule import Verdict
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Origin, Sex
from laws.strategies import bases
from matching.people import LANDLINE, MAIL, MOBILE, base_of, someone

BORN = dt.date(1980, 5, 3)
HOME = {"postcode": "69003", "address": ("12 bd du Gal Leclerc",)}
ALSO_HOME = {"postcode": "69003", "address": ("12, boulevard du Général Leclerc",)}


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (someone("a", "Léa", "Durand", mail=MAIL), someone("b", "LEA", "DURAND", mail=MAIL), Verdict.SAME),
        (someone("a", "Léa", "Durand", mail=MAIL), someone("b", mail=MAIL), Verdict.SAME),
        (someone("a", mail=MAIL), someone("b", mail=MAIL), Verdict.SAME),
        (someone("a", "Léa", "Durand", mail=MAIL), someone("b", "Noé", "Durand", mail=MAIL), Verdict.DIFFERENT),
        (someone("a", "Paul", "Roy", mail=MAIL), someone("b", company="Garage Roy", mail=MAIL), Verdict.REVIEW),
        (someone("a", company="Roy", mail=MAIL), someone("b", company="Lenoir", mail=MAIL), Verdict.DIFFERENT),
        (someone("a", "Léa", "Durand", mobile=MOBILE), someone("b", "L.", "Durand", mobile=MOBILE), Verdict.SAME),
        (someone("a", "Léa", "Durand", mobile=MOBILE), someone("b", mobile=MOBILE), Verdict.REVIEW),
        (someone("a", "Léa", "Durand", mobile=MOBILE), someone("b", "Léa", "Roy", mobile=MOBILE), Verdict.REVIEW),
        (someone("a", "Léa", "Durand", landline=LANDLINE), someone("b", "Léa", "Roy", landline=LANDLINE), "different"),
        (someone("a", "Léa", "Durand", landline=LANDLINE), someone("b", "Léa", "Durand", landline=LANDLINE), "same"),
        (someone("a", "L", "Durand", landline=LANDLINE), someone("b", "L", "Durand", landline=LANDLINE), "different"),
        (someone("a", "Léa", "Durand", birth_date=BORN), someone("b", "Durand", "Léa", birth_date=BORN), Verdict.SAME),
        (someone("a", "Léa", "Durand", birth_date=BORN), someone("b", "Noé", "Durand", birth_date=BORN), "different"),
        (someone("a", "Léa", "Durand", birth_date=BORN), someone("b", None, "Durand", birth_date=BORN), "review"),
        (someone("a", "Léa", "Durand", **HOME), someone("b", "Léa", "Durand", **ALSO_HOME), Verdict.SAME),
        (someone("a", "Léa", "Durand", **HOME), someone("b", "Léa", "Durand", postcode="69003"), Verdict.REVIEW),
        (someone("a", "Léa", "Durand"), someone("b", "Léa", "Durand"), Verdict.DIFFERENT),
    ],
)
def test_two_contacts_are_judged_by_what_they_share(one: Contact, other: Contact, verdict: Verdict) -> None:
    matches = match(base_of(one, other))
    assert matches.explain("a", "b").verdict == verdict
    assert bool(matches.clusters) == (verdict == Verdict.SAME)
    assert bool(matches.proposals) == (verdict == Verdict.REVIEW)


@pytest.mark.parametrize(
    ("fields", "others", "code"),
    [
        ({"birth_date": BORN}, {"birth_date": dt.date(1981, 5, 3)}, "match.birth-dates-differ"),
        ({"origin": Origin.RENTED}, {"origin": Origin.OWNED}, "match.rented"),
        ({"origin": Origin.RENTED}, {}, "match.rented"),
        ({"origin": Origin.RENTED, "supplier": "A"}, {"origin": Origin.RENTED, "supplier": "B"}, "match.rented"),
    ],
)
def test_what_contradicts_is_never_merged(fields: dict[str, Any], others: dict[str, Any], code: str) -> None:
    base = base_of(
        someone("a", "Léa", "Durand", mail=MAIL, mobile=MOBILE, **fields),
        someone("b", "Léa", "Durand", mail=MAIL, mobile=MOBILE, **others),
    )
    matches = match(base)
    assert matches.clusters == ()
    assert code in matches.explain("a", "b").against


@pytest.mark.parametrize(
    ("shared", "clusters"),
    [
        ({"mail": MAIL, "birth_date": BORN}, (("a", "b"),)),
        ({"mobile": MOBILE, "birth_date": BORN}, (("a", "b"),)),
        ({"mail": MAIL, "mobile": MOBILE}, (("a", "b"),)),
        ({"mail": MAIL}, ()),
        ({"birth_date": BORN}, ()),
    ],
)
def test_another_last_name_needs_two_agreements(shared: dict[str, Any], clusters: tuple[tuple[str, ...], ...]) -> None:
    assert (
        match(base_of(someone("a", "Léa", "Martin", **shared), someone("b", "Léa", "Durand", **shared))).clusters
        == clusters
    )


def test_a_first_name_and_a_birth_date_in_common_are_chance() -> None:
    base = base_of(someone("a", "Léa", "Martin", birth_date=BORN), someone("b", "Léa", "Durand", birth_date=BORN))
    matches = match(base)
    assert matches.proposals == ()
    assert matches.explain("a", "b").verdict is Verdict.DIFFERENT


def test_a_couple_under_one_last_name_is_told_apart_by_sex() -> None:
    matches = match(
        base_of(someone("a", None, "Durand", mail=MAIL, sex=Sex.F), someone("b", None, "Durand", mail=MAIL, sex=Sex.M))
    )
    assert matches.clusters == ()
    assert matches.explain("a", "b").against == ("match.sexes-differ",)


def test_a_slip_of_the_title_does_not_part_one_full_name() -> None:
    base = base_of(
        someone("a", "Léa", "Durand", mail=MAIL, sex=Sex.F), someone("b", "Léa", "Durand", mail=MAIL, sex=Sex.M)
    )
    assert match(base).clusters == (("a", "b"),)


def test_sexes_filled_in_at_random_keep_nobody_apart_and_are_reported() -> None:
    noise = [someone(f"n-{n}", "Anne", f"Nom{n}", sex=[Sex.F, Sex.M][n % 2]) for n in range(40)]
    couple = [someone("a", None, "Durand", mail=MAIL, sex=Sex.F), someone("b", "Léa", "Durand", mail=MAIL, sex=Sex.M)]
    matches = match(base_of(*noise, *couple))
    assert matches.clusters == (("a", "b"),)
    assert "match.sexes-unreliable" in {finding.code for finding in matches.findings}


def test_a_contact_without_a_name_joins_neither_of_two_people() -> None:
    base = base_of(
        someone("a", "Léa", "Durand", mail=MAIL), someone("b", mail=MAIL), someone("c", "Noé", "Durand", mail=MAIL)
    )
    matches = match(base)
    assert matches.clusters == ()
    assert {(pair.left, pair.right) for pair in matches.proposals} == {("a", "b"), ("b", "c")}
    assert [finding.code for finding in matches.findings] == ["match.unclear", "match.review"]
    assert matches.explain("a", "b").against == ("match.unclear",)


def test_the_stronger_link_decides_for_a_contact_between_two_people() -> None:
    base = base_of(
        someone("a", "Léa", "Durand", mail=MAIL, mobile=MOBILE),
        someone("b", None, "Durand", mail=MAIL, mobile=MOBILE),
        someone("c", "Noé", "Durand", mail=MAIL),
    )
    assert match(base).clusters == (("a", "b"),)


def test_a_chain_does_not_fuse_two_people() -> None:
    other = "+33698765432"
    base = base_of(
        someone("a", "Léa", "Durand", mobile=MOBILE),
        attrs.evolve(
            someone("b", None, "Durand", mobile=MOBILE),
            phones=someone("x", mobile=MOBILE).phones + someone("x", mobile=other).phones,
        ),
        someone("c", "Noé", "Durand", mobile=other),
    )
    assert match(base).clusters == ()


def test_a_value_shared_by_many_people_is_no_evidence_and_is_reported_without_the_value() -> None:
    base = base_of(
        *(someone(f"c-{n}", "Léa", f"Nom{n}{n}{n}", mobile=MOBILE) for n in range(9)),
        someone("c-9", "Léa", "Nom000", mobile=MOBILE),
    )
    matches = match(base)
    assert matches.clusters == ()
    (finding,) = matches.findings
    assert (finding.code, finding.field, finding.details) == ("match.shared-value", "phones", (("count", 10),))
    assert MOBILE not in repr(matches) + repr(finding) + finding.message
    assert matches.explain("c-0", "c-9").against == ("match.shared-value",)


def test_one_person_with_a_row_for_every_order_is_no_crowd() -> None:
    base = base_of(*(someone(f"c-{n}", "Léa", "Durand", mail=MAIL) for n in range(5000)))
    matches = match(base)
    assert [len(cluster) for cluster in matches.clusters] == [5000]
    assert len(matches.pairs) < 10_000
    assert matches.findings == ()


def test_a_contact_that_holds_its_value_twice_is_not_compared_with_itself() -> None:
    twice = attrs.evolve(someone("a", "Léa", "Durand"), emails=someone("x", mail=MAIL).emails * 2)
    assert match(base_of(twice, someone("b", "Noé", "Durand", mail=MAIL))).pairs == ()


def test_a_long_chain_of_one_person_is_one_cluster() -> None:
    def link(n: int) -> Contact:
        mails = someone("x", mail=f"a{n}@example.org").emails + someone("x", mail=f"a{n + 1}@example.org").emails
        return attrs.evolve(someone(f"c-{n}", "Léa", "Durand"), emails=mails)

    assert len(match(base_of(*map(link, range(3000)))).clusters[0]) == 3000


def test_matches_may_appear_once_others_are_merged() -> None:
    base = base_of(
        someone("a", "Léa", "Durand", mail=MAIL),
        someone("b", mail=MAIL, birth_date=BORN),
        someone("c", "Léa", "Durand", birth_date=BORN),
    )
    assert match(base).clusters == (("a", "b", "c"),)


def test_fewer_than_two_sharers_is_a_wrong_argument() -> None:
    with pytest.raises(ValueError, match="Give 2 or more"):
        match(base_of(), max_shared=1)


def test_the_explanation_speaks_both_languages_and_names_no_value() -> None:
    base = base_of(someone("a", "Léa", "Durand", mail=MAIL), someone("b", "Léa", "Durand", mail=MAIL))
    told = match(base).explain("a", "b")
    assert (
        str(told)
        == "a · b: the same person\n  +1.00  Same e-mail address\n  total 1.00, threshold 1.00\n  cluster: a, b"
    )
    assert "la même personne" in told.say("fr")
    assert MAIL not in told.say("fr") + repr(told)


def test_explaining_an_unknown_contact_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        match(base_of(someone("a"))).explain("a", "zz")


FEW = settings(max_examples=60)


@FEW
@given(bases(10), st.randoms(use_true_random=False), st.sampled_from([2, 3, 8]))
def test_shuffling_the_base_changes_nothing(base: ContactBase, chance: Any, max_shared: int) -> None:
    ids = list(base)
    chance.shuffle(ids)
    one = match(base, max_shared=max_shared)
    other = match(ContactBase({contact: base[contact] for contact in ids}), max_shared=max_shared)
    assert set(one.clusters) == set(other.clusters)
    assert set(one.pairs) == set(other.pairs)
    assert set(one.proposals) == set(other.proposals)


@FEW
@given(bases(10), st.sampled_from([2, 3, 8]))
def test_the_merged_base_has_no_matches_left(base: ContactBase, max_shared: int) -> None:
    merged = merge(base, match(base, max_shared=max_shared)).value
    assert match(merged, max_shared=max_shared).clusters == ()


@FEW
@given(bases(8))
def test_explaining_is_symmetric(base: ContactBase) -> None:
    matches = match(base)
    for left in base:
        for right in base:
            if left != right:
                one, other = matches.explain(left, right), matches.explain(right, left)
                assert (one.verdict, one.evidence, one.against) == (other.verdict, other.evidence, other.against)


HOSTILE = st.sampled_from(["", " ", "\x00", "\ud800", "🙂", "עברית", "J" * 1000, "J. P.", "&", "١٢٣"]) | st.text(
    max_size=10
)


@FEW
@given(st.lists(st.tuples(HOSTILE, HOSTILE, HOSTILE, HOSTILE), max_size=6))
def test_no_text_makes_matching_fail(rows: list[tuple[str, str, str, str]]) -> None:
    base = base_of(
        *(
            someone(f"c-{n}", first, last, mail=mail, company=last, address=(street,), postcode=street, supplier=mail)
            for n, (first, last, mail, street) in enumerate(rows)
        )
    )
    match(base)
