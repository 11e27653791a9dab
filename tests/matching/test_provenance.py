from __future__ import annotations

from contactbase.matching.merge import dedupe
from contactbase.matching.provenance import provenance
from contactbase.pipeline.reading import read
from matching.people import MAIL, MOBILE, base_of, someone


def test_every_surviving_value_is_from_a_record_that_said_it() -> None:
    base = base_of(
        someone("c-1", "Léa", "Durand", mail=MAIL, tags=frozenset({"vip"})),
        someone("c-2", "Léa", "Durand", mail=MAIL, mobile=MOBILE, city="Lyon"),
        someone("c-3", None, "Durand", mail=MAIL, tags=frozenset({"salon"})),
    )
    merged, journal = dedupe(base)
    (merge,) = journal.merges
    told = provenance(merged["c-1"], merge)
    assert told["emails"] == ("c-1", "c-2", "c-3")
    assert (told["phones"], told["city"], told["tags"]) == (("c-2",), ("c-2",), ("c-1", "c-3"))
    assert all(told.values())


def test_a_column_that_holds_the_truth_is_kept_beside_and_never_read() -> None:
    text = "id;true_id;cluster;nom;email\n1;7;7;Durand;lea@example.org\n"
    (record,) = read(text.encode(), region="FR").value
    assert set(record.values) == {"id", "last_name", "email"}
    assert {"true_id", "cluster"} <= {name for name, _ in record.extra}
