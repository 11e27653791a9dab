"""How a consent can be shown: the form, its version, the text that was read, the evidence, the second opt-in.

Whoever relies on consent must be able to demonstrate it (GDPR art. 7(1)); CNIL takes a hash of the form and a dated
picture of each version as such (cookies recommendation of 2020). A consent record holds a proof as one text, so that
files, SQL and the segment language read it as it is and equal proofs are one object: a plain reference stays as it
was written, anything more is a JSON object. `ConsentProof.read` gives it back.

>>> proof = ConsentProof.shown("I want the newsletter.", form="newsletter", version="3", evidence="scan-17")
>>> proof.text[:42], ConsentProof.read(proof.text) == proof
('{"form":"newsletter","version":"3","text_h', True)
>>> ConsentProof.read("scan-17")
ConsentProof(form=None, version=None, confirmed_on=None, incentive=None, parental=False)
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from typing import Any, Final

import attrs

from contactbase.model.enums import Incentive
from contactbase.model.object_text import known, read_object, text_part, write_object

__all__ = ["ConsentProof", "hash_of", "is_proof", "weakest"]


def hash_of(text: str) -> str:
    """Give the hash of the words that a person was shown (SHA-256 of their UTF-8), as a proof keeps it."""
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@attrs.frozen(kw_only=True)
class ConsentProof:
    """What shows one consent. `text_hash` is `hash_of` the words shown; `evidence` refers to a scan, a log, a file.

    `confirmed_on` is the day of the second opt-in (the link in the message that asks to confirm), `incentive` what
    was given in return, `parental` that a holder of parental authority agreed together with the child.
    """

    form: str | None = attrs.field(default=None, converter=known)
    version: str | None = attrs.field(default=None, converter=known)
    text_hash: str | None = attrs.field(default=None, converter=known, repr=False)
    evidence: str | None = attrs.field(default=None, converter=known, repr=False)
    confirmed_on: dt.date | None = None
    incentive: Incentive | None = None
    parental: bool = False

    @classmethod
    def shown(
        cls,
        words: str,
        *,
        form: str | None = None,
        version: str | None = None,
        evidence: str | None = None,
        confirmed_on: dt.date | None = None,
    ) -> ConsentProof:
        """Make the proof of a consent given to these words; of the words, their hash is kept."""
        return cls(form=form, version=version, text_hash=hash_of(words), evidence=evidence, confirmed_on=confirmed_on)

    @property
    def proves(self) -> bool:
        """Something that can be looked at is named: a form, a text, a piece of evidence or a confirmation."""
        return any((self.form, self.text_hash, self.evidence, self.confirmed_on))

    @property
    def names_text(self) -> bool:
        """The words that the person read can be found again (R26): by their hash, or by form and version."""
        return self.text_hash is not None or (self.form is not None and self.version is not None)

    @property
    def text(self) -> str:
        """The proof as one text: the bare reference where there is nothing else, a JSON object otherwise."""
        return write_object(attrs.asdict(self), plain="evidence")

    @classmethod
    def read(cls, text: str | None) -> ConsentProof | None:
        """Read what `text` gave; any other text is a reference to evidence. None for no text."""
        if not text or text.isspace():
            return None
        found = read_object(text, _DECODE)
        return cls(evidence=text) if found is None else cls(**found)


def weakest(text: str | None, others: Iterable[str | None]) -> str | None:
    """Give a proof as far as others, of the same consent as other records have it, are no weaker.

    What another lacks (a proof at all, the words, the second opt-in, the parent) is taken from it, and what another was
    given in return for stands in it. The same text where nothing is weaker.
    """
    proofs = [ConsentProof.read(other) for other in dict.fromkeys(others) if other != text]
    own = ConsentProof.read(text)
    if own is None or not proofs:
        return text
    found = [proof for proof in proofs if proof is not None and proof.proves]
    if len(found) < len(proofs):
        return None
    words = own.names_text and not all(proof.names_text for proof in found)
    incentives = [proof.incentive for proof in (own, *found) if proof.incentive is not None]
    weaker = attrs.evolve(
        own,
        version=None if words else own.version,
        text_hash=None if words else own.text_hash,
        confirmed_on=own.confirmed_on if all(proof.confirmed_on for proof in found) else None,
        incentive=min(incentives, key=list(Incentive).index, default=None),
        parental=own.parental and all(proof.parental for proof in found),
    )
    if weaker == own:
        return text
    return weaker.text if weaker.proves else None


def is_proof(text: str | None) -> bool:
    """Tell whether the text of a proof names something that can be looked at."""
    if not text or text.isspace():
        return False
    proof = ConsentProof.read(text) if text.startswith("{") else None
    return proof is None or proof.proves


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("true or false is expected")
    return value


_DECODE: Final = {
    **dict.fromkeys(("form", "version", "text_hash", "evidence"), text_part),
    "confirmed_on": dt.date.fromisoformat,
    "incentive": Incentive,
    "parental": _flag,
}
