"""Templates over a base: places, defaults, what is missing, the longest message."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from contactbase.campaign.fits import fits
from contactbase.campaign.template import Template
from contactbase.errors import MessageError
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.enums import PhoneKind
from contactbase.model.schema import SCHEMA

LEA = Contact(
    id="c-1",
    first_name="Léa",
    city="Lyon",
    phones=(Phone("+33699000001", PhoneKind.MOBILE),),
    emails=(Email("lea@example.org", "lea@example.org"),),
    custom=(("points", 12),),
)
NOBODY = Contact(id="c-2")
SHOP = SCHEMA.extend(points=int)


@pytest.mark.parametrize(
    ("text", "lea", "nobody"),
    [
        ("Bonjour {first_name}", "Bonjour Léa", "Bonjour "),
        ("Bonjour {prénom|cher client}", "Bonjour Léa", "Bonjour cher client"),
        ("{ Ville | ici }", "Lyon", " ici "),
        ("{mobile} {email}", "+33699000001 lea@example.org", " "),
        ("{points|0} points", "12 points", "0 points"),
        ("{{first_name}} }}", "{first_name} }", "{first_name} }"),
        ("{city|}", "Lyon", ""),
        ("", "", ""),
    ],
)
def test_places_are_filled(text: str, lea: str, nobody: str) -> None:
    template = Template(text, schema=SHOP)
    assert template.merge(LEA).text == lea
    assert template.merge(NOBODY).text == nobody
    assert str(template) == text


def test_a_value_of_the_contact_is_never_a_template() -> None:
    assert Template("{first_name}").merge(Contact(id="c-1", first_name="{city}")).text == "{city}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bonjour {firstname}", "Did you mean {first_name}"),
        ("{}", "no field ''"),
        ("{tags}", "several values"),
        ("{age}", "depends on the day"),
        ("{phones}", "several values"),
        ("Bonjour {first_name", "position 8"),
        ("100 }", "Write }} for a brace"),
    ],
)
def test_a_wrong_template_says_what_to_write(text: str, words: str) -> None:
    with pytest.raises(MessageError, match=re.escape(words)):
        Template(text)


def test_the_longest_message_and_the_missing_values_are_found() -> None:
    people = [LEA, Contact(id="c-3", first_name="Anne-Charlotte-Éléonore"), Contact(id="c-4", first_name="Zoë"), NOBODY]
    found = fits("{first_name} " + "a" * 140, people)
    assert (found.recipients, dict(found.segments)) == (4, {1: 2, 3: 1, 2: 1})
    assert (found.worst, found.measure and found.measure.segments) == ("c-4", 3)
    assert (found.forced, found.more, found.missing) == (("c-4",), 2, (("first_name", ("c-2",)),))
    assert found.cost(price=Decimal("0.05"), currency="EUR").total == Decimal("0.35")
    assert "Zoë" not in repr(found)


def test_an_empty_base_and_a_dear_template_are_no_news() -> None:
    assert fits("{first_name} ê", []).findings == ()
    assert fits("{first_name} ê", {"c-4": Contact(id="c-4", first_name="Zoë")}).forced == ()
    assert [found.code for found in fits("ê" * 80, [LEA]).findings] == ["sms.too-long"]
    assert fits("ê" * 80, [LEA], most=2).findings == ()
