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
        "errors": "ContactBaseError MessageError MissingExtra PolicyError PrivacyError ReadError SegmentError "
        "WriteError",
        "campaign.audience.allocation": "Allocation allocate",
        "campaign.audience.audience": "WHOLE_BASE Audience audience",
        "campaign.audience.comparison": "Comparison simulate",
        "campaign.audience.funnel": "Funnel",
        "campaign.audience.tested": "Tested",
        "campaign.audience.why": "Why",
        "campaign.public": "objectives returns send_plan sending sms warm_up",
        "model.consent": "ConsentRecord",
        "model.withdrawal": "Resumption Withdrawal",
        "model.contact": "Contact Email Phone",
        "model.contact_base": "ContactBase",
        "model.enums": "Channel ConsentStatus ContactKind Direction EventKind Family Incentive LegalBasis Origin "
        "PhoneKind Purpose Relationship Severity Sex",
        "model.event": "Event",
        "model.journal": "Amendment Change Decision Finding Journal Merge Outcome Rejection RetentionAction Split",
        "model.proof": "ConsentProof",
        "model.record": "Record Records",
        "model.replay": "diff restore undo",
        "model.suppression": "AddressKind Suppressed SuppressionEntry SuppressionReason SuppressionScope",
        "model.scope": "ConsentScope",
        "model.source": "Citation Period SourceRef",
        "normalize.clean": "clean",
        "normalize.communes": "CommuneTable",
        "normalize.normalized": "Normalized",
        "model.hints": "DateOrder Hints",
        "reporting.benchmarks": "Claim claims_about",
        "reporting.dominance": "Dominance base_dominance dominance",
        "matching.match": "match",
        "matching.link": "link link_files together",
        "matching.assign": "assign_households",
        "matching.provenance": "provenance",
        "matching.unmerge": "take_out unmerge",
        "matching.verdicts": "Verdicts",
        "matching.labelling": "Estimate estimate pairs_to_label verdicts_of",
        "matching.matches": "Matches",
        "matching.ledger": "ConsentMerge merged_ledger",
        "matching.merge": "dedupe merge",
        "matching.evaluation": "Calibration Evaluation evaluate pairs_completeness",
        "policy.consent_rules": "Consented ConsentRule ConsentRules LegitimateInterest Necessity ProofNeeded SoftOptIn",
        "policy.offer": "Offer",
        "policy.policy": "Policy",
        "policy.retain": "RetentionPlan retain",
        "policy.double_opt_in": "OptInState",
        "policy.sampling": "Sampling",
        "policy.standing": "Answer Standing permissions standing",
        "policy.supplied": "audit_supplied_file",
        "policy.supply_audit": "BatchVerdict RowAudit SuppliedFileAudit",
        "privacy.consent_export": "ControllerNotice to_dpv_27560",
        "policy.enact": "archive_of confirm_erasure enact reviewed",
        "policy.upcoming": "Upcoming upcoming",
        "layouts.layout": "Layout",
        "pipeline.layout_files": "LayoutProposal ProposedColumn propose_layout read_layout",
        "pipeline.layout_writing": "not_held_by",
        "pipeline.reading": "read",
        "pipeline.main_job": "RunResult run",
        "pipeline.policies": "read_policy write_policy",
        "pipeline.review": "Review apply_review review",
        "pipeline.writing": "not_held write",
        "pipeline.frames": "from_frame to_arrow to_pandas to_polars",
        "pipeline.sql.store": "from_sql to_sql",
        "pipeline.sql.beside": "journal_from_sql suppressions_from_sql",
        "pipeline.communes": "read_communes",
        "pipeline.mailing": "postal_blocks write_mailing",
        "normalize.postal_block": "postal_block",
        "pipeline.reports": "Report report",
        "privacy.keys": "KeyRing",
        "privacy.lifting": "LiftCause lift",
        "privacy.scrub": "scrub",
        "privacy.suppression": "SuppressionList",
        "privacy.taking": "Taken rekeyed take take_addresses take_hashes",
        "pipeline.stop_files": "read_keys read_suppressions write_redacted write_suppressions",
        "privacy.dimensions": "Dimension",
        "privacy.statistics": "StatisticalArchive archive_statistics",
        "privacy.register": "Party ProcessingActivity ProcessingRegister Transfer",
        "privacy.access": "AccessReport access_report",
        "privacy.changing": "rectify register_objection restrict unrestrict",
        "privacy.erasing": "CarveOut Distribution Erasure ErasureReport distribution erase",
        "privacy.portability": "PortabilityExport portability_export",
        "privacy.redaction": "Redaction redact",
        "privacy.replay": "ErasureRecord read_erasure_lines replay_erasures",
        "privacy.requests": "RequestState Right RightsRequest",
        "reporting.results.campaign": "CampaignKey campaign_results campaigns_in",
        "reporting.results.course": "QualityCourse quality_over_time",
        "reporting.results.growth": "Growth GrowthAlert GrowthMeasure growth growth_between",
        "reporting.results.lift": "Lift lift_of",
        "reporting.results.results": "CampaignResults",
        "reporting.results.tally": "Measure Tally",
        "model.rate": "Rate",
        "reporting.quality.asking": "Asking missing_fields next_best_fields",
        "reporting.quality.completeness": "BaseCompleteness Completeness Needs base_completeness completeness",
        "reporting.quality.families": "family_fields known_by_family",
        "matching.enrich": "enrich",
        "joining.join": "join",
        "joining.keyed": "Keyed KeyedEvents Keys",
        "joining.orders": "PurchaseUnit",
        "pipeline.event_files": "read_orders",
        "pipeline.order_proposals": "RoleProposal propose_roles",
        "model.attestation": "Attestation AttestationAct VerificationMethod",
        "model.attested": "attestations_of",
        "model.history": "ChangeEvent ChangeKind History change_events",
        "model.sectors.catalog": "sectors",
        "model.sectors.sector": "Sector",
        "model.verifying": "verify",
        "normalize.collection_source": "CollectionSource collection_source",
        "normalize.lookup": "ContactIndex",
        "pipeline.histories": "history",
        "policy.tracking": "permitted_events",
        "reporting.quality.form": "CollectionForm ConsentBox FormQuestion",
        "reporting.quality.form_rules": "lint_form",
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
_RENAMED: Final = {
    "F": ("segment.builder", "F"),
    "MatchModel": ("matching.model", "Model"),
    "schema": ("model.schema", "SCHEMA"),
}
_MODULES: Final = {
    "audit": "privacy.audit",
    "double_opt_in": "policy.double_opt_in",
    "policies": "policy.catalog",
    "survivorship": "matching.survivorship",
}

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
