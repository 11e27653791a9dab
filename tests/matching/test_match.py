from __future__ import annotations

import datetime as dt
import json
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.matching.match import match
from contactbase.matching.matches import Verdict
from contactbase.matching.merge import merge
from contactbase.matching.verdicts import Verdicts
from contactbase.model.contact import Contact, Email
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Origin
from laws.strategies import bases
from matching.people import LANDLINE, MAIL, MOBILE, base_of, someone

BORN = dt.date(1980, 5, 3)
HOME = {"postcode": "69003", "city": "Lyon", "address": ("12 bd du Gal Leclerc",)}
HOME_OF_ALL: dict[str, Any] = {"mail": MAIL, "landline": LANDLINE, **HOME}
ALSO_HOME = {"postcode": "69003", "city": "LYON", "address": ("12, boulevard du Général Leclerc",)}


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (someone("a", "Léa", "Durand", mail=MAIL), someone("b", "LEA", "DURAND", mail=MAIL), Verdict.SAME),
        (someone("a", "Léa", "Durand", mail=MAIL), someone("b", mail=MAIL), Verdict.SAME),
        (someone("a", "Léa", "Durand", mail=MAIL), someone("b", "Paul", "Durand", mail=MAIL), Verdict.DIFFERENT),
        (someone("a", "Léa", "Durand", mobile=MOBILE), someone("b", "L.", "Durand", mobile=MOBILE), Verdict.SAME),
        (someone("a", "Léa", "Durand", mobile=MOBILE), someone("b", "Durand", "Léa", mobile=MOBILE), Verdict.SAME),
        (someone("a", "Léa", "Durand", birth_date=BORN), someone("b", "Durand", "Léa", birth_date=BORN), Verdict.SAME),
        (someone("a", "Léa", "Durand", birth_date=BORN), someone("b", "Paul", "Durand", birth_date=BORN), "review"),
        (someone("a", "Léa", "Durand", **HOME), someone("b", "Léa", "Durand", **ALSO_HOME), Verdict.SAME),
        (someone("a", "Léa", "Durand", **HOME), someone("b", "Paul", "Durand", **ALSO_HOME), Verdict.DIFFERENT),
        (
            someone("a", "Léa", "Durand", landline=LANDLINE),
            someone("b", "Paul", "Durand", landline=LANDLINE),
            "different",
        ),
        (someone("a", "Léa", "Durand"), someone("b", "Léa", "Durand"), Verdict.REVIEW),
        (someone("a", "Léa"), someone("b", "Léa"), Verdict.DIFFERENT),
    ],
)
def test_two_contacts_are_judged_by_what_they_share(one: Contact, other: Contact, verdict: Verdict) -> None:
    matches = match(base_of(one, other))
    assert matches.explain("a", "b").verdict == verdict
    assert bool(matches.clusters) == (verdict == Verdict.SAME)
    assert bool(matches.proposals) == (verdict == Verdict.REVIEW)


@pytest.mark.parametrize(
    "shared",
    [
        {"mail": MAIL},
        {"landline": LANDLINE, **HOME},
        {"mobile": MOBILE, **HOME},
        {"mail": MAIL, "mobile": MOBILE, **HOME},
    ],
)
def test_two_people_of_one_household_are_never_merged_and_are_told_as_a_household(shared: dict[str, Any]) -> None:
    matches = match(base_of(someone("a", "Léa", "Durand", **shared), someone("b", "Paul", "Durand", **shared)))
    assert matches.clusters == ()
    assert matches.households == (("a", "b"),)


def test_twins_stay_two_people() -> None:
    shared = {"birth_date": BORN, "landline": LANDLINE, **HOME}
    matches = match(base_of(someone("a", "Léa", "Durand", **shared), someone("b", "Anna", "Durand", **shared)))
    assert matches.clusters == ()


def test_a_father_and_a_son_of_one_name_are_for_review_at_the_most() -> None:
    home = {"landline": LANDLINE, **HOME}
    matches = match(
        base_of(
            someone("a", "Jean", "Durand", birth_date=dt.date(1950, 2, 14), **home),
            someone("b", "Jean", "Durand", birth_date=dt.date(1978, 11, 30), **home),
        )
    )
    assert matches.clusters == ()


def test_somebody_with_two_numbers_and_two_addresses_is_one_cluster() -> None:
    other_mobile, other_mail = "+33698765432", "lea.durand@example.net"
    base = base_of(
        someone("a", "Léa", "Durand", mail=MAIL, mobile=MOBILE),
        someone("b", "Léa", "Durand", mail=MAIL, mobile=other_mobile),
        someone("c", "Lea", "Durnad", mail=other_mail, mobile=other_mobile),
    )
    assert match(base).clusters == (("a", "b", "c"),)


def test_matches_may_appear_once_others_are_merged() -> None:
    base = base_of(
        someone("a", "Léa", "Durand", mail=MAIL),
        someone("b", mail=MAIL, birth_date=BORN, mobile=MOBILE),
        someone("c", "Léa", "Durand", birth_date=BORN),
    )
    assert match(base).clusters == (("a", "b", "c"),)


BROTHER = {"birth_date": dt.date(2014, 1, 2), "mail": MAIL, "mobile": MOBILE}


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        (
            someone("a", "Jean", "Faure", birth_date=dt.date(1955, 2, 3), mail=MAIL, landline=LANDLINE, **HOME),
            someone("b", "Jean", "Faure", birth_date=dt.date(1983, 7, 9), mail=MAIL, landline=LANDLINE, **HOME),
            "match.birth-dates-differ",
        ),
        (
            someone("a", "Hugo", "Faure", **{**BROTHER, "birth_date": dt.date(2010, 1, 2)}),
            someone("b", "Louis", "Faure", **BROTHER),
            "match.first-names-differ",
        ),
        (
            someone("a", "Paul", "Faure", mail=MAIL, mobile=MOBILE),
            someone("b", "Paule", "Faure", mail=MAIL, mobile=MOBILE),
            "match.first-names-differ",
        ),
        (
            someone("a", "Léa", "Faure", birth_date=BORN, mobile=MOBILE, **HOME),
            someone("b", "Léo", "Faure", birth_date=BORN, mobile=MOBILE, **HOME),
            "match.first-names-differ",
        ),
        (
            someone("a", "Jean", "Faure père", landline=LANDLINE),
            someone("b", "Jean", "Faure fils", landline=LANDLINE),
            "match.generations-differ",
        ),
        (
            someone("a", "Jean", "Martin", mail="jean.martin75@example.org", postcode="75011", city="Paris"),
            someone("b", "Jean", "Martin", mail="jean.martin94@example.org", postcode="75011", city="Paris"),
            "match.names-alone",
        ),
    ],
)
def test_families_and_namesakes_are_for_review_at_the_most_and_it_is_said_why(
    one: Contact, other: Contact, code: str
) -> None:
    matches = match(base_of(one, other))
    assert matches.clusters == ()
    assert code in matches.explain("a", "b").against


@pytest.mark.parametrize("between", [None, "J."])
def test_a_contact_that_may_be_either_of_two_people_joins_neither_whatever_the_ids(between: str | None) -> None:
    people = [(between, "Faure"), ("Jean", "Faure"), ("Julie", "Faure")]
    for ids in ("abc", "cab", "bca"):
        matches = match(base_of(*(someone(one, *name, mobile=MOBILE) for one, name in zip(ids, people, strict=True))))
        assert matches.clusters == ()
        assert len(matches.proposals) == 2


def test_a_name_and_a_town_in_common_make_no_household() -> None:
    base = base_of(
        someone("a", "Jean", "Martin", birth_date=BORN, mail="a@example.org", city="Paris"),
        someone("b", "Jeanne", "Martin", birth_date=dt.date(1955, 2, 3), mail="b@example.org", city="Paris"),
    )
    assert match(base).households == ()


@pytest.mark.parametrize(
    ("fields", "others", "code"),
    [
        ({"origin": Origin.RENTED}, {"origin": Origin.OWNED}, "match.rented"),
        ({"origin": Origin.RENTED}, {}, "match.rented"),
        ({"origin": Origin.RENTED, "supplier": "A"}, {"origin": Origin.RENTED, "supplier": "B"}, "match.rented"),
        ({"title": "M. et Mme"}, {"title": "Mme"}, "match.several-people"),
    ],
)
def test_what_stands_apart_is_never_merged(fields: dict[str, Any], others: dict[str, Any], code: str) -> None:
    base = base_of(
        someone("a", "Léa", "Durand", mail=MAIL, mobile=MOBILE, **fields),
        someone("b", "Léa", "Durand", mail=MAIL, mobile=MOBILE, **others),
    )
    matches = match(base)
    assert matches.clusters == ()
    assert code in matches.explain("a", "b").against


def test_rented_contacts_of_one_supplier_may_be_one() -> None:
    rented = {"origin": Origin.RENTED, "supplier": "A", "mail": MAIL}
    assert match(base_of(someone("a", "Léa", "Roy", **rented), someone("b", "Léa", "Roy", **rented))).clusters


def test_a_value_shared_by_many_people_is_no_evidence_and_is_reported_without_the_value() -> None:
    names = "Bruno Carla Denis Elise Fanny Gilles Henri Irene Jules Karim".split()
    base = base_of(*(someone(f"c-{n}", name, f"Nom{name}", mobile=MOBILE) for n, name in enumerate(names)))
    matches = match(base)
    assert matches.clusters == ()
    (finding,) = [finding for finding in matches.findings if finding.code == "match.shared-value"]
    assert (finding.field, finding.details) == ("phones", (("count", 10),))
    assert MOBILE not in repr(matches) + repr(finding) + finding.message


def test_one_person_with_a_row_for_every_order_is_no_crowd() -> None:
    base = base_of(*(someone(f"c-{n}", "Léa", "Durand", mail=MAIL) for n in range(5000)))
    matches = match(base)
    assert [len(cluster) for cluster in matches.clusters] == [5000]
    assert not any(finding.code == "match.shared-value" for finding in matches.findings)


def test_rows_that_say_too_little_are_not_one_person_however_many() -> None:
    base = base_of(*(someone(f"c-{n}", "Léa") for n in range(3000)))
    assert match(base).clusters == ()


def test_a_name_column_of_one_name_and_nothing_else_takes_bounded_work() -> None:
    base = base_of(*(someone(f"c-{n}", "Léa", "Durand", birth_date=BORN + dt.timedelta(days=n)) for n in range(3000)))
    assert max(map(len, match(base).clusters), default=0) < 10


def test_a_long_chain_of_one_person_ends_in_large_clusters() -> None:
    def link(n: int) -> Contact:
        mails = someone("x", mail=f"a{n}@example.org").emails + someone("x", mail=f"a{n + 1}@example.org").emails
        return attrs.evolve(someone(f"c-{n}", "Léa", "Durand"), emails=mails)

    matches = match(base_of(*map(link, range(20_000))))
    assert sum(map(len, matches.clusters)) == 20_000


@pytest.mark.parametrize(
    "wrong", [{"max_shared": 1}, {"threshold": 1.5}, {"threshold": 0.2, "review": 0.5}, {"review": 0}]
)
def test_settings_that_mean_nothing_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"(?i)give"):
        match(base_of(), **wrong)


def test_an_empty_base_and_one_contact_have_no_matches() -> None:
    assert match(base_of()).clusters == match(base_of(someone("a", "Léa", "Durand"))).clusters == ()


def test_the_explanation_speaks_both_languages_and_names_no_value() -> None:
    base = base_of(someone("a", "Léa", "Durand", mail=MAIL), someone("b", "Léa", "Durand", mail=MAIL))
    told = match(base).explain("a", "b")
    assert "the same person" in str(told)
    assert "e-mail address: an e-mail address in common" in str(told)
    assert "rests on: e-mail address" in str(told)
    assert "la même personne" in told.say("fr")
    assert json.loads(told.to_json())["verdict"] == "same"
    assert told._repr_html_().startswith("<svg")
    assert MAIL not in told.say("fr") + repr(told) + told.to_json() + told._repr_html_()


def test_the_explanation_says_what_would_turn_the_verdict() -> None:
    base = base_of(someone("a", "Léa", "Durand"), someone("b", "Léa", "Durand"))
    told = match(base).explain("a", "b")
    assert told.against == ("match.names-alone",)
    assert {turn.matter for turn in told.turns} >= {"email", "mobile", "birth_date"}
    assert "would be one person with the same" in told.say()


def test_two_of_a_cluster_that_only_others_tie_rest_on_nothing_between_them() -> None:
    matches = match(
        base_of(
            someone("a", "Léa", "Durand", mail=MAIL),
            someone("b", "Léa", "Durand", mail=MAIL, mobile="+33612345678"),
            someone("c", "L.", mobile="+33612345678"),
        )
    )
    told = matches.explain("a", "c")
    assert told.cluster == ("a", "b", "c")
    assert told.probability < told.threshold
    assert "rests on" not in told.say()
    assert "would be one person with the same mobile number" in told.say()


def test_a_cluster_is_explained_by_its_ties_and_the_weakest_of_them() -> None:
    base = base_of(
        someone("a", "Léa", "Durand", mail=MAIL, mobile=MOBILE, birth_date=BORN),
        someone("b", "Léa", "Durand", mail=MAIL, mobile=MOBILE, birth_date=BORN),
        someone("c", "Léa", "Durand", mail=MAIL),
    )
    told = match(base).explain_cluster("c")
    assert told.members == ("a", "b", "c")
    assert len(told.ties) == 2
    assert told.weakest is not None
    assert "c" in {told.weakest.left, told.weakest.right}
    assert "weakest tie" in told.say()
    with pytest.raises(KeyError):
        match(base).explain_cluster("zz")


def test_a_contact_in_no_cluster_is_told_to_be_in_none() -> None:
    told = match(base_of(someone("a", "Léa", "Durand"), someone("b", "Noé", "Roy"))).explain_cluster("a")
    assert (told.members, told.weakest, told.say()) == (("a",), None, "a is in no cluster.")


def test_explaining_an_unknown_contact_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        match(base_of(someone("a"))).explain("a", "zz")


def test_matches_as_json_hold_ids_and_levels_only() -> None:
    base = base_of(someone("a", "Léa", "Durand", mail=MAIL), someone("b", "Léa", "Durand", mail=MAIL))
    text = match(base).to_json()
    assert json.loads(text)["clusters"] == [["a", "b"]]
    assert MAIL not in text
    assert "urand" not in text


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
    assert one.model == other.model


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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (someone("a", "Hugo", "Martin", **HOME_OF_ALL), someone("b", "Louis", "Martin", **HOME_OF_ALL)),
        (someone("a", "Claude", "Fabre père", **HOME_OF_ALL), someone("b", "Claude", "Fabre fils", **HOME_OF_ALL)),
        (
            someone("a", "Jean", "Durand", birth_date=dt.date(1955, 3, 12), **HOME_OF_ALL),
            someone("b", "Jean", "Durand", birth_date=dt.date(1984, 7, 4), **HOME_OF_ALL),
        ),
        (someone("a", None, "Girard", couple=True, **HOME_OF_ALL), someone("b", "Yves", "Girard", **HOME_OF_ALL)),
    ],
)
def test_two_people_who_share_all_of_a_home_are_a_household(one: Contact, other: Contact) -> None:
    matches = match(base_of(one, other))
    assert (matches.clusters, matches.households) == ((), (("a", "b"),))


def test_two_whom_a_reviewer_has_parted_are_a_household_and_a_rented_contact_is_none_with_ours() -> None:
    twice = [someone(one, "Léa", "Durand", **HOME_OF_ALL) for one in "ab"]
    assert match(base_of(*twice), verdicts=Verdicts().different("a", "b")).households == (("a", "b"),)
    rented = attrs.evolve(twice[1], origin=Origin.RENTED, supplier="Fichiers SA")
    assert match(base_of(twice[0], rented)).households == ()


@pytest.mark.parametrize(("spellings", "expected"), [(1, []), (12, []), (40, [("match.large-cluster", "a0")])])
def test_a_person_in_very_many_spellings_is_pointed_out_and_one_in_many_copies_is_not(
    spellings: int, expected: list[tuple[str, str]]
) -> None:
    base = base_of(
        *(
            someone(f"a{n}", "Alexandre", "Villeneuve", mail="av@example.org", mobile=f"+336123{n % spellings:05}")
            for n in range(40)
        )
    )
    matches = match(base)
    assert len(matches.clusters) == 1
    assert [(one.code, one.contact) for one in matches.findings if one.code == "match.large-cluster"] == expected


def test_a_cluster_and_what_was_learnt_are_told_in_json_and_in_a_notebook() -> None:
    base = base_of(
        someone("a", "Léa", "Durand", mail=MAIL, landline=LANDLINE),
        someone("b", "Léa", "Durand", mail=MAIL, mobile=MOBILE),
        someone("c", "Léa", "Durand", mobile=MOBILE),
    )
    matches = match(base)
    told = json.loads(matches.explain_cluster("a").to_json())
    assert told["members"] == ["a", "b", "c"]
    assert [(tie["left"], tie["right"]) for tie in told["ties"]] == [("a", "b"), ("b", "c")]
    weakest = matches.explain_cluster("a").weakest
    assert weakest is not None
    assert told["weakest"] == [weakest.left, weakest.right]
    assert matches.model is not None
    assert "the same first name" in matches.model._repr_html_()


def test_contacts_of_a_thousand_addresses_are_compared_by_equal_ones_only() -> None:
    def many(contact: str, number: int) -> Contact:
        mails = (f"lea.durand.{contact}.{n}@example.org" for n in range(number))
        return attrs.evolve(someone(contact, "Léa", "Durand"), emails=tuple(Email(mail, mail) for mail in mails))

    matches = match(base_of(*(many(f"c{n}", 1000) for n in range(40))))
    assert matches.clusters == ()
    one, other = many("a", 1000), attrs.evolve(many("b", 1), emails=many("a", 1001).emails[1:])
    assert match(base_of(one, other)).clusters == (("a", "b"),)
