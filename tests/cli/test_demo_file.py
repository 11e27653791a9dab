"""The demo file is deterministic, invented, and as dirty as it says."""

from __future__ import annotations

import csv
import hashlib
import io
import itertools
import re
from collections import Counter

import phonenumbers
import pytest

from contactbase.cli.demo_file import ENCODING, HEADER, demo_bytes, demo_chunks, demo_rows
from contactbase.cli.demo_people import FICTION, chance, person

ROWS = 3000
LINES = list(demo_rows(ROWS))
BODY = [line for line in LINES[3:-2] if line]


def column(name: str) -> list[str]:
    place = HEADER.index(name)
    return [row[place] for row in BODY if len(row) == len(HEADER)]


def test_the_file_is_the_same_on_every_machine() -> None:
    assert hashlib.sha256(demo_bytes(200, 7)).hexdigest() == (
        "ac3851d9e6efe17223e5a0edfdb0721ea31247358780fb99e1211a9b3aff4ca8"
    )


def test_another_seed_gives_another_file() -> None:
    assert demo_bytes(50, 1) != demo_bytes(50, 2)


def test_a_longer_file_starts_with_the_same_rows() -> None:
    longer = itertools.islice(demo_rows(2000), 400)
    shorter = itertools.islice(demo_rows(1000), 400)
    assert list(longer) == list(shorter)


def test_the_bytes_are_the_rows() -> None:
    text = demo_bytes(ROWS).decode(ENCODING)
    assert list(csv.reader(io.StringIO(text, newline=""), delimiter=";")) == LINES
    assert text.count("\r\n") >= ROWS


def test_the_chunks_are_many_for_a_large_file() -> None:
    assert sum(1 for _ in demo_chunks(2500)) == 3


@pytest.mark.parametrize("rows", [0, 1, 2, 37])
def test_there_are_as_many_rows_as_asked_for(rows: int) -> None:
    lines = list(demo_rows(rows))
    assert sum(1 for line in lines[3:-2] if line) == rows
    assert lines[-1][0] == "Total"


def test_two_title_rows_stand_above_the_header_and_a_total_ends_the_file() -> None:
    assert [len(line) for line in LINES[:2]] == [1, 1]
    assert tuple(LINES[2]) == HEADER
    assert LINES[-1][:3] == ["Total", "", f"{ROWS} clients"]


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("Portable", r"0\d( \d\d){4}"),
        ("Portable", r"0\d(\.\d\d){4}"),
        ("Portable", r"\+33 \(0\)6.*"),
        ("Portable", r"0033\d{9}"),
        ("Portable", r"33\d{9}\.0"),
        ("Portable", r"6\d{8}"),
        ("Portable", r"\d{9}\.0"),
        ("Portable", r"\d,\d\dE\+08"),
        ("Portable", r"\d,\d{8}E\+08"),
        ("Portable", r"'0\d{9}"),
        ("Portable", r'="0\d{9}"'),
        ("Portable", r"[\d ]+ / [\d ]+"),
        ("Portable", r"\d+ ou \d+"),
        ("Portable", r"\d+;\d+"),
        ("Portable", r".*\(portable\)"),
        ("Portable", r"069[026].*|06 9[026].*"),
        ("Portable", r"06 39 98 \d\d \d\d"),
        ("Portable", r"0600000000|NC"),
        ("Portable", r"\d\d(\xa0\d\d){4}"),
        ("Téléphone fixe", r".* poste 12"),
        ("Nom", r"[A-ZÉÈÎ' -]{4,}"),
        ("Nom", r"[A-Z]+ [A-Z][a-zéèïë-]+"),
        ("Nom", r".*Ã.*"),
        ("Nom", r"M\. et Mme .*"),
        ("Nom", r"(SARL|Ets|SCI) .*"),
        ("Nom", r"TEST|Inconnu|X"),
        ("Prénom", r".*Ã.*"),
        ("Date de naissance", r"\d\d/\d\d/\d{4}"),
        ("Date de naissance", r"\d{4}-\d\d-\d\d"),
        ("Date de naissance", r"\d\d/\d\d/\d\d"),
        ("Date de naissance", r"\d+ [a-zéû]+ \d{4}"),
        ("Date de naissance", r"01/01/1900"),
        ("Date de naissance", r"31/02/\d{4}"),
        ("E-mail", r"mailto:.*"),
        ("E-mail", r"<.*>"),
        ("E-mail", r".+ <.+@.+>"),
        ("E-mail", r".+@.+; .+@.+"),
        ("E-mail", r".+@(gmial\.com|hotmial\.fr|gmail\.con)"),
        ("E-mail", r"(contact|info|compta)@.*"),
        ("E-mail", r"[^@]+"),
        ("Code postal", r"\d{4}"),
        ("Code postal", r"\d\d \d{3}"),
        ("Ville", r".* CEDEX"),
        ("Ville", r".*Ã.*"),
        ("CA TTC", r"\d \d{3},\d\d €"),
        ("CA TTC", r"\d\xa0\d{3},\d\d\xa0€"),
        ("CA TTC", r"-\d+,\d\d €"),
        ("Opt-in SMS", r"oui|1|x"),
        ("Opt-in SMS", r"non|0"),
        ("Désabonné", r"STOP le .*"),
        ("Inscription", r"01/01/1900"),
        ("Commentaire", r"=SUM\(A1\)"),
        ("Commentaire", r"[^\n]+\n[^\n]+"),
    ],
)
def test_the_dirt_is_there(name: str, pattern: str) -> None:
    assert any(re.fullmatch(pattern, cell) for cell in column(name)), f"no {pattern} in {name}"


def test_some_rows_are_ragged_some_lines_blank_some_rows_twice() -> None:
    lengths = Counter(map(len, BODY))
    assert min(lengths) < len(HEADER) < max(lengths)
    assert lengths[len(HEADER)] > 0.97 * ROWS
    assert [] in LINES[3:-2]
    assert any(this == before for before, this in itertools.pairwise(BODY))


def test_some_clients_have_no_date_at_all() -> None:
    assert ("", "") in set(zip(column("Inscription"), column("Dernier achat"), strict=True))


def test_the_same_person_comes_again_by_another_hand() -> None:
    addresses = Counter(cell for cell in column("E-mail") if re.fullmatch(r"[a-z.-]+\d+@[a-z.]+", cell))
    again = [address for address, count in addresses.items() if count > 1]
    assert len(again) > 0.02 * ROWS
    names = {address: {tuple(row[2:4]) for row in BODY if row[5] == address} for address in again[:40]}
    assert any(len(spellings) > 1 for spellings in names.values())


def test_a_household_shares_its_landline_and_sometimes_its_address() -> None:
    people = [person(chance(2026), number) for number in range(400)]
    homes = [(one, two) for one, two in itertools.pairwise(people) if one.landline == two.landline]
    assert homes
    assert all((one.last, one.street, one.town) == (two.last, two.street, two.town) for one, two in homes)
    assert any(one.email == two.email for one, two in homes)
    assert any(one.email != two.email for one, two in homes)


def test_numbers_are_valid_and_nobody_shares_a_mobile() -> None:
    people = [person(chance(2026), number) for number in range(0, 60_000, 29)]
    assert len({someone.mobile for someone in people}) == len(people)
    regions = {"0690": "GP", "0692": "RE", "0696": "MQ"}
    for someone in people:
        mobile = phonenumbers.parse(someone.mobile, regions.get(someone.mobile[:4], "FR"))
        assert phonenumbers.is_valid_number(mobile)
        assert someone.landline[:6] in FICTION
        assert phonenumbers.is_valid_number(phonenumbers.parse(someone.landline, "FR"))


def test_written_addresses_end_in_reserved_domains_or_misspelt_providers() -> None:
    misspelt = re.compile(r"\.demo\d+@")
    for cell in column("E-mail"):
        assert (
            "@" not in cell
            or "example." in cell.lower()
            or "example," in cell
            or misspelt.search(cell)
            or cell == "nc@nc.fr"
        )
