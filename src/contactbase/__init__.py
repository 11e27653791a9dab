"""contactbase: a dirty client file in, a contact base that can be trusted out, every change with its reason.

>>> import datetime as dt
>>> import contactbase as cb
>>> base, journal = cb.clean([{"last_name": "DURAND", "mobile": "06 12 34 56 78"}], as_of=dt.date(2026, 11, 22))
>>> base["c-1"].phones[0].e164
'+33612345678'

Every name is loaded when it is first used, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

__version__ = "0.1.0"

_HOMES: Final[dict[str, str]] = {
    name: module
    for module, names in {
        "errors": "ContactBaseError MissingExtra PolicyError PrivacyError ReadError SegmentError WriteError",
        "model.consent": "ConsentRecord",
        "model.contact": "Contact Email Phone",
        "model.contact_base": "ContactBase",
        "model.enums": "Channel ConsentStatus ContactKind Direction EventKind Family LegalBasis Origin PhoneKind "
        "Purpose Relationship Severity Sex",
        "model.event": "Event",
        "model.journal": "Change Decision Finding Journal Merge Outcome Rejection RetentionAction",
        "model.record": "Record Records",
        "model.replay": "diff restore undo",
        "model.suppression": "AddressKind Suppressed SuppressionEntry SuppressionReason SuppressionScope",
        "model.source": "Citation Period SourceRef",
        "normalize.clean": "clean",
        "normalize.communes": "CommuneTable",
        "normalize.normalized": "Normalized",
        "model.hints": "DateOrder Hints",
        "matching.exact": "match",
        "matching.matches": "Matches",
        "matching.merge": "dedupe merge",
        "matching.evaluation": "Evaluation evaluate",
        "policy.policy": "Policy",
        "policy.retain": "RetentionPlan retain",
        "policy.enact": "enact",
        "layouts.layout": "Layout",
        "pipeline.layout_files": "LayoutProposal ProposedColumn propose_layout read_layout",
        "pipeline.layout_writing": "not_held_by",
        "pipeline.reading": "read",
        "pipeline.main_job": "RunResult run",
        "pipeline.writing": "write",
        "pipeline.communes": "read_communes",
        "pipeline.mailing": "postal_blocks write_mailing",
        "normalize.postal_block": "postal_block",
        "pipeline.reports": "Report report",
        "privacy.keys": "KeyRing",
        "privacy.lifting": "LiftCause lift",
        "privacy.scrub": "scrub",
        "privacy.suppression": "SuppressionList",
        "privacy.taking": "Taken rekeyed take take_addresses take_hashes",
        "pipeline.stop_files": "read_keys read_suppressions write_suppressions",
        "reporting.quality.asking": "Asking missing_fields next_best_fields",
        "reporting.quality.completeness": "BaseCompleteness Completeness Needs base_completeness completeness",
        "reporting.quality.families": "family_fields known_by_family",
        "reporting.quality.lengths": "LengthReport LengthRule check_lengths",
        "reporting.quality.minimisation": "Minimisation minimisation",
        "reporting.quality.staleness": "Staleness stale_fields",
        "reporting.quality.verification": "VerificationRate verification_rate",
        "segment.segment": "Segment Selection",
        "segment.explain": "Explanation",
        "segment.overlap": "overlap partition",
    }.items()
    for name in names.split()
}
_RENAMED: Final = {"schema": ("model.schema", "SCHEMA"), "F": ("segment.builder", "F")}
_MODULES: Final = {"policies": "policy.catalog"}

__all__ = sorted([*_HOMES, *_RENAMED, *_MODULES])  # noqa: PLE0605 - a list of texts, written in the tables above


def __getattr__(name: str) -> Any:
    """Load a public name from its home."""
    if name in _HOMES:
        found = getattr(import_module(f"contactbase.{_HOMES[name]}"), name)
    elif name in _RENAMED:
        home, inner = _RENAMED[name]
        found = getattr(import_module(f"contactbase.{home}"), inner)
    elif name in _MODULES:
        found = import_module(f"contactbase.{_MODULES[name]}")
    else:
        raise AttributeError(f"contactbase has no {name!r}.")
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
