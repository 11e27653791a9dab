"""What people use for matching today: exact keys, Splink on DuckDB, recordlinkage, dedupe; on the same contacts.

Splink and recordlinkage run as their manuals advise, by expectation and maximization and without labels; dedupe is
given labels, for it cannot do without. A peer that is not installed raises ImportError.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from itertools import pairwise

from contactbase.matching.comparators.phone import is_personal
from contactbase.matching.names import fold_name
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase

Clusters = Iterable[Iterable[str]]


def components(pairs: Iterable[tuple[str, str]]) -> Clusters:
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        while (above := parent.setdefault(node, node)) != node:
            parent[node] = parent[above]
            node = parent[node]
        return node

    for one, other in pairs:
        parent[root(one)] = root(other)
    found: dict[str, list[str]] = {}
    for node in list(parent):
        found.setdefault(root(node), []).append(node)
    return found.values()


def exact_keys(base: ContactBase) -> Clusters:
    """Same e-mail, same mobile, same name and birth date, same name and postcode: what a careful script does."""
    groups: dict[Hashable, list[str]] = {}
    for contact in base.values():
        name = fold_name(f"{contact.first_name or ''} {contact.last_name or ''}").strip()
        keys: list[Hashable] = [email.key for email in contact.emails]
        keys += [phone.e164 for phone in contact.phones if is_personal(phone)]
        keys += [(name, extra) for extra in (contact.birth_date, contact.postcode) if name and extra]
        for key in keys:
            groups.setdefault(key, []).append(contact.id)
    return components(pair for held in groups.values() if len(held) <= 8 for pair in pairwise(held))


def flat(contact: Contact) -> dict[str, object]:
    return {
        "unique_id": contact.id,
        "first_name": fold_name(contact.first_name or "") or None,
        "last_name": fold_name(contact.last_name or "") or None,
        "birth_date": contact.birth_date.isoformat() if contact.birth_date else None,
        "email": contact.emails[0].key if contact.emails else None,
        "mobile": next((phone.e164 for phone in contact.phones if is_personal(phone)), None),
        "street": fold_name(contact.address[0]) or None if contact.address else None,
        "postcode": contact.postcode,
        "city": fold_name(contact.city or "") or None,
    }


BLOCKS = (
    ("email",),
    ("mobile",),
    ("first_name", "last_name"),
    ("last_name", "birth_date"),
    ("first_name", "birth_date"),
    ("last_name", "postcode"),
    ("street", "postcode"),
)


def splink(base: ContactBase) -> Clusters:
    import pandas as pd  # noqa: PLC0415
    import splink.comparison_library as cl  # noqa: PLC0415
    from splink import Linker, SettingsCreator, block_on  # noqa: PLC0415
    from splink.backends.duckdb import DuckDBAPI  # noqa: PLC0415

    frame = pd.DataFrame([flat(contact) for contact in base.values()])
    known = {name for name in frame.columns if frame[name].notna().mean() > 0.02}
    by_name = {
        "first_name": cl.JaroWinklerAtThresholds("first_name").configure(term_frequency_adjustments=True),
        "last_name": cl.JaroWinklerAtThresholds("last_name").configure(term_frequency_adjustments=True),
        "birth_date": cl.LevenshteinAtThresholds("birth_date", [1, 2]),
        "email": cl.LevenshteinAtThresholds("email", [2]),
        "mobile": cl.LevenshteinAtThresholds("mobile", [1]),
        "street": cl.LevenshteinAtThresholds("street", [2, 5]),
        "postcode": cl.ExactMatch("postcode"),
        "city": cl.JaroWinklerAtThresholds("city"),
    }
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[comparison for name, comparison in by_name.items() if name in known],
        blocking_rules_to_generate_predictions=[block_on(*names) for names in BLOCKS if known.issuperset(names)],
    )
    api = DuckDBAPI()
    linker = Linker(api.register(frame), settings)
    sure = block_on("first_name", "last_name", "birth_date")
    linker.training.estimate_probability_two_random_records_match([sure], recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    for rule in (block_on("first_name", "last_name"), block_on("birth_date")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    pairs = linker.inference.predict(threshold_match_probability=0.95)
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=0.95)
    return found.as_pandas_dataframe().groupby("cluster_id")["unique_id"].apply(list)


def recordlinkage(base: ContactBase) -> Clusters:
    import pandas as pd  # noqa: PLC0415
    import recordlinkage as rl  # noqa: PLC0415

    frame = pd.DataFrame([flat(contact) for contact in base.values()]).set_index("unique_id")
    index = rl.Index()
    for names in BLOCKS:
        if frame[list(names)].notna().all(axis=1).any():
            index.block(list(names))
    pairs = pd.MultiIndex.from_tuples([(a, b) for a, b in index.index(frame) if _same_block(frame, a, b)])
    compare = rl.Compare()
    for name in ("first_name", "last_name"):
        compare.string(name, name, method="jarowinkler", threshold=0.88, label=name)
    for name in ("birth_date", "email", "mobile", "postcode"):
        compare.exact(name, name, label=name)
    compare.string("street", "street", method="levenshtein", threshold=0.8, label="street")
    return components(rl.ECMClassifier(binarize=0.5).fit_predict(compare.compute(pairs, frame)))


def _same_block(frame: object, one: object, other: object) -> bool:
    """Blocks of recordlinkage join what is missing on both sides too; a pair of nothing is no pair."""
    left, right = frame.loc[one], frame.loc[other]  # type: ignore[attr-defined] # a pandas frame
    return any(all(left[name] is not None and left[name] == right[name] for name in names) for names in BLOCKS)


def dedupe_given(truth: Mapping[str, Hashable], labels: int) -> Callable[[ContactBase], Clusters]:
    """Run dedupe with so many labels: the pairs that it asks for, answered by the truth; threshold one half."""

    def run(base: ContactBase) -> Clusters:
        import dedupe  # noqa: PLC0415

        data = {contact.id: flat(contact) for contact in base.values()}
        names = [name for name in flat(next(iter(base.values()))) if name != "unique_id"]
        used = [name for name in names if sum(row[name] is not None for row in data.values()) > len(data) / 20]
        fields = [dedupe.variables.String(name, has_missing=True) for name in used]
        deduper = dedupe.Dedupe(fields, num_cores=1, in_memory=True)
        deduper.prepare_training(data)
        for _ in range(labels):
            ((one, other),) = deduper.uncertain_pairs()
            same = truth[str(one["unique_id"])] == truth[str(other["unique_id"])]
            answer = "match" if same else "distinct"
            deduper.mark_pairs({"match": [], "distinct": []} | {answer: [(one, other)]})
        deduper.train()
        return [list(map(str, members)) for members, _ in deduper.partition(data, 0.5) if len(members) > 1]

    return run
