"""France: when and how often messages may go out, what may not be sold by message, and who is left out.

Which hours hold for SMS is disputed (at least eight versions circulate): the charter of the operators is taken, and
the stricter 8 to 20 that several vendors give is beside it.

>>> saturday, late = dt.date(2026, 11, 28), dt.time(21, 59)
>>> WINDOW_SMS.allows(saturday, late), WINDOW_SMS_STRICT.allows(saturday, late)
(True, False)
"""

from __future__ import annotations

import datetime as dt
from typing import Final

import attrs

from contactbase.model.enums import Channel, Purpose
from contactbase.model.source import Citation, Confidence, Period
from contactbase.model.text import Text
from contactbase.policy.countries.eu import CALENDAR
from contactbase.policy.sending import CapRule, ExclusionRule, SectorRule, Span, Weekday, WindowRule
from contactbase.policy.upkeep import DelayRule

__all__ = ["INACTIVE", "SENDING", "WINDOW_SMS", "WINDOW_SMS_STRICT"]

_SMS: Final = frozenset({Channel.SMS})
_PHONE: Final = frozenset({Channel.PHONE})
_MARKETING: Final = frozenset({Purpose.MARKETING})
_CALLING: Final = Period(dt.date(2023, 3, 1), dt.date(2026, 8, 10))
"""The decree on hours of voice calls; from 11 August 2026 on such calls need consent instead."""
_DECREE: Final = Citation(
    authority="France",
    instrument="décret 2022-1313",
    locator=(
        "Monday to Friday 10 to 13 and 14 to 20, no holiday, 4 in 30 days, 60 days after a refusal; not with prior "
        "consent (reported by nextinpact and universfreebox)"
    ),
    confidence=Confidence.SECONDARY,
)

WINDOW_SMS: Final = WindowRule(
    id="fr.window.sms",
    title=Text("SMS: working days, 8 to 22", "SMS : jours ouvrables, de 8 h à 22 h"),
    text=Text(
        "Marketing SMS go out on working days (Saturday is one, Sunday and public holidays are not) from 8:00 until "
        "before 22:00, local time of the recipient.",
        "Les SMS commerciaux partent les jours ouvrables (samedi compris, ni dimanche ni jour férié) de 8 h à 22 h, "
        "heure locale du destinataire.",
    ),
    days=frozenset(Weekday) - {Weekday.SUNDAY},
    spans=(Span(dt.time(8), dt.time(22)),),
    holidays="FR",
    channels=_SMS,
    purposes=_MARKETING,
    citations=(
        Citation(
            authority="AF2M",
            instrument="charte Business Messaging 2024",
            locator="« jours ouvrables » 08h-22h, functional messages excepted",
            url="https://af2m.org",
            confidence=Confidence.OFFICIAL,
        ),
        Citation(authority="contactbase", instrument="reading of « jours ouvrables »", locator="Saturday is allowed"),
    ),
    in_force=Period(dt.date(2024, 9, 1), None),
)
WINDOW_SMS_STRICT: Final = attrs.evolve(
    WINDOW_SMS,
    id="fr.window.sms.strict",
    title=Text("SMS: working days, 8 to 20", "SMS : jours ouvrables, de 8 h à 20 h"),
    text=Text(
        "Marketing SMS go out from Monday to Saturday, not on public holidays, from 8:00 until before 20:00.",
        "Les SMS commerciaux partent du lundi au samedi, hors jours fériés, de 8 h à 20 h.",
    ),
    spans=(Span(dt.time(8), dt.time(20)),),
    citations=(
        Citation(
            authority="SMS vendors",
            instrument="help pages",
            locator="Monday to Saturday 8 to 20 (sendtargetsms, smsenvoi; CNIL as their source is unverified)",
            confidence=Confidence.VENDOR,
        ),
    ),
    in_force=Period(),
)
INACTIVE: Final = ExclusionRule(
    id="house.exclusion.inactive",
    title=Text("Inactive for six months: not in campaigns", "Inactifs depuis six mois : hors campagnes"),
    text=Text(
        "Contacts without any act of their own in six months, and not collected since, are left out of marketing, to "
        "protect delivery. This is no legal retention: nobody is erased by it.",
        "Les contacts sans aucun acte de leur part depuis six mois, ni collectés depuis, sont exclus de la "
        "prospection, pour préserver la délivrabilité. Ce n'est pas une durée légale : personne n'est effacé.",
    ),
    excludes=(
        "(last_contact_by_person is unknown or last_contact_by_person is before 6 months ago) "
        "and (collected_on is unknown or collected_on is before 6 months ago)"
    ),
    reason="exclusion.inactive",
    purposes=_MARKETING,
    citations=(
        Citation(
            authority="e-mail vendor",
            instrument="guide on databases for e-mailing",
            locator=(
                "« supprimer les contacts qui n'ont pas fait preuve de la moindre activité sur les 6 derniers mois »"
            ),
            confidence=Confidence.VENDOR,
        ),
        Citation(authority="contactbase", instrument="reading", locator="excluded from the campaign, never erased"),
    ),
)
"""R38, kept apart from retention."""

SENDING: Final = (
    WindowRule(
        id="fr.window.phone",
        title=Text("Calls: weekdays, 10 to 13 and 14 to 20", "Appels : en semaine, 10 h-13 h et 14 h-20 h"),
        text=Text(
            "Marketing calls from Monday to Friday, not on public holidays, from 10:00 until before 13:00 and from "
            "14:00 until before 20:00, unless the person has consented.",
            "Appels commerciaux du lundi au vendredi, hors jours fériés, de 10 h à 13 h et de 14 h à 20 h, sauf "
            "consentement préalable.",
        ),
        days=frozenset(Weekday) - {Weekday.SATURDAY, Weekday.SUNDAY},
        spans=(Span(dt.time(10), dt.time(13)), Span(dt.time(14), dt.time(20))),
        holidays="FR",
        channels=_PHONE,
        purposes=_MARKETING,
        scope="not opted in to phone",
        citations=(_DECREE,),
        in_force=_CALLING,
    ),
    CapRule(
        id="fr.cap.phone",
        title=Text("Calls: four in thirty days", "Appels : quatre en trente jours"),
        text=Text(
            "At most four marketing calls to one person in 30 days, unless the person has consented.",
            "Quatre appels commerciaux au plus à une personne en 30 jours, sauf consentement préalable.",
        ),
        most=4,
        days=30,
        channels=_PHONE,
        purposes=_MARKETING,
        scope="not opted in to phone",
        citations=(_DECREE,),
        in_force=_CALLING,
    ),
    DelayRule(
        id="fr.delay.phone-refusal",
        title=Text("Refused on the phone: sixty days", "Refus au téléphone : soixante jours"),
        text=Text(
            "Whoever refused on the phone is not called for sixty days; the day of the refusal is not counted.",
            "Une personne qui a refusé au téléphone n'est pas rappelée pendant soixante jours ; le jour du refus ne "
            "compte pas.",
        ),
        days=60,
        citations=(_DECREE, CALENDAR),
        in_force=_CALLING,
    ),
    SectorRule(
        id="fr.sector.renovation",
        title=Text("Energy renovation and home adaptation: banned", "Rénovation énergétique et adaptation : interdit"),
        text=Text(
            "No prospecting by SMS, e-mail or phone for energy renovation or for adapting homes.",
            "Pas de prospection par SMS, e-mail ou téléphone pour la rénovation énergétique ou l'adaptation du "
            "logement.",
        ),
        sectors=frozenset({"energy_renovation", "home_adaptation"}),
        channels=frozenset({Channel.SMS, Channel.EMAIL, Channel.PHONE}),
        purposes=_MARKETING,
        citations=(
            Citation(
                authority="France",
                instrument="law of 30 June 2025",
                locator="reported by rci.fm, antipub.org and journaldeleconomie.fr; the text was not read",
                confidence=Confidence.SECONDARY,
            ),
        ),
        in_force=Period(dt.date(2025, 7, 1), None),
    ),
    CapRule(
        id="house.cap.sms",
        title=Text("SMS: one campaign in thirty days", "SMS : une campagne en trente jours"),
        text=Text(
            "At most one marketing SMS to one person in 30 days.",
            "Un SMS commercial au plus à une personne en 30 jours.",
        ),
        most=1,
        days=30,
        channels=_SMS,
        purposes=_MARKETING,
        citations=(
            Citation(
                authority="Odeis",
                instrument="guide on SMS contact bases",
                locator="« une campagne par mois »",
                confidence=Confidence.VENDOR,
            ),
        ),
    ),
    INACTIVE,
)
"""The rules of sending that every French policy has, but for the hours of SMS."""
