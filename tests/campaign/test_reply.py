"""Answers to an SMS: in seven languages, misspelt, spelled, drawn; and what must not stop anybody."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.campaign import reply_words
from contactbase.campaign.reply import Intent, Rule, read_reply
from contactbase.campaign.reply_text import folded
from contactbase.model.enums import Channel, ConsentStatus
from contactbase.model.suppression import SuppressionReason, SuppressionScope
from contactbase.model.withdrawal import Resumption, Withdrawal

DAY = dt.date(2026, 3, 2)
NUMBER = "+33612345678"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Arrêtez de m'envoyer vos pubs", "opt_out"),
        ("JE NE VEUX PLUS RECEVOIR VOS SMS", "opt_out"),
        ("désabonnez-moi svp", "opt_out"),
        ("please take me off your list", "opt_out"),
        ("Don’t text me again", "opt_out"),
        ("Bitte keine SMS mehr", "opt_out"),
        ("Stopp", "opt_out"),
        ("Abmelden", "opt_out"),
        ("Darme de baja por favor", "opt_out"),
        ("No quiero recibir más mensajes", "opt_out"),
        ("Non voglio più ricevere messaggi", "opt_out"),
        ("Cancellatemi", "opt_out"),
        ("Geen sms meer aub", "opt_out"),
        ("Uitschrijven", "opt_out"),
        ("Não quero receber", "opt_out"),
        ("S T O P", "opt_out"),
        ("s.t.o.p", "opt_out"),
        ("ＳＴＯＰ", "opt_out"),
        ("STOP 🛑", "opt_out"),
        ("36008 stop", "opt_out"),
        ("fin", "opt_out"),
        ("je ne veux pas me désabonner", "review"),
        ("please do not unsubscribe me", "review"),
        ("Pas intéressé", "review"),
        ("cancel please", "review"),
        ("stooop", "review"),
        ("stopez", "review"),
        ("st0p", "review"),
        ("ѕтор", "review"),
        ("🚫", "review"),
        ("non-stop mais stop svp", "review"),
        ("End of the week is fine", "none"),
        ("stp rappelez-moi", "none"),
        ("step", "none"),
        ("shop", "none"),
        ("Oui", "none"),
        ("👍", "none"),
        ("merci, à samedi", "none"),
        ("fine", "none"),
        ("aide", "contact"),
        ("Hilfe", "contact"),
        ("unstop", "opt_in"),
    ],
)
def test_an_answer_is_understood(text: str, intent: str) -> None:
    assert read_reply(text).intent == intent


def test_every_word_of_the_tables_is_folded_and_reads_as_its_table_says() -> None:
    for table, intent in (
        (reply_words.STRONG, Intent.OPT_OUT),
        (reply_words.WEAK, Intent.OPT_OUT),
        (reply_words.START, Intent.OPT_IN),
        (reply_words.ASK, Intent.CONTACT),
    ):
        for word in table:
            assert folded(word) == word
            assert read_reply(word.upper()) == read_reply(word)
            assert read_reply(word).intent is intent, word
    for phrases, intent in (
        (reply_words.NEGATED, Intent.OPT_OUT),
        (reply_words.DOUBTFUL, Intent.REVIEW),
        (reply_words.VERBS, Intent.OPT_OUT),
    ):
        for phrase, _ in phrases:
            assert folded(phrase) == phrase
            assert read_reply(f"bonjour {phrase} merci").intent is intent, phrase


@given(st.text(st.one_of(st.characters(), st.sampled_from("stopSTOP .-🛑é"))))
@settings(deadline=None)
def test_any_text_has_a_reading_and_folding_twice_is_folding_once(text: str) -> None:
    found = read_reply(text)
    assert found == read_reply(text + " ")
    assert folded(folded(text)) == folded(text)
    assert (found.rule in {Rule.EMPTY, Rule.EMOJI}) == (folded(text) == "")


@given(st.sampled_from(sorted(reply_words.STRONG)), st.text("!?. \n\u200b…"), st.text("!?. \n\u200b…"))
@settings(deadline=None)
def test_no_punctuation_hides_a_stop(word: str, before: str, after: str) -> None:
    assert read_reply(before + word + after).intent is Intent.OPT_OUT


def test_a_huge_answer_is_read_quickly_and_the_same() -> None:
    assert read_reply("stop " * 1_000_000).intent is Intent.OPT_OUT
    assert read_reply("é" * 1_000_000).intent is Intent.NONE


def test_a_stop_becomes_an_instruction_for_the_address_and_a_line_of_the_ledger() -> None:
    stop = read_reply("STOP").instruction(NUMBER, at=DAY)
    assert isinstance(stop, Withdrawal)
    assert (stop.reason, stop.scope, stop.provisional) == (SuppressionReason.OPTOUT, SuppressionScope(), False)
    assert NUMBER not in repr(stop)
    line = stop.as_consent()
    assert line is not None
    assert (line.status, line.channel, line.at, line.address) == (ConsentStatus.WITHDRAWN, Channel.SMS, DAY, NUMBER)


def test_what_a_person_must_read_is_suppressed_until_then() -> None:
    doubt = read_reply("sotp").instruction(NUMBER, at=DAY, brand="LEA")
    assert isinstance(doubt, Withdrawal)
    assert (doubt.provisional, doubt.scope) == (True, SuppressionScope(brand="LEA"))
    assert read_reply("merci").instruction(NUMBER, at=DAY) is None


@pytest.mark.parametrize(
    ("reason", "brand", "stopped", "lifted"),
    [
        (SuppressionReason.OPTOUT, "LEA", DAY - dt.timedelta(1), True),
        (SuppressionReason.OPTOUT, "LEA", DAY, False),
        (SuppressionReason.OPTOUT, "LEA", None, False),
        (SuppressionReason.OPTOUT, "ZOE", DAY - dt.timedelta(1), False),
        (SuppressionReason.COMPLAINT, "LEA", DAY - dt.timedelta(1), False),
        (SuppressionReason.HARD_BOUNCE, "LEA", DAY - dt.timedelta(1), False),
    ],
)
def test_a_start_lifts_an_earlier_unsubscription_of_the_same_sender_only(
    reason: SuppressionReason, brand: str, stopped: dt.date | None, lifted: bool
) -> None:
    start = read_reply("START").instruction(NUMBER, at=DAY, brand="LEA")
    assert isinstance(start, Resumption)
    stop = Withdrawal(
        channel=Channel.SMS, address=NUMBER, at=stopped, reason=reason, scope=SuppressionScope(brand=brand)
    )
    assert start.answers(stop) is lifted
    if reason is SuppressionReason.HARD_BOUNCE:
        assert stop.as_consent() is None
