"""What is kept from one look to the next: it must be what a look from scratch would find."""

from __future__ import annotations

from itertools import pairwise
from random import Random
from typing import Any

import attrs
import pytest

from contactbase.matching.blocking import Capped, candidates, most_in_a_block
from contactbase.matching.columns import View
from contactbase.matching.keys import KEYS
from contactbase.matching.looking import Look, look
from contactbase.matching.match import match
from contactbase.matching.merge import merge
from contactbase.matching.pool import Pool
from contactbase.matching.survivor import matching_survivor
from contactbase.model.contact import Contact
from matching.people import MAIL, someone
from matching.test_worlds import world


def merged_at_random(view: View, pool: Pool, chance: Random, times: int) -> View:
    """Merge some candidate pairs in mind, likely or not."""
    survivors: dict[str, Contact] = {}
    absorbed: set[str] = set()
    for place in chance.sample(range(len(pool.lefts)), times):
        one, other = view.contacts[pool.lefts[place]], view.contacts[pool.rights[place]]
        if not {one.id, other.id} & (survivors.keys() | absorbed):
            survivors[one.id] = matching_survivor([one, other])
            absorbed.add(other.id)
    return view.merged(survivors, absorbed)


def by_ids(pool: Pool) -> dict[tuple[str, str], int]:
    ids = [contact.id for contact in pool.view.contacts]
    return {
        (ids[left], ids[right]): pattern
        for left, right, pattern in zip(pool.lefts, pool.rights, pool.patterns, strict=True)
    }


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("people", [60, 900])
def test_a_later_pool_has_every_pair_of_a_fresh_one_with_its_pattern(seed: int, people: int) -> None:
    view = View.of(world(seed % 3, people=people, seed=40 + seed).base.values())
    pool, chance = Pool.of(view), Random(seed)
    for _ in range(3):
        view = merged_at_random(view, pool, chance, 3)
        pool, fresh = pool.again(view), Pool.of(view)
        kept, wanted = by_ids(pool), by_ids(fresh)
        assert {pair: kept.get(pair) for pair in wanted} == wanted
        assert set(pool.strong) >= set(fresh.strong)
        assert len(set(zip(pool.lefts, pool.rights, strict=True))) == len(pool.lefts)
        gone = set(range(len(view.contacts))).difference(view.living)
        assert gone.isdisjoint(pool.lefts)
        assert gone.isdisjoint(pool.rights)


def test_a_later_pool_is_made_from_scratch_where_many_have_changed() -> None:
    view = View.of(world(people=120).base.values())
    pool = Pool.of(view)
    later = merged_at_random(view, pool, Random(1), 60)
    assert pool.again(later) == Pool.of(later)


@pytest.mark.parametrize("style", [0, 1, 2])
def test_what_is_learnt_in_the_last_look_is_what_a_second_run_learns(
    style: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[Look] = []

    def watched(*args: Any, **settings: Any) -> Look:
        looks.append(look(*args, **settings))
        return looks[-1]

    monkeypatch.setattr("contactbase.matching.match.look", watched)
    base = world(style, people=1500, seed=302, dirt=1.0, repeated=0.35).base
    merged = merge(base, match(base)).value
    last = looks[-1]
    looks.clear()
    assert match(merged).clusters == ()
    assert len(last.view.living) == len(merged)
    assert looks[0].judge.model == last.judge.model


def test_the_copy_that_a_cluster_goes_by_stands_for_the_others_whatever_the_order_of_letters() -> None:
    same = [someone(key, "Léa", "Durand", mail=MAIL) for key in ("c-10", "c-9")]
    other = someone("c-11", "Noé", "Roy", mail="roy@example.org")
    view, copies = View.of([*same, other]).distinct(lambda _contact: None)
    assert copies == {"c-9": ("c-10",)}
    assert [contact.id for contact in view.contacts] == ["c-11", "c-9"]


def test_a_block_that_is_too_large_is_parted_and_what_is_lost_is_counted() -> None:
    contacts = [
        someone(f"c-{n:03}", f"Nom{n % 50:02}", "Durand", mail=f"shared.{n % 2}@example{n}.org") for n in range(100)
    ]
    capped = {one.rule.name: one for one in candidates(View.of(contacts)).capped}
    left = capped["beginning of the mailbox"]
    assert left.contacts == 100
    assert left.pairs > 1000
    assert 0 < len(left.sample) <= left.blocks


def test_a_sample_of_blocks_is_bounded_and_spread_over_all() -> None:
    capped = Capped(KEYS[0], bytearray(10_001))
    for number in range(10_000):
        capped.add([number, number + 1], 1)
    firsts = [block[0] for block in capped.sample]
    assert capped.blocks == capped.pairs == 10_000
    assert capped.contacts == 10_001
    assert len(firsts) <= 201
    assert firsts == sorted(firsts)
    assert firsts[0] == 0
    assert firsts[-1] > 9000
    assert len({two - one for one, two in pairwise(firsts)}) == 1


def test_blocks_of_weak_keys_are_smaller_in_a_larger_file() -> None:
    sizes = [most_in_a_block(contacts) for contacts in (0, 1, 25_000, 100_000, 1_000_000, 10**9)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 12
    assert sizes[-1] == 3


def test_a_view_of_merged_contacts_counts_only_those_that_are_left() -> None:
    one, two = someone("a", "Léa", "Durand"), someone("b", "Léa", "Durand", mail=MAIL)
    view = View.of([one, two]).merged({"a": attrs.evolve(two, id="a")}, {"b"})
    assert list(view.living) == [0]
    assert view.by_name["email"].known == view.by_name["first_name"].known == 1
