"""R21 to R26, R28, R30, R31 and R84 of the requirements: consent. Each test says its number.

R22 to R24 and R30 are held by more cases in `tests/policy/test_permission.py`. Not here: the parser of STOP replies and
the linter of R29, the access report and the erasure of R27, R32 to R34.
"""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import attrs
import pytest

import contactbase as cb

AS_OF = dt.date(2026, 11, 22)
MAIL = (cb.Email("lea@example.org", "lea@example.org"),)
PROOF = cb.ConsentProof.shown("I agree to offers by e-mail.", form="site", version="7", evidence="log-17")
FR = cb.policies.FR
STRICT = cb.policies.FR_STRICT_SEEDS


def line(status: cb.ConsentStatus = cb.ConsentStatus.GIVEN, **said: object) -> cb.ConsentRecord:
    known: dict[str, object] = {"channel": cb.Channel.EMAIL, "at": dt.date(2026, 5, 1), "proof": PROOF}
    return cb.ConsentRecord(status=status, **{**known, **said})  # type: ignore[arg-type] # fields of a record


def lea(*consents: cb.ConsentRecord, **said: object) -> cb.Contact:
    known: dict[str, object] = {"birth_date": dt.date(1990, 1, 1), "emails": MAIL}
    return cb.Contact(id="c-1", consents=consents, **{**known, **said})  # type: ignore[arg-type] # fields of a contact


def ask(contact: cb.Contact, purpose: cb.Purpose = cb.Purpose.MARKETING, policy: cb.Policy = FR) -> cb.Standing:
    offer = cb.Offer(controller="Maison Exemple")
    return cb.standing(contact, channel=cb.Channel.EMAIL, purpose=purpose, as_of=AS_OF, policy=policy, offer=offer)


ROW = {
    "email": "lea@example.org",
    "supplier": "Fichier Exemple",
    "collected_on": "2026-03-01",
    "opt_in_email": "oui",
    "consented_on": "2026-03-02",
    "consent_proof": "form-7",
    "consent_scope": "Maison Exemple",
}


@pytest.mark.parametrize("missing", ["supplier", "collected_on", "consent_scope", "consent_proof"])
def test_r21_a_supplied_row_that_lacks_one_thing_is_refused_and_a_batch_of_them_too(missing: str) -> None:
    good = cb.audit_supplied_file([ROW], controller="Maison Exemple", as_of=AS_OF)
    assert (good.verdict, len(good.sampling.ids)) == (cb.BatchVerdict.IMPORT, 1)
    bad = cb.audit_supplied_file([{**ROW, missing: ""}], controller="Maison Exemple", as_of=AS_OF)
    assert (bad.verdict, bad.rows[0].accepted) == (cb.BatchVerdict.REFUSE, False)


def test_r22_a_rental_consent_names_the_partner() -> None:
    scope = cb.ConsentScope(controller="Fichier Exemple", partners=("Maison Exemple",))
    rented = {"origin": cb.Origin.RENTED, "supplier": "Fichier Exemple", "rental_end": AS_OF}
    assert ask(lea(line(scope=scope), **rented))
    assert ask(lea(line(scope="Fichier Exemple"), **rented)).reason == "consent.out-of-scope"
    assert ask(lea(line(), **rented)).reason == "consent.scope-missing"


def test_r23_a_rented_row_is_not_merged_as_owned_nor_used_after_its_last_day() -> None:
    owned = cb.Contact(id="c-1", emails=MAIL, origin=cb.Origin.OWNED)
    rented = cb.Contact(id="c-2", emails=MAIL, origin=cb.Origin.RENTED, supplier="Fichier Exemple")
    assert len(cb.dedupe(cb.ContactBase.of([owned, rented])).value) == 2
    over = {"origin": cb.Origin.RENTED, "rental_end": AS_OF - dt.timedelta(days=1)}
    assert ask(lea(line(scope="Maison Exemple"), **over)).reason == "consent.rental-ended"


def test_r24_entering_a_contest_is_no_consent() -> None:
    entered = cb.Event(kind=cb.EventKind.CONTEST_ENTRY, at=AS_OF)
    assert ask(lea(events=(entered,))).reason == "consent.no-record"
    price = line(proof=attrs.evolve(PROOF, incentive=cb.Incentive.CONTEST))
    assert ask(lea(price)).reason == "consent.contest"


def test_r25_without_a_prior_consent_nobody_is_eligible() -> None:
    assert ask(lea()).decision is cb.Answer.DENY
    sent = cb.Event(
        kind=cb.EventKind.MESSAGE,
        at=dt.date(2026, 4, 30),
        direction=cb.Direction.FROM_US,
        channel=cb.Channel.EMAIL,
    )
    assert "consent.after-first-use" in ask(lea(line(), events=(sent,))).flags
    assert "consent.after-first-use" not in ask(lea(line())).flags


def test_r26_a_consent_says_who_when_how_which_words_and_where_the_evidence_is(tmp_path: Path) -> None:
    proof = cb.ConsentProof.read(line().proof)
    assert proof is not None
    assert (proof.form, proof.version, proof.evidence) == ("site", "7", "log-17")
    assert proof.text_hash is not None
    assert ask(lea(line(proof=None))).reason == "consent.proof-missing"
    source = tmp_path / "contacts.csv"
    source.write_text("E-mail;Optin e-mail;Date optin;Preuve optin\nlea@example.org;oui;2026-05-01;log-17\n", "utf-8")
    cb.run(source, out=tmp_path / "clean", as_of=AS_OF)
    records = cb.read(tmp_path / "clean" / "contacts.csv").value
    (kept,) = cb.clean(records, as_of=AS_OF).value.values()
    assert [found.proof for found in kept.consents] == ["log-17"]


def test_r26_a_full_proof_and_its_scope_come_back_from_the_files(tmp_path: Path) -> None:
    source = tmp_path / "contacts.csv"
    source.write_text("E-mail;Optin e-mail;Date optin\nlea@example.org;oui;2026-05-01\n", "utf-8")
    cb.run(source, out=tmp_path / "clean", as_of=AS_OF)
    beside = tmp_path / "clean" / "consents.csv"
    scope = cb.ConsentScope(controller='Maison "Exemple", fille', partners=("Studio; Exemple",))
    with beside.open(encoding="utf-8-sig", newline="") as held:
        rows = [{**row, "proof": PROOF.text, "scope": scope.text} for row in csv.DictReader(held)]
    with beside.open("w", encoding="utf-8", newline="") as held:
        writer = csv.DictWriter(held, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    for _ in range(2):
        (kept,) = cb.clean(cb.read(tmp_path / "clean" / "contacts.csv").value, as_of=AS_OF).value.values()
        (found,) = kept.consents
        assert cb.ConsentProof.read(found.proof) == PROOF
        assert cb.ConsentScope.read(found.scope) == scope
        cb.run(tmp_path / "clean" / "contacts.csv", out=tmp_path / "again", as_of=AS_OF)
        (tmp_path / "clean" / "consents.csv").write_bytes((tmp_path / "again" / "consents.csv").read_bytes())


def test_r28_a_withdrawal_holds_at_once_whatever_its_day_and_way() -> None:
    for at in (None, dt.date(2020, 1, 1), AS_OF, dt.date(2030, 1, 1)):
        refused = ask(lea(line(), line(cb.ConsentStatus.WITHDRAWN, at=at)))
        assert bool(refused) == (at == dt.date(2020, 1, 1))
    unsubscribed = cb.Event(kind=cb.EventKind.UNSUBSCRIBE, at=AS_OF)
    assert ask(lea(line(), events=(unsubscribed,))).reason == "consent.withdrawn"


def test_r30_service_and_safety_need_no_consent_and_r31_the_strict_rules_ask_for_it() -> None:
    refused = lea(line(cb.ConsentStatus.WITHDRAWN), line(cb.ConsentStatus.WITHDRAWN, purpose=cb.Purpose.SERVICE))
    assert ask(refused, cb.Purpose.SERVICE).reason == "consent.necessary"
    assert ask(refused, cb.Purpose.SAFETY).reason == "consent.necessary"
    assert ask(refused, cb.Purpose.SERVICE, STRICT).reason == "consent.withdrawn"
    assert ask(refused, cb.Purpose.SAFETY, STRICT).reason == "consent.necessary"


def test_r84_a_double_opt_in_goes_from_requested_to_given_to_confirmed() -> None:
    steps = [cb.double_opt_in.request(channel=cb.Channel.EMAIL, at=dt.date(2026, 11, 1))]
    steps.append(cb.double_opt_in.answer(steps, at=dt.date(2026, 11, 2), proof=PROOF))
    steps.append(cb.double_opt_in.confirm(steps, at=dt.date(2026, 11, 3)))
    states = [cb.double_opt_in.opt_in_state(steps[:n], as_of=AS_OF) for n in range(4)]
    assert states == [cb.OptInState(text) for text in ("not_asked", "requested", "given", "confirmed")]
