"""What headers say of consent, and what becomes of the people under them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import contactbase as cb
from contactbase.layouts.columns import Fate, layout_of, map_columns
from contactbase.layouts.consent_headers import Topic, meaning_of
from contactbase.layouts.generic import GENERIC
from contactbase.layouts.layout import header_key
from contactbase.model.consent import REFUSING
from contactbase.model.enums import Channel

AS_OF = dt.date(2026, 11, 28)

REFUSALS = [
    *[(header, "opt_out_sms") for header in ("Ne souhaite pas recevoir de SMS", "Non contactable SMS", "Interdit SMS")],
    *[(header, "opt_out_sms") for header in ("Exclusion SMS", "Opposition SMS", "Non opt-in SMS", "SMS refusé")],
    *[(header, "opt_out_sms") for header in ("Do not SMS", "Opted out of SMS", "No SMS", "Blacklist texto")],
    *[(header, "opt_out_email") for header in ("Pas d'email", "Email refusé", "Blacklist email", "Plus d'e-mails")],
    *[
        (header, "opt_out_email")
        for header in ("Non abonné newsletter", "No marketing emails", "Not opted in to email")
    ],
    *[(header, "opt_out_phone") for header in ("Ne pas appeler", "Bloctel", "Refus démarchage téléphonique")],
    *[(header, "opt_out_phone") for header in ("Please do not call", "No calls", "Objected to calls")],
    *[(header, "opt_out_post") for header in ("Ne veut plus de courrier", "Opposition postale", "No direct mail")],
    *[(header, "opt_out") for header in ("Ne plus contacter", "Non contactable", "Interdit", "Exclusion", "Refusé")],
    *[(header, "opt_out") for header in ("Stop pub", "Liste noire", "Do not disturb", "No longer subscribed")],
    *[(header, "opt_out") for header in ("DNC", "DNC flag")],
    *[(header, "opt_out_email") for header in ("dnc_email", "DNC email")],
    *[(header, "opt_out") for header in ("Opposition RGPD", "Marketing opt-out", "Opposé à la prospection")],
    *[(header, "withdrawn_on") for header in ("Désinscrit le", "Désabonné le", "Date opposition", "Date STOP")],
    *[(header, "withdrawn_on") for header in ("Refusé le", "Date de refus", "Opted out on", "Unsubscribed since")],
    *[(header, "opt_out_sms") for header in ("Désabonné SMS le", "Date refus SMS", "SMS unsubscribed at")],
]


@pytest.mark.parametrize(("header", "field"), REFUSALS)
def test_a_refusal_is_read_as_an_opt_out_of_its_channel_or_of_all(header: str, field: str) -> None:
    assert map_columns(("Nom", header), GENERIC).fields == ("last_name", field)


@pytest.mark.parametrize("header", ["Refus mobile", "Ne souhaite pas recevoir de SMS ni d'e-mail", "Do not mail us"])
def test_a_refusal_of_several_channels_is_read_as_one_of_all_and_said(header: str) -> None:
    mapped = map_columns(("Nom", header), GENERIC)
    assert mapped.fields == ("last_name", "opt_out")
    assert mapped.wider == (1,)
    found = cb.read(f"Nom;{header}\nDurand;oui\n".encode())
    assert found.journal.count()["layout.refusal-widened"] == 1


@pytest.mark.parametrize(
    ("header", "code", "advice"),
    [
        ("Motif désinscription", "layout.refusal-unread", "opt_out"),
        ("Date désabonnement boutique", "layout.refusal-unread", "withdrawn_on"),
        ("Non désabonné", "layout.refusal-unread", "opt_out"),
        ("Pas d'opposition SMS", "layout.refusal-unread", "opt_out_sms"),
        ("Refus SMS 2", "layout.refusal-unread", "opt_out_sms"),
        ("Contactable SMS", "layout.consent-unread", "opt_in_sms"),
        ("Newsletter du mardi", "layout.consent-unread", "opt_in_email"),
        ("Optin SMS (oui/non)", "layout.consent-unread", "opt_in_sms"),
        ("Date optin SMS", "layout.consent-unread", "opt_in_sms"),
        ("RGPD OK", "layout.consent-without-channel", ""),
        ("Optin", "layout.consent-without-channel", ""),
        ("Optin email partenaires", "layout.partners-consent", ""),
        ("Opposition partenaires", "layout.partners-consent", ""),
        ("Offres de nos partenaires", "layout.partners-consent", ""),
    ],
)
def test_what_is_not_read_is_said_with_the_field_that_it_might_be(header: str, code: str, advice: str) -> None:
    found = cb.read(f"Nom;{header}\nDurand;oui\n".encode())
    (said,) = [entry for entry in found.journal.findings if entry.code == code]
    assert str(said.severity) == "warning"
    assert dict(said.details).get("fields", "") == advice
    assert ("opt_in" in said.message) == advice.startswith("opt_in")
    (record,) = found.value.parts[0].records()
    assert record.extra == ((header, "oui"),)


@pytest.mark.parametrize(
    "header",
    [
        *("Opposition bancaire", "Refus paiement", "Devis refusé", "Arrêt bus stop", "Non fumeur", "Email non valide"),
        *(
            "N° SMS",
            "Date appel",
            "Dernier e-mail envoyé le",
            "Personne à contacter",
            "Exclusivité",
            "Email partenaire",
        ),
        *("Total SMS", "Mail pro", "Poste", "Client non actif", "Email d'inscription", "Tiers payeur", "Sans e-mail"),
    ],
)
def test_a_header_about_something_else_is_no_consent(header: str) -> None:
    assert meaning_of(header_key(header)).topic is None
    assert map_columns(("Nom", header), GENERIC).headers(Fate.UNCLEAR) == ()


@pytest.mark.parametrize(
    "header", ["Date optin", "Date de consentement", "Consentement le", "Opt-in on", "Consent date"]
)
def test_the_day_of_a_consent_is_read(header: str) -> None:
    assert map_columns(("Nom", header), GENERIC).fields == ("last_name", "consented_on")


def only(text: str) -> cb.Contact:
    contacts = cb.clean(cb.read(text.encode()).value, as_of=AS_OF).value
    (contact,) = contacts.values()
    return contact


def test_the_day_of_an_opt_in_to_one_channel_dates_it_and_no_other() -> None:
    contact = only(
        "Nom;Portable;Email;Optin SMS;Optin email;Date optin SMS\nDurand;0612345678;d@example.org;oui;oui;01/02/2026\n"
    )
    found = {record.channel: record.at for record in contact.consents}
    assert found == {Channel.SMS: dt.date(2026, 2, 1), Channel.EMAIL: None}


def test_a_refusal_beside_a_day_of_opt_in_stays_a_refusal() -> None:
    contact = only("Nom;Portable;Optin SMS;Date optin SMS\nDurand;0612345678;non;01/02/2026\n")
    assert {record.status for record in contact.consents} <= REFUSING


@pytest.mark.parametrize(("header", "field"), REFUSALS)
@pytest.mark.parametrize("cell", ["oui", "01/03/2026", "x"])
def test_nobody_who_refused_is_opted_in(header: str, field: str, cell: str) -> None:
    columns = "Nom;Email;Portable;Optin SMS;Optin email;Date optin"
    contact = only(f"{columns};{header}\nDurand;d@example.org;0612345678;oui;oui;01/02/2026;{cell}\n")
    refused = {record.channel for record in contact.consents if record.status in REFUSING}
    if field in {"opt_out", "withdrawn_on"}:
        assert {Channel.SMS, Channel.EMAIL} <= refused
    else:
        assert refused == {Channel(field.removeprefix("opt_out_"))}
    days = {record.at for record in contact.consents if record.status in REFUSING}
    assert days == ({dt.date(2026, 3, 1)} if cell == "01/03/2026" else {None})


@pytest.mark.parametrize("cell", ["", "non", "0", "0000-00-00", "-"])
def test_an_empty_day_of_withdrawal_withdraws_nothing(cell: str) -> None:
    contact = only(f"Nom;Email;Optin email;Désinscrit le\nDurand;d@example.org;oui;{cell}\n")
    assert not any(record.status in REFUSING for record in contact.consents)


def test_both_of_two_days_of_withdrawal_are_read() -> None:
    contact = only("Nom;Email;Date désinscription;Désabonné le\nDurand;d@example.org;;01/03/2026\n")
    assert {record.at for record in contact.consents} == {dt.date(2026, 3, 1)}


def test_what_partners_may_do_is_never_ours() -> None:
    contact = only("Nom;Email;Optin email partenaires\nDurand;d@example.org;oui\n")
    assert contact.consents == ()


@pytest.mark.parametrize(
    ("columns", "cells", "said"),
    [
        ("Optin email;Stop", "oui;oui", True),
        ("Optin email;Opt-out email", "oui;oui", True),
        ("Optin email;Opt-out email", "01/02/2026;oui", True),
        ("Optin email;Opt-out email", "01/02/2026;01/03/2026", False),
        ("Optin email;Opt-out email", "oui;non", False),
        ("Optin email;Opt-out email", "non;oui", False),
        ("Optin email;Opt-out SMS", "oui;oui", False),
        ("Optin email;Date optin;Opt-out email;Date opt-out", "oui;01/02/2026;oui;01/03/2026", False),
    ],
)
def test_yes_to_an_opt_in_and_to_an_opt_out_is_said_where_no_days_order_them(
    columns: str, cells: str, said: bool
) -> None:
    text = f"Nom;Email;{columns}\nDurand;d@example.org;{cells}\n"
    journal = cb.clean(cb.read(text.encode()).value, as_of=AS_OF).journal
    assert journal.count().get("consent.contradictory", 0) == said


WORDS = st.sampled_from(
    "sms email optin non pas date le partenaires stop refus mobile oui de no opposition 1 boutique".split()
)


@given(st.lists(WORDS, max_size=6).map(" ".join))
def test_no_words_make_a_consent_that_layouts_do_not_know(key: str) -> None:
    meaning = meaning_of(key)
    assert meaning.field in {None, "consented_on", "withdrawn_on", "opt_out"} or str(meaning.field).startswith(
        "opt_out_"
    )
    assert (meaning.topic is Topic.REFUSAL) or meaning.field in {None, "consented_on"}
    if meaning.topic is Topic.REFUSAL:
        assert not any(field.startswith("opt_in") for field in meaning.advice)
    if key and not layout_of((key,)).columns.get(key):
        mapped = map_columns((key,), GENERIC)
        assert meaning.topic is None or mapped.fields[0] is not None or mapped.headers(Fate.UNCLEAR)
