"""From one record to one contact: each cell through its normalizer, then what the cells say together.

An `Assembler` is made for one file, with its hints; calling it gives the contact (or None when the row identifies
nobody) and what each cell gave rise to. Nothing is noted here; `clean` does that.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from contactbase.model.canonical import split
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.contact_json import field_from_json
from contactbase.model.enums import ConsentStatus, PhoneKind
from contactbase.model.hints import Hints
from contactbase.model.journal import finding
from contactbase.model.record import Record, RecordSet
from contactbase.model.schema import FieldKind, Role, Schema
from contactbase.normalize.catalog import normalizer_of
from contactbase.normalize.checks.catalog import CHECKS, checking
from contactbase.normalize.checks.check import ContactCheck
from contactbase.normalize.communes import CommuneTable
from contactbase.normalize.completion import Completion
from contactbase.normalize.consent_answer import ConsentAnswer
from contactbase.normalize.consents import ANSWER_FIELDS, Circumstances, Ledger, Reach
from contactbase.normalize.labels import label_text
from contactbase.normalize.names import NAME_FIELDS, NamesReader, RowNames, names_as_written
from contactbase.normalize.normalized import Cell, CellFinding
from contactbase.normalize.row_country import FOLLOWING, in_country
from contactbase.normalize.totals import Totals, bounce, contact_by_person, doubts, purchases
from contactbase.normalize.verified_columns import attestations_of

__all__ = ["IDENTITY", "Assembler", "contact_of"]


_TARGETS: Final = {"mobile": "phones", "landline": "phones", "email": "emails"}
_ORDER: Final = ("mobile", "email", "phones", "emails", "landline")
IDENTITY: Final = ("first_name", "last_name", "company", "emails", "phones", "address")
_TEXTABLE: Final = frozenset({PhoneKind.MOBILE, PhoneKind.FIXED_LINE_OR_MOBILE})
_JSON: Final = ("attestations", "consents", "events")
_MANY: Final = frozenset({FieldKind.PHONES, FieldKind.EMAILS, FieldKind.LINES, FieldKind.LABELS})
_ALIKE: Final = frozenset({"tags", "interests"})
_SETS: Final = 4096


_Cells = tuple[list[tuple[str, Cell[Any]]], list[tuple[str, str, Cell[Any]]]]
"""What reads the stored fields of one value, and those of several."""


class Assembler:
    """Reads the records of one part; see the module."""

    def __init__(
        self,
        part: RecordSet,
        hints: Mapping[str, Hints],
        *,
        as_of: dt.date,
        schema: Schema,
        checks: Iterable[ContactCheck] = CHECKS,
        identifying: Iterable[str] = IDENTITY,
        communes: CommuneTable | None = None,
    ) -> None:
        """Bind the normalizer of each field to the hints of its column, and the checks to the day."""
        self._as_of = as_of
        self._identifying = tuple(identifying)
        self._ledger = Ledger()
        self._sets: dict[object, object] = {}
        self._strict = part.strict
        self._split = split if part.strict else _whole
        present = [field for field in (*_ORDER, *schema) if field in hints]
        fields = list(dict.fromkeys(present))
        names = {field: hints[field] for field in fields if field in NAME_FIELDS}
        self._names: NamesReader = names_as_written if part.strict else RowNames(names)
        self._hints, self._schema = hints, schema
        self._many: list[tuple[str, str, Cell[Any]]] = []
        self._by_role: dict[Role, list[tuple[str, Cell[Any]]]] = {role: [] for role in Role}
        for field in fields:
            self._bind(field, hints[field], schema)
        self._stored, self._custom = self._by_role[Role.STORED], self._by_role[Role.CUSTOM]
        self._beside = [*self._by_role[Role.DERIVED], *self._by_role[Role.INPUT]]
        self._counted = "orders" in fields
        self._json = [field for field in _JSON if field in fields]
        self._complete = Completion(hints, strict=part.strict, communes=communes)
        self._check = checking(checks, fields, as_of=as_of)
        self._here = (self._stored, self._many)
        self._country = next((cell for field, cell in self._stored if field == "country"), None)
        self._region = hints["country"].region if self._country is not None else ""
        self._abroad: dict[str, _Cells] = {}
        if not FOLLOWING.intersection(fields):
            self._country = None

    def _bind(self, field: str, hints: Hints, schema: Schema) -> None:
        normalizer = normalizer_of(field, schema)
        if normalizer is None or field in NAME_FIELDS:
            return
        cell = normalizer.column(hints)
        target = _TARGETS.get(field, field)
        if schema[target].kind in _MANY:
            self._many.append((field, target, _WHOLE[target](cell) if self._strict and target in _WHOLE else cell))
        else:
            self._by_role[schema[field].role].append((field, cell))

    def __call__(self, record: Record, contact_id: str) -> tuple[dict[str, Any] | None, list[CellFinding]]:
        """Give the fields of the contact that a record makes (None: it identifies nobody), and the findings."""
        values = record.values
        said: list[CellFinding] = []
        out: dict[str, Any] = {"id": contact_id}
        self._names(values, out, said)
        stored, many = self._here if self._country is None else self._cells_of_row(values)
        for field, cell in stored:
            text = values.get(field)
            if text is not None:
                form = cell(text)
                if form.values:
                    out[field] = form.values[0]
                if form.findings:
                    said.append(CellFinding(field, text, form.findings))
        self._read_many(many, values, out, said)
        if not any(field in out for field in self._identifying):
            return None, said
        self._read_together(values, out, said)
        if self._check is not None:
            found = self._check(out)
            if found:
                said.extend(CellFinding(each.field or "", "", (each,)) for each in found)
        if record.extra:
            out["extra"] = record.extra
        return out, said

    def _cells_of_row(self, values: Mapping[str, str]) -> _Cells:
        """Give what reads a row: where it names another country, cells that are made when the first such row comes."""
        text = values.get("country")
        named = self._country(text).values if text is not None and self._country is not None else ()
        if not named or named[0] == self._region:
            return self._here
        country: str = named[0]
        if country not in self._abroad:
            own = {field: self._own_cell(field, country) for field in FOLLOWING.intersection(self._hints)}
            self._abroad[country] = (
                [(field, own.get(field, cell)) for field, cell in self._stored],
                [(field, target, own.get(field, cell)) for field, target, cell in self._many],
            )
        return self._abroad[country]

    def _own_cell(self, field: str, country: str) -> Cell[Any]:
        normalizer = normalizer_of(field, self._schema)
        if normalizer is None:
            raise KeyError(field)
        return in_country(normalizer, self._hints[field], country)

    def _read_many(
        self,
        many: list[tuple[str, str, Cell[Any]]],
        values: Mapping[str, str],
        out: dict[str, Any],
        said: list[CellFinding],
    ) -> None:
        found: dict[str, list[Any]] = {}
        for field, target, cell in many:
            text = values.get(field)
            if text is None:
                continue
            for piece in self._split(text):
                form = cell(piece)
                if form.values:
                    found.setdefault(target, []).extend(form.values)
                if form.findings:
                    said.append(CellFinding(field, text, form.findings))
        for target, several in found.items():
            joined = _JOIN[target](several)
            out[target] = self._same(joined) if target in _ALIKE else joined

    def _same(self, labels: object) -> object:
        """Give an equal set that another contact has, so that a large base holds it once."""
        if len(self._sets) >= _SETS:
            self._sets.clear()
        return self._sets.setdefault(labels, labels)

    def _read_together(self, values: Mapping[str, str], out: dict[str, Any], said: list[CellFinding]) -> None:
        self._complete(values, out, said)
        beside: dict[str, Any] = {}
        for field, cell in self._beside:
            text = values.get(field)
            if text is not None:
                form = cell(text)
                if form.values:
                    beside[field] = form.values[0]
                if form.findings:
                    said.append(CellFinding(field, text, form.findings))
        _add_refusals(said, beside)
        if beside:
            self._read_consents(beside, out, said)
            _read_acts(beside, out, said, counted=self._counted)
        for field in self._json:
            if field in values:
                _read_json(field, values[field], out, said)
        if self._custom:
            out["custom"] = tuple(self._read_custom(values, said))

    def _read_consents(self, beside: dict[str, Any], out: dict[str, Any], said: list[CellFinding]) -> None:
        answers = {field: beside[field] for field in beside if field in ANSWER_FIELDS}
        given, withdrawn = beside.get("consented_on"), beside.get("withdrawn_on")
        if not answers and given is None and withdrawn is None:
            return
        circumstances = Circumstances(
            incentive=beside.get("consent_incentive"),
            given_on=given,
            withdrawn_on=withdrawn,
            source=beside.get("consent_source"),
            proof=beside.get("consent_proof"),
            scope=beside.get("consent_scope"),
            recorded_on=self._as_of,
        )
        phones: tuple[Phone, ...] = out.get("phones", ())
        emails: tuple[Email, ...] = out.get("emails", ())
        reach = Reach(
            sms=tuple(phone.e164 for phone in phones if phone.kind in _TEXTABLE),
            email=tuple(email.address for email in emails),
        )
        records, findings = self._ledger(answers, reach, circumstances)
        if records:
            out["consents"] = records
        said.extend(CellFinding(found.field or "", "", (found,)) for found in findings)

    def _read_custom(self, values: Mapping[str, str], said: list[CellFinding]) -> Iterator[tuple[str, object]]:
        for field, cell in self._custom:
            text = values.get(field)
            if text is not None:
                form = cell(text)
                if form.values:
                    yield field, form.values[0]
                if form.findings:
                    said.append(CellFinding(field, text, form.findings))


_WITHDRAWN: Final = ConsentAnswer(ConsentStatus.WITHDRAWN, None)
_NOTHING_REFUSED: Final[Mapping[str, ConsentAnswer]] = {}
_REFUSED: Final[Mapping[str, Mapping[str, ConsentAnswer]]] = {
    "phone.refusal-beside": dict.fromkeys(("opt_out_phone", "opt_out_sms"), _WITHDRAWN),
    "email.refusal-beside": {"opt_out_email": _WITHDRAWN},
    "name.refusal-beside": {"opt_out": _WITHDRAWN},
}
"""What a refusal written beside a value withdraws."""


def _add_refusals(said: Iterable[CellFinding], beside: dict[str, Any]) -> None:
    """Withdraw what words beside a number, an address or a name refuse."""
    for cell in said:
        for found in cell.findings:
            beside.update(_REFUSED.get(found.code, _NOTHING_REFUSED))


def _line_reader(cell: Cell[str]) -> Cell[str]:
    """Read a street line that has been taken out of its cell already: a `|` in it is no line break."""
    return lambda line: cell(line.replace("|", "\\|"))


def _label_reader(cell: Cell[str]) -> Cell[str]:
    """Read a label that has been taken out of its cell already: a separator in it separates nothing."""
    return lambda label: cell(label_text(label))


_WHOLE: Final = {"address": _line_reader, "tags": _label_reader, "interests": _label_reader}
"""How the values of canonical text, which have been taken apart, are read."""


def _whole(text: str) -> tuple[str, ...]:
    return (text,)


def _phones(several: list[Phone]) -> tuple[Phone, ...]:
    if len(several) == 1:
        return (several[0],)
    return tuple({(phone.e164, phone.extension): phone for phone in reversed(several)}.values())[::-1]


def _emails(several: list[Email]) -> tuple[Email, ...]:
    if len(several) == 1:
        return (several[0],)
    return tuple({email.key: email for email in reversed(several)}.values())[::-1]


_JOIN: Final[Mapping[str, Callable[[list[Any]], object]]] = {
    "phones": _phones,
    "emails": _emails,
    "address": tuple,
    "interests": frozenset,
    "tags": frozenset,
}


def _read_acts(beside: Mapping[str, Any], out: dict[str, Any], said: list[CellFinding], *, counted: bool) -> None:
    totals = Totals(
        orders=beside.get("orders"),
        spent=beside.get("spent"),
        first=beside.get("first_purchase"),
        last=beside.get("last_purchase"),
    )
    events = purchases(totals)
    said.extend(CellFinding(found.field or "", "", (found,)) for found in doubts(totals, counted=counted))
    if "last_contact_by_person" in beside:
        events += (contact_by_person(beside["last_contact_by_person"]),)
    if "bounced_on" in beside:
        events += (bounce(beside["bounced_on"]),)
    if events:
        out["events"] = events
    attested = attestations_of(out, beside)
    if attested:
        out["attestations"] = attested


def _read_json(field: str, text: str, out: dict[str, Any], said: list[CellFinding]) -> None:
    try:
        read: Iterable[object] = field_from_json(field, json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        said.append(CellFinding(field, text, (finding("record.unreadable-canonical", field=field, name=field),)))
    else:
        out[field] = (*read, *out.get(field, ()))


def contact_of(out: dict[str, Any]) -> Contact:
    """Make the contact of its fields."""
    return Contact(**out)
