"""The syntax of one e-mail address: what may stand before and after the @, and nothing else.

Convention: RFC 5321 and 5322 (dot-atom, lengths in bytes), RFC 6531 (characters outside ASCII), RFC 1035 and 1123
(host names), IDNA 2008 (`contactbase.normalize.idn`), IANA special-use names. The judge is email-validator 2.4 in
strict mode without DNS; `example.org` and its kin are accepted, as they are there. Deliberate differences:

- the 64 of the local part counts bytes of UTF-8, not characters (RFC 6531, 3.3);
- the local part keeps its case always (email-validator lower-cases `INFO@`, `SALES@` and other names of RFC 2142);
- an `xn--` domain stays ASCII (email-validator gives its Unicode form);
- a domain whose IDNA rules cannot be judged with certainty is accepted and says so (`sure` is False).

>>> judge("Léa.Durand@Exemple.FR")
Address(domain=Domain(text='exemple.fr', ascii='exemple.fr', sure=True))
>>> judge("lea..durand@example.org")
Refusal(code='email.local-dot', details=())
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

import attrs

from contactbase.normalize import idn
from contactbase.normalize.data.domains import RESERVED

__all__ = ["DOMAIN_LIMIT", "Address", "Domain", "Refusal", "judge", "judge_domain", "judge_local"]

LOCAL_LIMIT: Final = 64
ADDRESS_LIMIT: Final = 254
DOMAIN_LIMIT: Final = 253
LABEL_LIMIT: Final = 63

_ATEXT: Final = r"a-zA-Z0-9_!#$%&'*+\-/=?^`{|}~"
_DOT_ATOM: Final = re.compile(rf"[{_ATEXT}]++(?:\.[{_ATEXT}]++)*+").fullmatch
_DOT_ATOM_ANY: Final = re.compile(rf"[{_ATEXT}\x80-\U0010ffff]++(?:\.[{_ATEXT}\x80-\U0010ffff]++)*+").fullmatch
_ATOMS: Final = re.compile(rf"[.{_ATEXT}\x80-\U0010ffff]*+").fullmatch
_HOST: Final = re.compile(r"[a-z0-9.\-\x80-\U0010ffff]*+").fullmatch
_PLAIN_HOST: Final = re.compile(
    r"(?!.*--)(?:[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?\.)+(?:[a-z]|[a-z0-9][a-z0-9\-]{0,61}[a-z])"
).fullmatch
"""A host name of letters, digits and single hyphens: nothing else needs to be judged of it but its ending."""

_UNSAFE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"})


@attrs.frozen
class Refusal:
    """Why it is no address: a code of the catalogue and what its sentence needs."""

    code: str
    details: tuple[tuple[str, str | int], ...] = ()


@attrs.frozen
class Domain:
    """A domain as it is stored (small letters, NFC), its ASCII form, and whether all rules could be checked."""

    text: str
    ascii: str
    sure: bool = True


@attrs.frozen
class Address:
    """The two halves of a valid address."""

    local: str = attrs.field(repr=False)
    domain: Domain

    @property
    def text(self) -> str:
        """The address as it is stored."""
        return f"{self.local}@{self.domain.text}"


def judge(address: str, domain_of: Callable[[str], Domain | Refusal] | None = None) -> Address | Refusal:
    """Judge one bare address: no spaces around it, no brackets; `domain_of` stands in for `judge_domain`."""
    local, at, host = address.rpartition("@")
    if not at:
        return Refusal("email.missing-at")
    if local[:1] == '"':
        return Refusal("email.quoted-local")
    if "@" in local:
        return Refusal("email.several-at", (("count", address.count("@")),))
    composed = judge_local(local)
    if isinstance(composed, Refusal):
        return composed
    domain = (domain_of or judge_domain)(host)
    if isinstance(domain, Refusal):
        return domain
    return _judge_length(address, Address(composed, domain))


def _judge_length(written: str, address: Address) -> Address | Refusal:
    """Hold every form in which the address may be sent against the limit."""
    forms = {written, address.text, f"{address.local}@{address.domain.ascii}"}
    longest = max(len(form.encode("utf-8", "surrogatepass")) for form in forms)
    return address if longest <= ADDRESS_LIMIT else Refusal("email.too-long", (("length", longest),))


def judge_local(local: str) -> str | Refusal:
    """Judge what stands before the @; gives it composed (NFC), as RFC 6532 asks, else as written."""
    if not local:
        return Refusal("email.missing-local")
    size = len(local) if local.isascii() else len(local.encode("utf-8", "surrogatepass"))
    if size > LOCAL_LIMIT:
        return Refusal("email.local-too-long", (("length", size),))
    if _DOT_ATOM(local):
        return local
    composed = unicodedata.normalize("NFC", local)
    return _explain_local(local) or _explain_local(composed) or composed


def _explain_local(local: str) -> Refusal | None:
    """Say what is wrong with a local part; checked before and after composition, which can create `;` (U+037E)."""
    if not _ATOMS(local) or _is_unsafe(local):
        return Refusal("email.local-character")
    return None if _DOT_ATOM_ANY(local) else Refusal("email.local-dot")


def _is_unsafe(text: str) -> bool:
    """Tell whether text holds control, format, private, unassigned or space characters, or starts with a mark."""
    if text.isascii():
        return False
    return unicodedata.category(text[0])[0] == "M" or any(unicodedata.category(char) in _UNSAFE for char in text)


def judge_domain(written: str) -> Domain | Refusal:
    """Judge what stands after the @."""
    if len(written) <= DOMAIN_LIMIT and _PLAIN_HOST(written) and written.rpartition(".")[2] not in RESERVED:
        return Domain(written, written)
    if not written:
        return Refusal("email.missing-domain")
    if written[0] == "[":
        return Refusal("email.domain-literal")
    if len(written) > DOMAIN_LIMIT:
        return Refusal("email.domain-too-long", (("length", len(written)),))
    if _is_unsafe(written):
        return Refusal("email.domain-character")
    text = written.lower() if written.isascii() else idn.map_domain(written)
    labels = text.split(".")
    return _explain_shape(text, labels) or _judge_labels(text, labels)


def _explain_shape(text: str, labels: list[str]) -> Refusal | None:
    """Say what is wrong with the characters, dots and hyphens of a domain."""
    if not _HOST(text):
        return Refusal("email.domain-character")
    if "" in labels:
        return Refusal("email.domain-dot")
    if any(_bad_hyphen(label) for label in labels):
        return Refusal("email.domain-hyphen")
    return None


def _bad_hyphen(label: str) -> bool:
    """Tell whether a label breaks RFC 1123 (ends) or RFC 5890 (third and fourth place, `xn--` apart)."""
    if label[0] == "-" or label[-1] == "-":
        return True
    return label[2:4] == "--" and label[:2] != "xn"


def _judge_labels(text: str, labels: list[str]) -> Domain | Refusal:
    """Judge the labels one by one, then the domain in its ASCII form."""
    standings = [_judge_label(label) for label in labels]
    if idn.Standing.INVALID in standings:
        return Refusal("email.idn-invalid")
    ascii_labels = [idn.to_ascii(label) for label in labels]
    wire = ".".join(ascii_labels)
    longest = max(map(len, ascii_labels))
    if longest > LABEL_LIMIT or len(wire) > DOMAIN_LIMIT:
        return Refusal("email.domain-too-long", (("length", len(wire) if longest <= LABEL_LIMIT else longest),))
    if len(labels) == 1:
        return Refusal("email.domain-without-dot")
    if not wire[-1].isalpha():
        return Refusal("email.domain-ending")
    if ascii_labels[-1] in RESERVED:
        return Refusal("email.reserved-domain")
    return Domain(text, wire, idn.Standing.UNSURE not in standings)


def _judge_label(label: str) -> idn.Standing:
    if not label.isascii():
        standing = idn.judge_label(label)
        return idn.Standing.INVALID if label[:4] == "xn--" and standing is idn.Standing.VALID else standing
    if label[:4] != "xn--":
        return idn.Standing.VALID
    decoded = idn.to_unicode(label) if len(label) <= LABEL_LIMIT else None
    if decoded is None or _is_unsafe(decoded) or decoded[0] == "-" or decoded[-1] == "-" or decoded[2:4] == "--":
        return idn.Standing.INVALID
    return idn.judge_label(decoded)
