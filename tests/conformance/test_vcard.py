"""Cards that Android, Evolution, iPhone, Outlook and Gmail really wrote, and those of the two RFCs."""

from __future__ import annotations

from collections import Counter

import pytest

from conformance.corpora import corpus
from contactbase.adapters.vcard.reader import read_vcard

N = "\u00d1"
RIGHT: dict[str, list[dict[str, str]]] = {
    "John_Doe_ANDROID.vcf": [
        {"EMAIL": "john.doe@company.com", "CATEGORIES": "My Contacts"},
        {"EMAIL": "jane.doe@company.com", "CATEGORIES": "My Contacts"},
        {"N family": f"{N} {N} {N} {N} ", "TEL": "123456789"},
        {"N family": " ".join(N * 11), "TEL": "123456\n234567\n3456789\n45678901"},
        {
            "N family": f"{N} {N} ",
            "N given": f"{N} {N} {N} ",
            "TEL": "123456\n123456",
            "TEL fax": "123456",
            "EMAIL": f"bob@company.com\n{N * 14}",
            "ORG": N * 12,
            "URL": "www.company.com\nhttp://www.company.com",
        },
        {"TEL": "55556666", "EMAIL": "henry@company.com", "N family": N * 4},
    ],
    "John_Doe_EVOLUTION.vcf": [
        {
            "UID": "477343c8e6bf375a9bac1f96a5000837",
            "N family": "Doe",
            "N given": "John",
            "N additional": "Richter, James",
            "N prefix": "Mr.",
            "N suffix": "Sr.",
            "TEL": "905-666-1234\n905-555-1234",
            "EMAIL": "john.doe@ibm.com",
            "ORG": "IBM",
            "ORG unit": "Accounting / Dungeon",
            "ADR street": "15 Crescent moon drive\nASB-123",
            "ADR city": "Albaney",
            "ADR country": "United States of America",
            "BDAY": "1980-03-22",
            "URL": "http://www.ibm.com",
            "X-AIM": "johnny5@aol.com",
            "X-EVOLUTION-FILE-AS": "Doe, John",
        }
    ],
    "John_Doe_IPHONE.vcf": [
        {
            "N family": "Doe",
            "N given": "John",
            "TEL": "905-555-1234\n905-666-1234\n905-777-1234\n905-222-1234",
            "TEL fax": "905-888-1234\n905-999-1234",
            "TEL pager": "905-111-1234",
            "EMAIL": "john.doe@ibm.com",
            "ADR street": "Silicon Alley 5,",
            "ADR postcode": "12345",
            "ADR other": "Street4 Building 6 Floor 8, New York, 12345, USA",
            "URL": "http://www.ibm.com",
            "BDAY": "2012-06-06",
        }
    ],
    "John_Doe_MS_OUTLOOK.vcf": [
        {
            "N family": "Doe",
            "N additional": "Richter,James",
            "TEL": "(905) 555-1234\n(905) 666-1234",
            "EMAIL": "john.doe@ibm.cm",
            "ADR street": "Cresent moon drive",
            "LABEL": "Cresent moon drive\nAlbaney, New York  12345\nSilicon Alley 5,\nNew York, New York  12345",
            "BDAY": "1980-03-22",
            "X-MS-MANAGER": "Big Blue",
        }
    ],
    "gmail-single.vcf": [
        {
            "N family": "Dartmouth",
            "N given": "Greg",
            "TEL": "555 555 1111\n555 555 2222",
            "EMAIL": "gdartmouth@hotmail.com",
            "ADR street": "123 Home St\nHome City, HM 12345",
            "ADR other": "321 Custom St, Custom City, TX, 98765, USA",
            "BDAY": "1960-09-10",
            "NOTE": "This is GMail's note field.\nIt should be added as a NOTE type.\nACustomField: CustomField",
        }
    ],
    "outlook-2003.vcf": [
        {
            "N family": "Doe",
            "N suffix": "III",
            "ORG": "Company, The",
            "NOTE": "This is the note field!!\nSecond line\n\nThird line is empty\n",
            "TEL": "BusinessPhone\nHomePhone\nMobilePhone",
            "TEL fax": "BusinessFaxPhone",
            "ADR street": "TheOffice\n123 Main St",
            "LABEL": "TheOffice\n123 Main St\nAustin, TX 12345\nUnited States of America",
            "BDAY": "1980-03-21",
            "EMAIL": "jdoe@hotmail.com",
        }
    ],
    "rfc2426-example.vcf": [
        {
            "FN": "Frank Dawson",
            "ORG": "Lotus Development Corporation",
            "TEL": "+1-919-676-9515",
            "TEL fax": "+1-919-676-9564",
            "EMAIL": "Frank_Dawson@Lotus.com\nfdawson@earthlink.net",
            "ADR street": "6544 Battleford Drive",
        },
        {"FN": "Tim Howes", "ADR city": "Mountain View", "ADR region": "CA", "ADR postcode": "94043"},
    ],
    "rfc6350-example.vcf": [
        {
            "N family": "Perreault",
            "N suffix": "ing. jr,M.Sc.",
            "BDAY": "--02-03",
            "GENDER": "M",
            "LANG": "fr",
            "LANG other": "en",
            "TEL": "+14186569254;ext=102\n+14182626501",
            "ADR street": "Suite D2-630\n2875 Laurier",
            "ADR city": "Quebec",
            "KEY": "http://www.viagenie.ca/simon.perreault/simon.asc",
        }
    ],
}


@pytest.mark.parametrize("name", RIGHT)
def test_every_card_that_programs_wrote_is_read_right(name: str) -> None:
    table, journal = read_vcard(corpus("ez-vcard") / name)
    cards = [dict(zip(table.columns, row.cells, strict=True)) for row in table.rows()]
    assert len(cards) == len(RIGHT[name])
    for card, right in zip(cards, RIGHT[name], strict=True):
        assert {column: card.get(column) for column in right} == right
    assert journal.rejections == ()
    assert not {"vcard.line-unreadable", "vcard.outside", "vcard.unfinished"} & set(journal.count())


def test_pictures_and_keys_of_the_corpus_are_left_out_and_counted() -> None:
    counts: Counter[str] = Counter()
    for name in RIGHT:
        table, journal = read_vcard(corpus("ez-vcard") / name)
        counts.update({"binary": sum(found.code == "vcard.binary-skipped" for found in journal.findings)})
        assert all(len(cell) < 2000 for row in table.rows() for cell in row.cells if "card xmlns" not in cell)
    assert counts["binary"] == 4
