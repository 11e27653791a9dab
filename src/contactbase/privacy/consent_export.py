"""Consent records for others: ISO/IEC TS 27560 in the words of the W3C Data Privacy Vocabulary, as JSON-LD.

One record for each purpose and channel, with every event of the ledger (given, refused, withdrawn, ...), after the W3C
guide on ISO/IEC TS 27560:2023 (read on 28 November 2026; the ISO text itself was not). The person, the addresses and
the pieces of evidence stand as keyed fingerprints: whoever has the key can find them again, nobody else can.

>>> from contactbase.privacy.keys import KeyRing
>>> line = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.GIVEN, at=dt.date(2026, 1, 5), proof="form-7")
>>> notice = ControllerNotice(
...     name="Maison Exemple", address="1 rue Haute, 69001 Lyon", contact="mailto:privacy@example.org",
...     notice="https://example.org/privacy", withdrawal="https://example.org/stop", retention="P3Y", location="FR",
... )
>>> ring = KeyRing.of("contactbase-test-key-v1-32bytes!")
>>> found = to_dpv_27560(Contact(id="c-1", consents=(line,)), notice, keys=ring, as_of=dt.date(2026, 3, 1))
>>> found["@graph"][0]["dpv:hasConsentStatus"]
{'@id': 'dpv:ConsentGiven'}
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact
from contactbase.model.enums import Channel, ConsentStatus, LegalBasis, Purpose
from contactbase.model.ledger import Part, about, governing
from contactbase.model.proof import ConsentProof
from contactbase.model.scope import ConsentScope
from contactbase.privacy.keys import KeyRing

__all__ = ["SCHEMA_VERSION", "ControllerNotice", "to_dpv_27560"]

Node = dict[str, object]

SCHEMA_VERSION: Final = "https://w3id.org/dpv/schema/dpv-27560#record"
"""What a record conforms to: the profile of ISO/IEC TS 27560:2023 by the Data Privacy Vocabulary."""
_CONTEXT: Final[Node] = {
    "dct": "http://purl.org/dc/terms/",
    "dpv": "https://w3id.org/dpv#",
    "pd": "https://w3id.org/dpv/pd#",
    "loc": "https://w3id.org/dpv/loc#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_SEAL: Final = "contactbase:consent-record:v1"


@attrs.frozen(kw_only=True)
class ControllerNotice:
    """Who is answerable and what people were told: the fields of a record that no ledger holds.

    `contact`, `notice` and `withdrawal` are URLs (`mailto:` too), `retention` an ISO 8601 duration, `location` and
    `jurisdiction` ISO 3166-1 alpha-2 codes, `language` that of the notice.
    """

    name: str
    address: str
    contact: str
    notice: str
    withdrawal: str
    retention: str
    location: str
    jurisdiction: str = "FR"
    language: str = "fr"


_STATUS: Final[Mapping[ConsentStatus, str]] = {
    ConsentStatus.REQUESTED: "dpv:ConsentRequested",
    ConsentStatus.REQUEST_DEFERRED: "dpv:ConsentRequestDeferred",
    ConsentStatus.GIVEN: "dpv:ConsentGiven",
    ConsentStatus.RENEWED: "dpv:RenewedConsentGiven",
    ConsentStatus.REFUSED: "dpv:ConsentRefused",
    ConsentStatus.WITHDRAWN: "dpv:ConsentWithdrawn",
    ConsentStatus.REVOKED: "dpv:ConsentRevoked",
    ConsentStatus.INVALIDATED: "dpv:ConsentInvalidated",
    ConsentStatus.EXPIRED: "dpv:ConsentExpired",
    ConsentStatus.UNKNOWN: "dpv:ConsentUnknown",
}
_BASIS: Final[Mapping[LegalBasis, str]] = {
    LegalBasis.CONSENT: "dpv:Consent",
    LegalBasis.SOFT_OPT_IN: "dpv:LegitimateInterest",
    LegalBasis.LEGITIMATE_INTEREST: "dpv:LegitimateInterest",
    LegalBasis.CONTRACT: "dpv:Contract",
    LegalBasis.LEGAL_OBLIGATION: "dpv:LegalObligation",
}
_PURPOSE: Final[Mapping[Purpose, str]] = {
    Purpose.MARKETING: "dpv:DirectMarketing",
    Purpose.SERVICE: "dpv:ServiceProvision",
    Purpose.TRANSACTIONAL: "dpv:CustomerOrderManagement",
    Purpose.SAFETY: "dpv:Purpose",
    Purpose.TRACKING: "dpv:ServiceUsageAnalytics",
    Purpose.STATISTICS: "dpv:Purpose",
}
_DATA: Final[Mapping[Channel, str]] = {
    Channel.SMS: "pd:TelephoneNumber",
    Channel.PHONE: "pd:TelephoneNumber",
    Channel.EMAIL: "pd:EmailAddress",
    Channel.POST: "pd:PhysicalAddress",
}
_BY_CONTROLLER: Final = frozenset(
    {ConsentStatus.REQUESTED, ConsentStatus.REVOKED, ConsentStatus.INVALIDATED, ConsentStatus.EXPIRED}
)
"""States that somebody else than the person brings about."""


def to_dpv_27560(contact: Contact, notice: ControllerNotice, *, keys: KeyRing, as_of: dt.date) -> Node:
    """Give the consent ledger of a contact as JSON-LD: one consent record per purpose and channel.

    The status of each record is the one that stands as of a day. No personal value is in it, only fingerprints.
    """
    subject = f"urn:contactbase:subject:{keys.seal(_SEAL, contact.id)}"
    matters = dict.fromkeys((line.purpose, line.channel) for line in contact.consents)
    writer = _Writer(subject, notice, keys, as_of)
    return {
        "@context": dict(_CONTEXT),
        "@graph": [
            writer.record(purpose, channel, about(contact.consents, channel, purpose))
            for purpose, channel in sorted(matters)
        ],
    }


@attrs.frozen
class _Writer:
    subject: str
    notice: ControllerNotice
    keys: KeyRing = attrs.field(repr=False)
    as_of: dt.date

    def record(self, purpose: Purpose, channel: Channel, lines: list[ConsentRecord]) -> Node:
        """Give one record: metadata, processing, parties, events."""
        name = hashlib.sha256(f"{self.subject}\n{purpose.value}\n{channel.value}".encode()).hexdigest()[:32]
        return {
            "@id": f"urn:contactbase:consent:{name}",
            "@type": "dpv:ConsentRecord",
            "dct:conformsTo": SCHEMA_VERSION,
            "dct:identifier": name,
            "dpv:hasIdentifier": name,
            "dct:created": _date(self.as_of),
            "dpv:hasDataSubject": {"@type": "dpv:DataSubject", "dct:identifier": self.subject},
            "dpv:hasConsentStatus": {"@id": _STATUS[self.status(lines)]},
            "dpv:hasProcess": self.process(purpose, channel, lines),
            "dct:hasPart": [self.event(line) for line in sorted(lines, key=_order)],
        }

    def status(self, lines: Iterable[ConsentRecord]) -> ConsentStatus:
        """Give the state that stands: what governs, or else the last thing that was stated."""
        held = list(lines)
        found = governing(held, self.as_of)
        if found.part is Part.LAPSE:
            return ConsentStatus.EXPIRED
        if found.lines:
            return found.lines[0].status
        neutral = [line for line in sorted(held, key=_order) if line.status in _NEUTRAL]
        return neutral[-1].status if neutral else ConsentStatus.UNKNOWN

    def process(self, purpose: Purpose, channel: Channel, lines: Iterable[ConsentRecord]) -> Node:
        """Give what the consent is for."""
        notice = self.notice
        partners = dict.fromkeys(name for line in lines for name in _partners(line))
        return {
            "@type": "dpv:Process",
            "dpv:hasPurpose": {"@type": _PURPOSE[purpose], "dct:title": f"{purpose.value} by {channel.value}"},
            "dpv:hasLegalBasis": {"@id": "dpv:Consent"},
            "dpv:hasPersonalData": [{"@type": _DATA[channel]}],
            "dpv:hasDataController": {
                "@type": "dpv:DataController",
                "dpv:hasName": notice.name,
                "dpv:hasAddress": notice.address,
                "dpv:hasContact": notice.contact,
            },
            "dpv:hasRecipient": [{"@type": "dpv:ThirdParty", "dpv:hasName": name} for name in partners],
            "dpv:hasNotice": {"@id": notice.notice, "@type": "dpv:ConsentNotice", "dct:language": notice.language},
            "dpv:hasStorageCondition": {
                "@type": "dpv:StorageCondition",
                "dpv:hasLocation": {"@id": f"loc:{notice.location}"},
                "dpv:hasDuration": {"@type": "xsd:duration", "@value": notice.retention},
            },
            "dpv:hasJurisdiction": {"@id": f"loc:{notice.jurisdiction}"},
            "dpv:hasConsentControl": {"@type": "dpv:WithdrawConsent", "dpv:hasContact": notice.withdrawal},
        }

    def event(self, line: ConsentRecord) -> Node:
        """Give one line of the ledger as an event; what is not known of it is left out."""
        by_person = line.status not in _BY_CONTROLLER
        found: Node = {
            "@type": _STATUS[line.status],
            "dpv:hasConsentStatus": {"@id": _STATUS[line.status]},
            "dpv:hasLegalBasis": {"@id": _BASIS[line.basis]},
            "dpv:isImplementedByEntity": self.subject if by_person else self.notice.name,
        }
        if line.at is not None:
            found["dct:date"] = _date(line.at)
        if line.recorded_on is not None:
            found["dct:dateSubmitted"] = _date(line.recorded_on)
        if line.expires_on is not None:
            found["dct:valid"] = _date(line.expires_on)
        if line.address is not None:
            found["dpv:hasPersonalData"] = {
                "@type": _DATA[line.channel],
                "dct:identifier": self.keys.digest(line.channel.value, line.address),
            }
        proof = ConsentProof.read(line.proof)
        if proof is not None:
            found["dpv:hasNotice"] = self.shown(proof)
        return found

    def shown(self, proof: ConsentProof) -> Node:
        """Give what the person was shown, and the fingerprint of the evidence."""
        known = {
            "dct:title": proof.form,
            "dct:hasVersion": proof.version,
            "dct:identifier": proof.text_hash,
            "dct:dateAccepted": proof.confirmed_on and _date(proof.confirmed_on),
            "dct:provenance": proof.evidence and self.keys.seal(_SEAL, proof.evidence),
        }
        return {"@type": "dpv:ConsentNotice"} | {name: value for name, value in known.items() if value is not None}


_NEUTRAL: Final = frozenset({ConsentStatus.REQUESTED, ConsentStatus.REQUEST_DEFERRED})


def _order(line: ConsentRecord) -> tuple[dt.date, dt.date, str]:
    return (line.at or dt.date.min, line.recorded_on or dt.date.min, line.status.value)


def _partners(line: ConsentRecord) -> tuple[str, ...]:
    scope = ConsentScope.read(line.scope)
    return () if scope is None else scope.partners


def _date(day: dt.date) -> Node:
    return {"@type": "xsd:date", "@value": day.isoformat()}
