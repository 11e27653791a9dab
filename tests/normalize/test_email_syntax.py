"""The judge of one address against email-validator, on generated and mutated addresses."""

from __future__ import annotations

import os

import pytest
from email_validator import EmailNotValidError, ValidatedEmail, validate_email
from hypothesis import given
from hypothesis import strategies as st

from contactbase.normalize import email_syntax
from contactbase.normalize.email_syntax import Address, Domain, Refusal, judge, judge_domain
from normalize.email_cells import addresses

COUNT = 1_000_000 if os.environ.get("CONTACTBASE_NIGHTLY") == "1" else 20_000


def reference(address: str) -> ValidatedEmail | None:
    try:
        return validate_email(address, check_deliverability=False, strict=True)
    except EmailNotValidError:
        return None


def is_listed_difference(address: str, ours: Address | Refusal, theirs: ValidatedEmail | None) -> bool:
    """Tell whether the module's docstring names this difference."""
    if isinstance(ours, Address):
        return not ours.domain.sure
    counted_in_bytes = ours.code == "email.local-too-long" and not address.isascii()
    return theirs is not None and counted_in_bytes


def test_the_judge_accepts_and_refuses_what_email_validator_does() -> None:
    disagreements = []
    agreed = {True: 0, False: 0}
    for address in addresses(COUNT):
        ours, theirs = judge(address), reference(address)
        accepted = isinstance(ours, Address)
        if accepted == (theirs is not None):
            agreed[accepted] += 1
        elif not is_listed_difference(address, ours, theirs):
            disagreements.append((address, ours))
    assert disagreements == []
    assert min(agreed.values()) > COUNT // 10


def test_an_accepted_address_has_the_form_that_email_validator_gives() -> None:
    for address in addresses(COUNT // 4, seed=12):
        ours, theirs = judge(address), reference(address)
        if not isinstance(ours, Address) or theirs is None or not ours.domain.sure:
            continue
        assert ours.domain.ascii == theirs.ascii_domain
        assert ours.local.casefold() == str(theirs.local_part).casefold()
        if "xn--" not in ours.domain.text:
            assert ours.domain.text == theirs.domain


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("lea.example.org", "email.missing-at"),
        ("@example.org", "email.missing-local"),
        ("lea@", "email.missing-domain"),
        ("lea@leo@example.org", "email.several-at"),
        ('"lea"@example.org', "email.quoted-local"),
        ("lea@[192.0.2.1]", "email.domain-literal"),
        ("lea@192.0.2.1", "email.domain-ending"),
        (".lea@example.org", "email.local-dot"),
        ("lea.@example.org", "email.local-dot"),
        ("le..a@example.org", "email.local-dot"),
        ("le a@example.org", "email.local-character"),
        ("le\u037ea@example.org", "email.local-character"),
        ("le\u200ba@example.org", "email.local-character"),
        ("\u0301lea@example.org", "email.local-character"),
        ("l\ud800a@example.org", "email.local-character"),
        ("x" * 65 + "@example.org", "email.local-too-long"),
        ("é" * 33 + "@example.org", "email.local-too-long"),
        ("lea@" + "x" * 64 + ".org", "email.domain-too-long"),
        ("lea@" + ".".join(["x" * 60] * 5), "email.domain-too-long"),
        ("x" * 64 + "@" + ".".join(["y" * 60] * 4), "email.too-long"),
        ("lea@.example.org", "email.domain-dot"),
        ("lea@example..org", "email.domain-dot"),
        ("lea@example.org.", "email.domain-dot"),
        ("lea@-example.org", "email.domain-hyphen"),
        ("lea@example-.org", "email.domain-hyphen"),
        ("lea@ab--c.org", "email.domain-hyphen"),
        ("lea@exam_ple.org", "email.domain-character"),
        ("lea@ex\u00a0mple.org", "email.domain-character"),
        ("lea@ex☃mple.org", "email.idn-invalid"),
        ("lea@xn--zz.org", "email.idn-invalid"),
        ("lea@xn--" + "9" * 59 + ".org", "email.idn-invalid"),
        ("lea@example", "email.domain-without-dot"),
        ("lea@boutique.test", "email.reserved-domain"),
        ("lea@a.localhost", "email.reserved-domain"),
        ("lea@router.local", "email.reserved-domain"),
    ],
)
def test_each_fault_has_its_code(address: str, code: str) -> None:
    found = judge(address)
    assert isinstance(found, Refusal)
    assert found.code == code


@pytest.mark.parametrize("domain", ["example.org", "example.com", "www.example", "exemple.test.fr"])
def test_example_domains_are_accepted(domain: str) -> None:
    assert judge_domain(domain) == Domain(domain, domain)


def test_the_64_of_the_local_part_counts_bytes() -> None:
    assert isinstance(judge("é" * 32 + "@example.org"), Address)
    assert reference("é" * 33 + "@example.org") is not None


def test_the_local_part_keeps_its_case_and_is_composed() -> None:
    found = judge("INFO.Le\u0301a@Example.ORG")
    assert isinstance(found, Address)
    assert found.text == "INFO.Léa@example.org"


def test_a_right_to_left_domain_is_accepted_as_not_sure() -> None:
    found = judge_domain("דוגמה.org")
    assert isinstance(found, Domain)
    assert not found.sure


@given(
    st.from_regex(r"[a-z0-9\-.]{1,40}", fullmatch=True)
    | st.from_regex(r"([a-z0-9\-]{1,8}\.){1,4}[a-z]{1,3}", fullmatch=True)
)
def test_the_quick_look_at_a_host_says_what_the_long_one_says(host: str) -> None:
    labels = host.split(".")
    long_way = email_syntax._explain_shape(host, labels) or email_syntax._judge_labels(host, labels)
    assert judge_domain(host) == long_way


@given(st.text())
def test_any_text_is_judged(text: str) -> None:
    assert isinstance(judge(text), Address | Refusal)
    assert isinstance(judge(f"lea@{text}"), Address | Refusal)
