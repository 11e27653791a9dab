from __future__ import annotations

import datetime as dt
import json
from typing import Any

import attrs
import pytest

import contactbase as cb
from contactbase.model.proof import ConsentProof
from contactbase.model.scope import ConsentScope
from contactbase.policy.sampling import draw
from contactbase.policy.supplied import audit_supplied_file
from contactbase.policy.supply_audit import BatchVerdict, SuppliedFileAudit

TODAY = dt.date(2026, 11, 22)
US = "Maison Exemple"
PROOF = ConsentProof.shown("I agree to offers of the partners named.", form="jeu-des-maisons", version="4")
NAMED = ConsentScope(controller="Fichier Exemple", partners=("Maison Exemple", "Studio Exemple"))


def row(number: int = 1, grant: dict[str, Any] | None = None, **said: Any) -> cb.Contact:
    address = f"p{number}@example.org"
    known: dict[str, Any] = {
        "channel": cb.Channel.EMAIL,
        "status": cb.ConsentStatus.GIVEN,
        "at": dt.date(2026, 3, 1) + dt.timedelta(days=number % 200),
        "proof": PROOF,
        "scope": NAMED,
        "address": address,
    }
    consents = () if grant == {} else (cb.ConsentRecord(**{**known, **(grant or {})}),)
    contact: dict[str, Any] = {
        "id": f"c-{number}",
        "emails": (cb.Email(address, address),),
        "supplier": "Fichier Exemple",
        "origin": cb.Origin.BOUGHT,
        "collected_on": dt.date(2026, 3, 1),
        "consents": consents,
    }
    return cb.Contact(**{**contact, **said})


def audit(*rows: cb.Contact, **more: Any) -> SuppliedFileAudit:
    return audit_supplied_file(cb.ContactBase.of(rows), **{"controller": US, "as_of": TODAY, **more})


@pytest.mark.parametrize(
    ("one", "codes"),
    [
        (row(), ()),
        (row(origin=None), ()),
        (row(supplier=None), ("supply.no-supplier",)),
        (row(collected_on=None), ("supply.no-collection-date",)),
        (
            row(collected_on=TODAY + dt.timedelta(days=1)),
            ("supply.collected-in-future", "supply.consent-before-collection"),
        ),
        (row(grant={}), ("consent.no-record",)),
        (row(grant={"at": None}), ("consent.undated-grant",)),
        (row(grant={"proof": None}), ("consent.proof-missing",)),
        (row(grant={"scope": None}), ("consent.scope-missing",)),
        (row(grant={"scope": "Fichier Exemple"}), ("consent.out-of-scope",)),
        (row(grant={"status": cb.ConsentStatus.REFUSED}), ("consent.refused",)),
        (row(grant={"expires_on": TODAY - dt.timedelta(days=1)}), ("consent.expired",)),
        (row(grant={"proof": attrs.evolve(PROOF, incentive=cb.Incentive.CONTEST)}), ("consent.contest",)),
        (row(grant={"address": "other@example.org"}), ("consent.address-mismatch",)),
        (row(origin=cb.Origin.RENTED), ("consent.rental-end-unknown",)),
        (row(origin=cb.Origin.RENTED, rental_end=TODAY - dt.timedelta(days=1)), ("consent.rental-ended",)),
    ],
)
def test_a_row_is_refused_for_what_it_lacks(one: cb.Contact, codes: tuple[str, ...]) -> None:
    found = audit(one)
    assert found.rows[0].codes == codes
    assert found.rows[0].accepted == (not codes)
    assert found.verdict is (BatchVerdict.REFUSE if codes else BatchVerdict.IMPORT)


def test_a_row_is_accepted_for_the_channels_that_its_consents_name() -> None:
    (found,) = audit(row(), channels=cb.Channel).rows
    assert (found.channels, found.codes) == ((cb.Channel.EMAIL,), ())
    assert audit(row(), channels=(cb.Channel.SMS,)).rows[0].channels == ()


def test_a_reference_without_the_words_is_accepted_and_asked_about() -> None:
    (found,) = audit(row(grant={"proof": "log-17"})).rows
    assert (found.accepted, found.codes) == (True, ("consent.text-unknown",))


def test_a_policy_adds_what_it_asks_for() -> None:
    child = row(birth_date=dt.date(2013, 1, 1))
    assert audit(child).rows[0].accepted
    assert audit(child, policy=cb.policies.FR).rows[0].codes == ("consent.minor",)


def bad(number: int) -> cb.Contact:
    return row(number, grant={})


@pytest.mark.parametrize(
    ("good", "refused", "verdict"),
    [(0, 0, "refuse"), (10, 0, "import"), (8, 2, "import_accepted"), (7, 2, "refuse"), (0, 1, "refuse")],
)
def test_a_file_is_refused_when_more_of_it_is_than_is_tolerated(good: int, refused: int, verdict: str) -> None:
    found = audit(*(row(n) for n in range(good)), *(bad(n) for n in range(100, 100 + refused)))
    assert found.verdict == verdict
    assert len(found.accepted) == (0 if verdict == "refuse" else good)
    assert audit(row(1), bad(2), tolerance=50).verdict is BatchVerdict.IMPORT_ACCEPTED


def codes(found: SuppliedFileAudit) -> list[str]:
    return [each.code for each in found.findings]


def test_what_all_rows_have_alike_is_no_evidence_of_any() -> None:
    day, size = dt.date(2026, 5, 1), 20
    alike = [row(n, grant={"at": day, "proof": "certificate-1"}) for n in range(size)]
    assert codes(audit(*alike)) == ["supply.one-day-for-all", "supply.one-proof-for-all"]
    assert codes(audit(*alike[:-1])) == []
    assert codes(audit(*(row(n) for n in range(size)))) == []
    assert codes(audit(*(row(n, supplier=f"S{n % 2}") for n in range(size)))) == ["supply.several-suppliers"]


def test_rows_of_a_file_are_read_first_and_those_that_cannot_be_are_refused() -> None:
    head = "Nom;E-mail;Fournisseur;Date de collecte;Optin e-mail;Date optin;Preuve optin;Portée consentement\n"
    text = (
        f"{head}Durand;lea@example.org;Fichier Exemple;01/03/2026;oui;02/03/2026;form-7;Maison Exemple\n"
        "Martin;ana@example.org;Fichier Exemple;;oui;02/03/2026;form-7;Maison Exemple\n"
    )
    records = cb.read(text.encode("utf-8")).value
    found = audit_supplied_file(records, controller=US, as_of=TODAY)
    assert [(one.accepted, one.codes[0]) for one in found.rows] == [
        (True, "consent.text-unknown"),
        (False, "supply.no-collection-date"),
    ]
    assert audit_supplied_file([], controller=US, as_of=TODAY).verdict is BatchVerdict.REFUSE


def test_the_day_to_inform_people_by_is_a_month_after_the_file_came() -> None:
    assert audit(row(), as_of=dt.date(2026, 8, 31)).inform_by == dt.date(2026, 9, 30)


def test_the_sample_is_the_same_each_time_and_says_what_it_shows() -> None:
    rows = [row(n) for n in range(300)]
    one, other = audit(*rows).sampling, audit(*reversed(rows)).sampling
    assert one == other
    assert (len(one.ids), one.population) == (30, 300)
    assert one.worst_share(0) == pytest.approx(1 - 0.05 ** (1 / 30))
    shares = [one.worst_share(bad) for bad in range(31)]
    assert shares == sorted(shares)
    assert shares[30] == 1.0


def test_a_sample_of_everything_leaves_nothing_open_and_one_of_nothing_all() -> None:
    assert draw(["a", "b"], 5, seed="x").worst_share(0) == 0
    assert draw(["a", "b", "c", "d"], 4, seed="x").worst_share(1) == 0.25
    assert draw([], 5, seed="x").worst_share(0) == 1.0
    with pytest.raises(ValueError, match="Give a number from 0 to 2"):
        draw(["a", "b"], 2, seed="x").worst_share(3)
    with pytest.raises(ValueError, match="Give 0 or more"):
        draw(["a"], -1, seed="x")


def test_an_audit_prints_in_two_languages_as_json_and_in_a_notebook_and_names_nobody() -> None:
    found = audit(*(row(n, first_name="Léa", last_name="Durand") for n in range(12)), bad(99))
    english, french, html = str(found), found.say("fr"), found._repr_html_()
    assert english.startswith("Maison Exemple, 2026-11-22: import the accepted rows only (12 of 13 rows accepted)")
    assert "1 rows: consent.no-record" in english
    assert "n'importer que les lignes acceptées (12 lignes acceptées sur 13)" in french
    assert "informée au plus tard le 2026-12-22" in french
    assert "&lt;script&gt;" in audit(row(), controller="<script>")._repr_html_()
    read = json.loads(json.dumps(found.to_json()))
    assert (read["verdict"], read["counts"], read["inform_by"]) == (
        *("import_accepted", {"consent.no-record": 1}, "2026-12-22"),
    )
    for said in (english, french, html, repr(found), json.dumps(read)):
        assert not any(word in said for word in ("Léa", "Durand", "@example"))
