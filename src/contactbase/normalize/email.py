"""E-mail addresses: a cell in, the addresses it surely holds out, and a finding for everything else.

Convention: `email_syntax` says what an address is (RFC 5321, judged like email-validator 2.4 without DNS), `email_cell`
how a cell is taken apart and repaired, `email_key` when two spellings are one mailbox, `email_typo` which domain was
probably meant. The local part is stored as it was written (composed, NFC), the domain in small letters. Nothing is
looked up: whether a mailbox exists, only a message tells.

The fast path takes an ordinary address at a domain that was judged before in the same column; anything else goes the
long way, and both give the same answer.

>>> form = normalize("Léa Durand <Lea.Durand@GMAIL.com>; leo@gmial.com")
>>> [(email.address, email.key) for email in form.values]
[('Lea.Durand@gmail.com', 'leadurand@gmail.com'), ('leo@gmial.com', 'leo@gmial.com')]
>>> [found.code for found in form.findings]
['email.unwrapped', 'email.domain-typo', 'email.several-in-cell']
>>> normalize("lea,durand@example.org").findings[0].code
'email.comma-inside'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import Final

import attrs

from contactbase.model.canonical import join
from contactbase.model.codes.catalog import CATALOG
from contactbase.model.contact import Email
from contactbase.model.hints import Hints
from contactbase.model.journal import Finding
from contactbase.normalize.data.countries import NAMES
from contactbase.normalize.data.domains import ENDING_SLIPS, FILLER_DOMAINS, FILLERS, FUNCTIONS, GMAIL, WEAK_FILLERS
from contactbase.normalize.email_cell import CellReading, Reading, read_cell
from contactbase.normalize.email_key import LocalRule, local_rule, mailbox_key
from contactbase.normalize.email_syntax import DOMAIN_LIMIT, Address, Domain, Refusal, judge, judge_domain
from contactbase.normalize.email_typo import suggest
from contactbase.normalize.normalized import MAKE, Cell, FieldNormalizer, Made, Normalized, setter

__all__ = ["EMAIL", "column", "normalize", "with_disposable"]

_SIMPLE: Final = re.compile(r"[a-z0-9_\-]{1,20}+(?:\.[a-z0-9_\-]{1,20}+){0,2}+").fullmatch
"""Local parts that need no further look: within the 64 bytes and the characters of RFC 5321, in small letters."""

_ORDINARY: Final = re.compile(r"[a-zA-Z0-9_\-]{1,20}+(?:[.+][a-zA-Z0-9_\-]{1,20}+){0,2}+").fullmatch
"""The same with capitals and `+`."""

_SHORT: Final = 190
"""Characters: a domain no longer than this leaves room for such a local part in the 254 bytes of RFC 5321."""

_UNUSUAL: Final = re.compile(r"[!#$%*/=?^`{|}~]")
_MARKED: Final = FUNCTIONS | FILLERS
_MOST_HOSTS: Final = 50_000
"""Domains remembered per column; a file with more starts over."""

_COUNTRY_ENDINGS: Final = frozenset(map(str.lower, NAMES)) | frozenset("eu uk ac su".split())
_NOTHING: Final[Normalized[Email]] = Normalized()


_Known = tuple[str, LocalRule | None, str, tuple[Finding, ...]]
"""What the fast path knows of a domain as it was typed: its stored form, its rule for local parts, the domain of the
key, the findings that it brings."""


class _Column:
    """The memory of one column: its domains, judged once, and the findings that they bring."""

    __slots__ = ("disposable", "field", "hosts", "known", "plain", "remarked", "said", "separator")

    def __init__(self, hints: Hints, disposable: Collection[str]) -> None:
        self.field = hints.field or "emails"
        self.separator = hints.list_separator
        self.disposable = disposable
        self.hosts: dict[str, Domain | Refusal] = {}
        self.known: dict[str, _Known] = {}
        self.plain: dict[str, tuple[Finding, ...]] = {}
        self.said: dict[str, Finding] = {}
        self.remarked: dict[str, tuple[Finding, ...]] = {}

    def domain(self, host: str) -> Domain | Refusal:
        """Judge a domain, or remember what was said of it."""
        found = self.hosts.get(host)
        if found is None:
            if len(self.hosts) >= _MOST_HOSTS:
                self.forget()
            found = judge_domain(host)
            if len(host) <= DOMAIN_LIMIT:
                self.hosts[host] = found
                self._learn(host, found)
        return found

    def _learn(self, host: str, found: Domain | Refusal) -> None:
        """Make a domain typed in ASCII that no filler uses ready for the fast path."""
        if isinstance(found, Domain) and host.isascii() and len(host) <= _SHORT and found.text not in FILLER_DOMAINS:
            rule, key = local_rule(found.text)
            self.known[host] = (found.text, rule, key, self.remarks(found))
            if host == found.text == key:
                self.plain[host] = self.known[host][-1]

    def forget(self) -> None:
        """Start over: the memory is bounded."""
        for memory in (self.hosts, self.known, self.plain, self.remarked):
            memory.clear()

    def remarks(self, domain: Domain) -> tuple[Finding, ...]:
        """Give what is worth knowing of a valid domain, found out once."""
        found = self.remarked.get(domain.text)
        if found is None:
            found = self.remarked[domain.text] = tuple(self._remarks(domain))
        return found

    def _remarks(self, domain: Domain) -> Iterator[Finding]:
        if not domain.sure:
            yield self.say("email.idn-unverified")
        meant = suggest(domain.text)
        if meant is not None:
            code = "email.domain-typo" if meant.sure else "email.domain-doubtful"
            yield self.say(code, (("suggestion", meant.domain),))
        ending = domain.ascii.rpartition(".")[2]
        if meant is None and len(ending) > 2 and ending in ENDING_SLIPS:
            yield self.say("email.ending-typo", (("ending", ENDING_SLIPS[ending]),))
        if len(ending) == 1 or (len(ending) == 2 and ending not in _COUNTRY_ENDINGS):
            yield self.say("email.impossible-ending")
        if domain.text in self.disposable or domain.ascii in self.disposable:
            yield self.say("email.disposable")

    def say(self, code: str, details: tuple[tuple[str, str | int], ...] = ()) -> Finding:
        """Make a finding of this column; one without details is made once."""
        found = self.said.get(code) if not details else None
        if found is None:
            found = Finding(code=code, severity=CATALOG[code].severity, field=self.field, details=details)
            if not details:
                self.said[code] = found
        return found

    def read(self, text: str) -> Normalized[Email]:
        """Read any cell, the long way."""
        cell = read_cell(text, partial(judge, domain_of=self.domain), self.separator)
        if not cell.readings:
            return _NOTHING
        values: dict[str, Email] = {}
        findings: list[Finding] = []
        for reading in cell.readings:
            email = self._take(reading, findings)
            if email is not None and values.setdefault(email.key, email) is not email:
                findings.append(self.say("email.repeated-in-cell"))
        findings.extend(self._count(cell))
        return Normalized(tuple(values.values()), tuple(dict.fromkeys(findings)))

    def _count(self, cell: CellReading) -> Iterator[Finding]:
        if cell.listed > 1:
            yield self.say("email.several-in-cell", (("count", cell.listed),))

    def _take(self, reading: Reading, findings: list[Finding]) -> Email | None:
        """Give the address of a reading, or None, adding what there is to say."""
        findings.extend(map(self.say, reading.repairs))
        match reading.found:
            case None:
                return None
            case Refusal(code=code, details=details):
                findings.append(self.say(code, details))
                return None
            case Address(local=local, domain=domain):
                small = local.lower()
                if small in FILLERS or (small in WEAK_FILLERS and domain.text in FILLER_DOMAINS):
                    findings.append(self.say("email.placeholder"))
                    return None
                findings.extend(map(self.say, _remarks(small)))
                findings.extend(self.remarks(domain))
                return _email(f"{local}@{domain.text}", mailbox_key(local, domain.ascii))


def _remarks(local: str) -> Iterator[str]:
    """Name what is worth knowing of a valid local part in small letters."""
    if not local.isascii():
        yield "email.non-ascii-local"
    if _UNUSUAL.search(local):
        yield "email.unusual-character"
    if local in FUNCTIONS:
        yield "email.role-account"


def _email(address: str, key: str) -> Email:
    """Make an address whose key, where it is the same text, is the same object."""
    return Email(address, address if key == address else key)


def column(hints: Hints, disposable: Collection[str] = frozenset()) -> Cell[Email]:
    """Give the function that reads one column; it remembers up to 50,000 domains."""
    memory = _Column(hints, disposable)
    plain, known, hosts = memory.plain.get, memory.known.get, memory.hosts
    simple, ordinary, marked, dotless = _SIMPLE, _ORDINARY, _MARKED, GMAIL
    new = object.__new__
    make: Made[Email] = MAKE
    set_address, set_key = setter(Email, "address"), setter(Email, "key")

    def cell(text: str) -> Normalized[Email]:
        local, _, typed = text.partition("@")
        findings = plain(typed)
        if findings is not None and simple(local) is not None and local not in marked:
            address = key = text
            if typed in dotless and "." in local:
                key = f"{local.replace('.', '')}@{typed}"
        else:
            entry = known(typed)
            if entry is None or ordinary(local) is None:
                return again(text, typed)
            small = local.lower()
            if small in marked:
                return memory.read(text)
            domain, rule, key_domain, findings = entry
            address = text if domain == typed else f"{local}@{domain}"
            key = f"{small if rule is None else rule(small)}@{key_domain}"
            if key == address:
                key = address
        email = new(Email)
        set_address(email, address)
        set_key(email, key)
        return make(Normalized, ((email,), findings))

    def again(text: str, typed: str) -> Normalized[Email]:
        """Without its outer spaces, or with its domain judged; else the long way."""
        bare = text.strip()
        if bare != text:
            return cell(bare)
        if typed not in hosts and isinstance(memory.domain(typed), Domain):
            return cell(text)
        return memory.read(text)

    return cell


def _text(email: Email) -> str:
    """Give the canonical cell of one address (a `|` inside is escaped)."""
    return join((email.address,))


EMAIL: Final = FieldNormalizer(name="email", fields=("emails", "email"), column=column, text=_text)


def with_disposable(domains: Collection[str]) -> FieldNormalizer[Email]:
    """Give the normalizer that also reports throw-away domains.

    `domains` are in small letters, given by you; the package `disposable-email-domains` has such a set (`blocklist`).
    """
    known = frozenset(domains)
    make: Callable[[Hints], Cell[Email]] = partial(column, disposable=known)
    return attrs.evolve(EMAIL, column=make)


def normalize(text: str, hints: Hints = Hints()) -> Normalized[Email]:  # noqa: B008 - a frozen value
    """Read one cell."""
    return column(hints)(text)
