"""Vendors' claims stay claims: each with its source, none in a rule."""

from __future__ import annotations

import pytest

from contactbase.model.enums import Channel
from contactbase.model.source import Confidence
from contactbase.reporting.benchmarks import CLAIMS, Claim, claims_about


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=CLAIMS)
def test_a_claim_says_whose_it_is_in_both_languages(claim: Claim) -> None:
    assert claim.citation.confidence is Confidence.VENDOR
    assert "(a vendor's claim)" in claim.say()
    assert "(argument d'un vendeur)" in claim.say("fr")
    assert claim.low is None or claim.high is None or 0 <= claim.low <= claim.high <= 1


def test_what_cannot_be_measured_is_said_to_be_so() -> None:
    assert "cannot be measured" in CLAIMS["sms.opened"].say()
    assert "33700" in CLAIMS["sms.not-filtered"].say("fr")
    assert CLAIMS["sms.clicked"].refuted is None


def test_claims_are_found_by_channel() -> None:
    assert len(claims_about(Channel.SMS)) == len(CLAIMS)
    assert claims_about(Channel.POST) == ()
