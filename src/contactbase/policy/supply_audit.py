"""What an audit of a supplied file found: as values, as text in English and French, as JSON and as HTML.

>>> from contactbase.policy.supplied import audit_supplied_file
>>> print(as_text(audit_supplied_file([], controller="Maison Exemple", as_of=dt.date(2026, 11, 22))).splitlines()[0])
Maison Exemple, 2026-11-22: refuse the file (0 of 0 rows accepted)
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from html import escape
from typing import Final

import attrs

from contactbase.model.codes.catalog import CATALOG
from contactbase.model.enums import Channel
from contactbase.model.journal import Finding
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Language, Text
from contactbase.policy.sampling import Sampling

__all__ = ["SOURCES", "BatchVerdict", "RowAudit", "SuppliedFileAudit"]

SOURCES: Final = (
    Citation(
        authority="CNIL",
        instrument="EDF, FORIOU, SAN-2025-001",
        locator="check the form and the list of partners, be able to produce evidence (reported by "
        "gerardin-avocat.com, feral.law, deleporte-wentz, nomosparis.com)",
        confidence=Confidence.SECONDARY,
    ),
    Citation(
        authority="CNIL",
        instrument="CALOGA, 15 May 2025",
        locator="whoever uses purchased data verifies the consent",
        confidence=Confidence.OFFICIAL,
    ),
    Citation(
        authority="European Union",
        instrument="GDPR",
        locator="art. 7(1) evidence of consent, art. 14 informing within one month",
        confidence=Confidence.OWN_JUDGEMENT,
    ),
)


class BatchVerdict(StrEnum):
    """What to do with a supplied file: import it, import its accepted rows only, or refuse it."""

    IMPORT = "import"
    IMPORT_ACCEPTED = "import_accepted"
    REFUSE = "refuse"


@attrs.frozen(kw_only=True)
class RowAudit:
    """One row: its id, the channels that it may be used for (none: it is refused), and the codes of what it lacks."""

    id: str
    channels: tuple[Channel, ...]
    codes: tuple[str, ...]

    @property
    def accepted(self) -> bool:
        """It may be used on a channel."""
        return bool(self.channels)


@attrs.frozen(kw_only=True)
class SuppliedFileAudit:
    """What was found of a supplied file.

    `findings` are about the whole of it, `inform_by` is the day until which everybody imported must be told where their
    address came from, `unreadable` counts the rows that could not be read.
    """

    controller: str
    as_of: dt.date
    verdict: BatchVerdict
    rows: tuple[RowAudit, ...] = attrs.field(repr=lambda rows: f"<{len(rows)}>")
    findings: tuple[Finding, ...]
    sampling: Sampling = attrs.field(repr=False)
    inform_by: dt.date
    unreadable: int = 0

    @property
    def accepted(self) -> tuple[str, ...]:
        """The ids of the rows that may be imported; none where the file is refused."""
        if self.verdict is BatchVerdict.REFUSE:
            return ()
        return tuple(row.id for row in self.rows if row.accepted)

    @property
    def counts(self) -> dict[str, int]:
        """How many rows have each code, the most frequent first."""
        counts = Counter(code for row in self.rows for code in row.codes)
        return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))

    def __str__(self) -> str:
        return as_text(self)

    def say(self, language: Language = "en") -> str:
        """Give the audit in words, in English or French."""
        return as_text(self, language)

    def to_json(self) -> dict[str, object]:
        """Give the audit as a JSON object: ids, codes, counts, no personal value."""
        return as_json(self)

    def _repr_html_(self) -> str:
        return as_html(self)


_HEAD: Final = Text(
    "{controller}, {day}: {verdict} ({accepted} of {rows} rows accepted)",
    "{controller}, {day} : {verdict} ({accepted} lignes acceptées sur {rows})",
)
_VERDICTS: Final = {
    "import": Text("import the file", "importer le fichier"),
    "import_accepted": Text("import the accepted rows only", "n'importer que les lignes acceptées"),
    "refuse": Text("refuse the file", "refuser le fichier"),
}
_COUNT: Final = Text("{count} rows: {code}, {title}", "{count} lignes : {code}, {title}")
_SAMPLE: Final = Text(
    "To check with the supplier: {size} of {population} accepted rows ({ids}). If none is bad, at most {share} % of "
    "them may be, at 95 % confidence.",
    "À vérifier auprès du fournisseur : {size} des {population} lignes acceptées ({ids}). Si aucune n'est mauvaise, "
    "{share} % au plus peuvent l'être, à 95 % de confiance.",
)
_INFORM: Final = Text(
    "Everybody imported must be told by {day} who supplied their address.",
    "Chaque personne importée doit être informée au plus tard le {day} du fournisseur de son adresse.",
)
_SHOWN: Final = 10


def _head(audit: SuppliedFileAudit, language: Language) -> str:
    rows = len(audit.rows) + audit.unreadable
    return _HEAD.say(
        language,
        controller=audit.controller,
        day=audit.as_of,
        verdict=_VERDICTS[audit.verdict].say(language),
        accepted=sum(row.accepted for row in audit.rows),
        rows=rows,
    )


def _sentences(audit: SuppliedFileAudit, language: Language) -> Iterator[str]:
    for found in audit.findings:
        yield f"{found.code}: {found.say(language)}"
    for code, count in audit.counts.items():
        yield _COUNT.say(language, count=count, code=code, title=CATALOG[code].title.say(language))


def _closing(audit: SuppliedFileAudit, language: Language) -> Iterator[str]:
    sampling = audit.sampling
    if sampling.ids:
        more = ", …" if len(sampling.ids) > _SHOWN else ""
        yield _SAMPLE.say(
            language,
            size=len(sampling.ids),
            population=sampling.population,
            ids=", ".join(sampling.ids[:_SHOWN]) + more,
            share=f"{100 * sampling.worst_share(0):.1f}",
        )
    if audit.accepted:
        yield _INFORM.say(language, day=audit.inform_by)


def as_text(audit: SuppliedFileAudit, language: Language = "en") -> str:
    """Give the verdict, what is wrong with the whole and with rows, the sample, the duty to inform, and sources."""
    lines = [_head(audit, language), *(f"- {line}" for line in _sentences(audit, language)), *_closing(audit, language)]
    return "\n".join([*lines, *(f"  {source}" for source in SOURCES)])


def as_json(audit: SuppliedFileAudit) -> dict[str, object]:
    """Give the audit as a JSON object."""
    return {
        "controller": audit.controller,
        "as_of": audit.as_of.isoformat(),
        "verdict": audit.verdict.value,
        "rows": [
            {"id": row.id, "accepted": row.accepted, "channels": [*row.channels], "codes": [*row.codes]}
            for row in audit.rows
        ],
        "unreadable": audit.unreadable,
        "findings": [{"code": found.code, **dict(found.details)} for found in audit.findings],
        "counts": audit.counts,
        "sampling": {
            "ids": [*audit.sampling.ids],
            "population": audit.sampling.population,
            "seed": audit.sampling.seed,
            "worst_share_if_none_is_bad": audit.sampling.worst_share(0),
        },
        "inform_by": audit.inform_by.isoformat(),
        "citations": [str(source) for source in SOURCES],
    }


def as_html(audit: SuppliedFileAudit, language: Language = "en") -> str:
    """Give the audit for a notebook."""
    items = "".join(f"<li>{escape(line)}</li>" for line in _sentences(audit, language))
    closing = "".join(f"<p>{escape(line)}</p>" for line in _closing(audit, language))
    sources = "".join(f"<li>{escape(str(source))}</li>" for source in SOURCES)
    return (
        f"<p><strong>{escape(_head(audit, language))}</strong></p><ul>{items}</ul>{closing}"
        f"<details><summary>Sources</summary><ul>{sources}</ul></details>"
    )
