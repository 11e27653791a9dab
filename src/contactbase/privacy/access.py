"""The answer to a request for access (GDPR art. 15): everything known of one contact and about its use.

The data themselves, each field with where it came from; the consents and events; who received data; what was decided;
until when it is kept; what the suppression list says; and the points of art. 15(1): purposes, recipients, time limits,
rights, the authority, sources, automated decisions, taken from the register. What the register does not say is said to
be missing, not left out. As JSON, as text and as a page, in English or French.

The report holds personal data and is for the person alone: check who asks before you send it.

>>> base = ContactBase.of([Contact(id="c-1", last_name="Durand", city="Lyon")])
>>> report = access_report(base, "c-1", as_of=dt.date(2026, 11, 22))
>>> print(report.to_text("fr").splitlines()[0])
Réponse à une demande d'accès (RGPD art. 15), au 2026-11-22
>>> report
AccessReport(contact='c-1', as_of=datetime.date(2026, 11, 22))
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any, Final

import attrs

from contactbase.errors import PrivacyError
from contactbase.model.canonical import compact_consent, compact_event, contact_texts
from contactbase.model.codes.catalog import CATALOG
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, Purpose
from contactbase.model.journal import Changes, Decision, Finding, Journal, Merge
from contactbase.model.schema import SCHEMA
from contactbase.model.text import Language, Text
from contactbase.policy.clock import start_of
from contactbase.policy.deadline import deadline
from contactbase.policy.policy import Policy
from contactbase.privacy.erasing import Distribution, recipients_of
from contactbase.privacy.register import ProcessingRegister
from contactbase.privacy.suppression import SuppressionList

__all__ = ["AccessReport", "Section", "access_report"]

_Row = tuple[Text, str]


def _both(text: str) -> Text:
    return Text(text, text)


@attrs.frozen(kw_only=True)
class Section:
    """One part of the report: its name in JSON, its title, rows of a label and a text."""

    name: str
    title: Text
    rows: tuple[_Row, ...] = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class AccessReport:
    """Everything for one person. `data` is the same as plain values, for programs."""

    contact: str
    as_of: dt.date
    sections: tuple[Section, ...] = attrs.field(repr=False)
    data: Mapping[str, Any] = attrs.field(repr=False)

    def to_json(self) -> str:
        """Give the report as JSON, under names that do not depend on the language."""
        return json.dumps(self.data, ensure_ascii=False, indent=1) + "\n"

    def to_text(self, language: Language = "en") -> str:
        """Give the report in words."""
        lines = [self._title(language), ""]
        for section in self.sections:
            lines += [section.title.say(language), *self._lines(section, language), ""]
        return "\n".join([*lines, _NO_ADVICE.say(language)]) + "\n"

    def _title(self, language: Language) -> str:
        return _TITLE.say(language, as_of=self.as_of.isoformat())

    def _lines(self, section: Section, language: Language) -> Iterator[str]:
        if not section.rows:
            yield f"  {_NOTHING.say(language)}"
        for label, text in section.rows:
            yield f"  {label.say(language)}: {text}" if text else f"  {label.say(language)}"

    def to_html(self, language: Language = "en") -> str:
        """Give the report as one self-contained page that loads nothing."""
        parts = [_HEAD.format(language=language, title=escape(self._title(language)))]
        for section in self.sections:
            rows = "".join(
                f"<tr><th>{escape(label.say(language))}</th><td>{escape(text)}</td></tr>"
                for label, text in section.rows
            )
            body = f"<table>{rows}</table>" if rows else f"<p>{escape(_NOTHING.say(language))}</p>"
            parts.append(f"<h2>{escape(section.title.say(language))}</h2>{body}")
        return "\n".join([*parts, f"<p>{escape(_NO_ADVICE.say(language))}</p></body></html>"]) + "\n"


_HEAD: Final = (
    '<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title><style>'
    "body{{font:16px/1.5 system-ui,sans-serif;max-width:50em;margin:2em auto;padding:0 1em}}"
    "table{{border-collapse:collapse;width:100%}}th,td{{text-align:left;vertical-align:top;padding:.3em .6em;"
    "border-bottom:1px solid #ccc}}th{{width:35%;font-weight:600}}td{{overflow-wrap:anywhere}}"
    "</style></head><body><h1>{title}</h1>"
)
_TITLE: Final = Text(
    "Answer to a request for access (GDPR art. 15), as of {as_of}",
    "Réponse à une demande d'accès (RGPD art. 15), au {as_of}",
)
_NOTHING: Final = Text("nothing is held", "aucune donnée détenue")
_NOT_SAID: Final = Text("not filled in by the controller", "non renseigné par le responsable")
_NO_ADVICE: Final = Text(
    "Made from the data held; it is no legal advice.",
    "Établi à partir des données détenues ; ce document n'est pas un conseil juridique.",
)
_RIGHTS: Final = (
    Text("rectification (art. 16)", "rectification (art. 16)"),
    Text("erasure (art. 17)", "effacement (art. 17)"),
    Text("restriction (art. 18)", "limitation (art. 18)"),
    Text("portability (art. 20)", "portabilité (art. 20)"),
    Text("objection, to marketing at any time and without a reason (art. 21)",
         "opposition, à la prospection à tout moment et sans motif (art. 21)"),
    Text("withdrawal of a consent at any time (art. 7(3))", "retrait d'un consentement à tout moment (art. 7(3))"),
    Text("complaint to a supervisory authority (art. 77)", "réclamation auprès d'une autorité de contrôle (art. 77)"),
)  # fmt: skip
_BESIDE: Final = frozenset({"consents", "events"})
_SOURCE: Final = Text("source", "source")


def access_report(
    base: ContactBase,
    contact_id: str,
    *,
    as_of: dt.date,
    journal: Journal = Journal(),  # noqa: B008 - a frozen value
    policy: Policy | None = None,
    register: ProcessingRegister | None = None,
    stops: SuppressionList | None = None,
    distributed: Iterable[Distribution] = (),
) -> AccessReport:
    """Gather everything about one contact; PrivacyError for an id that is not in the base.

    `journal` is that of cleaning, merging and deciding: it says where each field came from, what was merged and
    decided. `policy` gives the retention deadlines, `register` the purposes and recipients, `stops` the prohibitions
    and the keys under which `distributed` names people.
    """
    if contact_id not in base:
        raise PrivacyError(f"There is no contact {contact_id!r} in this base.")
    contact = base[contact_id]
    received = recipients_of(contact_id, distributed, stops) if stops is not None else ()
    found: list[tuple[Section, object]] = [
        _fields(contact, journal),
        _table(
            "consents", Text("Consents and refusals", "Consentements et refus"), map(compact_consent, contact.consents)
        ),
        _table("events", Text("What happened", "Historique"), map(compact_event, contact.events)),
        _merged(contact_id, journal),
        _findings(contact_id, journal),
        _decisions(contact_id, journal),
        _retention(contact, policy, as_of),
        _prohibitions(contact, stops, as_of),
        _recipients(received, register),
        *_register(register),
        _rights(),
    ]
    data = {"contact": contact_id, "as_of": as_of.isoformat()} | {section.name: value for section, value in found}
    return AccessReport(contact=contact_id, as_of=as_of, sections=tuple(section for section, _ in found), data=data)


def _fields(contact: Contact, journal: Journal) -> tuple[Section, object]:
    places = _places(contact, journal)
    rows: list[_Row] = []
    values: dict[str, object] = {}
    for name, text in contact_texts(contact).items():
        if name in _BESIDE:
            continue
        field = SCHEMA.get(name)
        rows.append((field.title if field is not None else _both(name), text))
        values[name] = {
            "value": text,
            "family": str(field.family) if field is not None else None,
            "source": places.get(name),
        }
        if name in places:
            rows.append((Text(f"  {_SOURCE.en}", f"  {_SOURCE.fr}"), places[name]))
    for name, text in contact.extra:
        rows.append((_both(name), text))
        values[f"column:{name}"] = {"value": text, "family": None, "source": places.get("")}
    return Section(name="fields", title=Text("Your data", "Vos données"), rows=tuple(rows)), values


def _places(contact: Contact, journal: Journal) -> dict[str, str]:
    """Give where each field came from: the row of the entry that holds that value; under "" the contact's own row."""
    rows = {
        entry.contact: str(entry.source) for entry in journal.entries if isinstance(entry, Changes) and entry.source
    }
    members = [contact]
    for entry in journal.entries:
        if isinstance(entry, Merge) and entry.kept == contact.id:
            members = [entry.before, *entry.absorbed]
    held = [(contact_texts(member), rows[member.id]) for member in members if member.id in rows]
    places = {name: place for name, text in contact_texts(contact).items() for place in _first(held, name, text)}
    return places | ({"": rows[contact.id]} if contact.id in rows else {})


def _first(held: Sequence[tuple[Mapping[str, str], str]], name: str, text: str) -> Sequence[str]:
    """Give the place of the first entry that holds a text in a field; nothing where several make it up together."""
    return [place for texts, place in held if texts.get(name) == text][:1]


def _table(name: str, title: Text, lines: Iterable[Mapping[str, object]]) -> tuple[Section, object]:
    held = [{key: str(value) for key, value in line.items()} for line in lines]
    rows = tuple(
        (_both(f"{number}"), ", ".join(f"{key}: {text}" for key, text in line.items()))
        for number, line in enumerate(held, 1)
    )
    return Section(name=name, title=title, rows=rows), held


def _merged(contact_id: str, journal: Journal) -> tuple[Section, object]:
    found = [
        {"contact": one.id, "reason": entry.reason, "data": contact_texts(one)}
        for entry in journal.entries
        if isinstance(entry, Merge) and entry.kept == contact_id
        for one in entry.absorbed
    ]
    rows = tuple(
        (_both(str(one["contact"])), f"{one['reason']}; " + ", ".join(f"{k}: {v}" for k, v in _items(one["data"])))
        for one in found
    )
    title = Text("Duplicate entries merged into this one", "Doublons fusionnés dans cette fiche")
    return Section(name="merged", title=title, rows=rows), found


def _items(found: object) -> Sequence[tuple[str, str]]:
    return list(found.items()) if isinstance(found, Mapping) else []


def _findings(contact_id: str, journal: Journal) -> tuple[Section, object]:
    held = [entry for entry in journal.entries if isinstance(entry, Finding) and entry.contact == contact_id]
    rows = tuple((CATALOG[one.code].title, str(one.source or "")) for one in held)
    values = [{"code": one.code, "field": one.field, "source": str(one.source) if one.source else None} for one in held]
    return Section(
        name="findings", title=Text("What was noticed in the data", "Constats sur les données"), rows=rows
    ), values


def _decisions(contact_id: str, journal: Journal) -> tuple[Section, object]:
    held = [entry for entry in journal.entries if isinstance(entry, Decision) and entry.contact == contact_id]
    rows = tuple((CATALOG[one.code].title, f"{one.action}, {one.rule}, {one.due_on or '-'}") for one in held)
    values = [
        {
            "action": one.action.value,
            "code": one.code,
            "rule": one.rule,
            "due_on": one.due_on.isoformat() if one.due_on else None,
            "as_of": one.as_of.isoformat(),
            "citations": [str(citation) for citation in one.citations],
        }
        for one in held
    ]
    return Section(name="decisions", title=Text("Decisions taken", "Décisions prises"), rows=rows), values


def _retention(contact: Contact, policy: Policy | None, as_of: dt.date) -> tuple[Section, object]:
    rows: list[_Row] = []
    values: list[dict[str, object]] = []
    for rule in policy.retention_of(contact, as_of=as_of) if policy is not None else ():
        start = start_of(contact, (*rule.clocks, *rule.doubtful_clocks))
        due = None if start is None or rule.months is None else deadline(start.day, rule.months)
        rows.append((rule.title, due.isoformat() if due else "?"))
        values.append(
            {
                "rule": rule.id,
                "from": start.day.isoformat() if start else None,
                "until": due.isoformat() if due else None,
            }
        )
    title = Text("Kept until", "Conservé jusqu'au")
    return Section(name="retention", title=title, rows=tuple(rows)), values


def _prohibitions(contact: Contact, stops: SuppressionList | None, as_of: dt.date) -> tuple[Section, object]:
    title = Text("Channels on which you are not contacted", "Canaux sur lesquels vous n'êtes pas contacté")
    rows: list[_Row] = []
    values: list[dict[str, object]] = []
    if stops is None:
        return Section(name="prohibitions", title=title, rows=()), values
    for channel in Channel:
        said = stops.judge(contact, channel=channel, purpose=Purpose.MARKETING, as_of=as_of)
        for entry in said.entries:
            why, since = CATALOG[entry.reason.code].title, str(entry.created or "?")
            rows.append((Text(f"{channel}: {why.en}", f"{channel} : {why.fr}"), since))
            values.append({"channel": channel.value, "reason": entry.reason.value, "since": since})
    return Section(name="prohibitions", title=title, rows=tuple(rows)), values


def _recipients(received: tuple[str, ...], register: ProcessingRegister | None) -> tuple[Section, object]:
    declared = [name for activity in register.activities for name in activity.recipients] if register else []
    names = tuple(dict.fromkeys((*received, *declared)))
    rows = tuple((_both(name), "") for name in names)
    return Section(name="recipients", title=Text("Recipients", "Destinataires"), rows=rows), list(names)


def _register(register: ProcessingRegister | None) -> Iterator[tuple[Section, object]]:
    if register is None:
        title = Text("Purposes, legal basis, time limits, sources", "Finalités, base légale, délais, sources")
        yield Section(name="processing", title=title, rows=((_NOT_SAID, ""),)), None
        return
    english, french = list(register.rows("en")), list(register.rows("fr"))
    rows: list[_Row] = [
        (Text("controller", "responsable"), f"{register.controller.name}, {register.controller.contact}")
    ]
    for line in english[1:]:
        rows.append((Text("processing", "traitement"), line[0]))
        for place, cell in enumerate(line[1:], start=1):
            rows.append((Text(f"  {english[0][place]}", f"  {french[0][place]}"), cell or "-"))
    yield (
        Section(name="processing", title=Text("How your data are used", "Usage de vos données"), rows=tuple(rows)),
        register.to_dict(),
    )


def _rights() -> tuple[Section, object]:
    rows = tuple((right, "") for right in _RIGHTS)
    return Section(name="rights", title=Text("Your rights", "Vos droits"), rows=rows), [right.en for right in _RIGHTS]
