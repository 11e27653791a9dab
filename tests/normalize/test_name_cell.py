"""One name cell: the name, what stood beside it, and what is said of it."""

from __future__ import annotations

import pytest

from contactbase.model.enums import Sex
from contactbase.normalize import name_cell
from contactbase.normalize.name_cell import read_cell

M, F = Sex.M, Sex.F


@pytest.mark.parametrize(
    ("text", "name", "codes"),
    [
        # plain
        ("DUPONT", "Dupont", []),
        ("  dupont ", "Dupont", []),
        ("Le  Goff", "Le Goff", []),
        ("De La Tour", "De La Tour", []),
        ("Müller-Lüdenscheidt", "Müller-Lüdenscheidt", []),
        ("Nuñez", "Nuñez", []),
        ("Łukasiewicz", "Łukasiewicz", []),
        ("Παπαδόπουλος", "Παπαδόπουλος", []),
        ("محمد", "محمد", []),
        ("王", "王", ["name.initial"]),
        # junk around
        ("*Dupont;", "Dupont", []),
        ("'Dupont", "Dupont", []),
        ('="Dupont"', "Dupont", []),
        ("- Dupont -", "Dupont", []),
        ("Dupont.", "Dupont", []),
        ("(Dupont)", "Dupont", []),
        ("« Dupont »", "Dupont", []),
        ("\ufeffDupont\u200b", "Dupont", []),
        ("\u202eDupont\u202c", "Dupont", []),
        ("Du\u00adpont", "Dupont", []),
        ("e\u0301tienne", "Étienne", []),
        ("'t Hooft", "'t Hooft", []),
        # encodings
        ("LefÃ¨vre", "Lefèvre", ["text.mojibake-repaired"]),
        ("Lef?vre", "Lef?vre", ["text.damaged"]),
        ("Lef\ufffdvre", "Lef\ufffdvre", ["text.damaged", "name.symbols"]),
        ("Andr?", "Andr?", ["text.damaged"]),
        # fillers
        ("NC", "", ["name.placeholder"]),
        ("N.C.", "", ["name.placeholder"]),
        (".", "", ["name.placeholder"]),
        ("-", "", ["name.placeholder"]),
        ("X", "", ["name.placeholder"]),
        ("xxxx", "", ["name.placeholder"]),
        ("TEST", "", ["name.placeholder"]),
        ("Inconnu", "", ["name.placeholder"]),
        ("INCONNUE", "", ["name.placeholder"]),
        ("Madame", "", ["name.placeholder"]),
        ("Client", "", ["name.placeholder"]),
        ("Client Test", "", ["name.placeholder"]),
        ("Prénom", "", ["name.placeholder"]),
        ("Non renseigné", "", ["name.placeholder"]),
        ("à compléter", "", ["name.placeholder"]),
        ("azerty", "", ["name.placeholder"]),
        ("NULL", "", ["name.placeholder"]),
        ("#N/A", "", ["name.placeholder"]),
        ("#REF!", "", ["name.placeholder"]),
        ("(vide)", "", ["name.placeholder"]),
        ("???", "", ["name.placeholder"]),
        ("12345", "", ["name.no-letters"]),
        # names that look like fillers
        ("Null", "Null", []),
        ("Nan", "Nan", []),
        ("Herr", "Herr", []),
        ("Maitre", "Maitre", []),
        ("Sans", "Sans", []),
        # nothing at all
        ("", "", []),
        ("   ", "", []),
        ("\u200b", "", []),
        # addresses and numbers
        ("lea@example.org", "", ["name.is-email"]),
        ("<lea@example.org>", "", ["name.is-email"]),
        ("Durand lea@example.org", "Durand", ["name.contact-detail"]),
        ("06 99 00 12 34", "", ["name.is-phone"]),
        ("+33699001234", "", ["name.is-phone"]),
        ("Durand 06.99.00.12.34", "Durand", ["name.contact-detail"]),
        ("WIN http://spam.example", "", ["name.is-url"]),
        ("www.example.org", "", ["name.is-url"]),
        ("durand.fr", "", ["name.is-url"]),
        # odd ones, kept
        ("Durand2", "Durand2", ["name.digits"]),
        ("Durand #", "Durand", []),
        ("Dur#and", "Dur#and", ["name.symbols"]),
        ("Durand 😀", "Durand", ["name.signs-left-out"]),
        ("J", "J", ["name.initial"]),
        ("j.", "J.", ["name.initial"]),
        ("M.", "M.", ["name.initial"]),
        # companies
        ("SARL DURAND", "SARL DURAND", ["name.looks-like-company"]),
        ("S.A.R.L. Durand", "S.A.R.L. Durand", ["name.looks-like-company"]),
        ("DURAND SAS", "DURAND SAS", ["name.looks-like-company"]),
        ("Ets Durand", "Ets Durand", ["name.looks-like-company"]),
        ("Mairie de Lyon", "Mairie de Lyon", ["name.looks-like-company"]),
        ("Garage du Centre", "Garage du Centre", ["name.looks-like-company"]),
        ("Garage", "Garage", []),
        ("Müller GmbH", "Müller GmbH", ["name.looks-like-company"]),
        # marks
        ("Durand (décédé)", "Durand", ["name.deceased"]),
        ("DURAND DCD", "Durand", ["name.deceased"]),
        ("†Durand", "Durand", ["name.deceased"]),
        ("Durand (ne plus appeler)", "Durand", ["name.refusal-beside"]),
        ("Durand (la voisine)", "Durand", ["name.remark"]),
        ("Durand (M.)", "Durand", ["name.civility-inside"]),
        ("Durand et Martin", "Durand et Martin", ["name.several-people"]),
        ("DURAND / MARTIN", "Durand / Martin", ["name.several-people"]),
    ],
)
def test_a_last_name_cell_is_read(text: str, name: str, codes: list[str]) -> None:
    cell = read_cell(text, surname=True)
    assert (cell.name, list(cell.codes)) == (name, codes)


@pytest.mark.parametrize(
    ("text", "name", "title", "sex", "couple"),
    [
        ("M. DURAND", "Durand", "M.", M, False),
        ("M DURAND", "Durand", "M.", M, False),
        ("Monsieur Durand", "Durand", "M.", M, False),
        ("M.DURAND", "Durand", "M.", M, False),
        ("Mme.Durand", "Durand", "Mme", F, False),
        ("MME DE LA TOUR", "de la Tour", "Mme", F, False),
        ("Mlle Durand", "Durand", "Mme", F, False),
        ("Vve DURAND", "Durand", "Mme", F, False),
        ("DURAND Mme", "Durand", "Mme", F, False),
        ("Dr Durand", "Durand", "Dr", None, False),
        ("Me Durand", "Durand", "Me", None, False),
        ("Mme le Dr Durand", "Durand", "Dr", F, False),
        ("M. et Mme DURAND", "Durand", "M. et Mme", None, True),
        ("Mr & Mrs Durand", "Durand", "M. et Mme", None, True),
        ("M. Durand et Mme Martin", "Durand et Martin", "M. et Mme", None, True),
        ("Famille Durand", "Durand", None, None, True),
        ("Epoux DURAND", "Durand", None, None, True),
    ],
)
def test_a_title_is_taken_off_a_last_name(
    text: str, name: str, title: str | None, sex: Sex | None, couple: bool
) -> None:
    cell = read_cell(text, surname=True)
    assert (cell.name, cell.title, cell.sex, cell.couple) == (name, title, sex, couple)
    assert "name.civility-inside" in cell.codes
    assert ("name.several-people" in cell.codes) is couple


@pytest.mark.parametrize(
    ("text", "name", "birth_name"),
    [
        ("DURAND née MARTIN", "Durand", "Martin"),
        ("DURAND NEE MARTIN", "Durand", "Martin"),
        ("Durand (née Martin)", "Durand", "Martin"),
        ("MARTIN épouse DURAND", "Durand", "Martin"),
        ("MARTIN ép. DURAND", "Durand", "Martin"),
        ("MARTIN Vve DURAND", "Durand", "Martin"),
        ("née MARTIN", "Martin", "Martin"),
        ("Müller geb. Schmidt", "Müller", "Schmidt"),
        ("Durand né Martin", "Durand", "Martin"),
        ("DE LA TOUR NÉE LE GOFF", "de la Tour", "Le Goff"),
    ],
)
def test_a_birth_name_is_taken_apart(text: str, name: str, birth_name: str) -> None:
    cell = read_cell(text, surname=True)
    assert (cell.name, cell.birth_name) == (name, birth_name)
    assert "name.birth-name" in cell.codes


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("DURAND Léa", ("Léa", "Durand")),
        ("Léa DURAND", ("Léa", "Durand")),
        ("DE LA TOUR Anne-Marie", ("Anne-Marie", "de la Tour")),
        ("Jean de LA FONTAINE", ("Jean", "de la Fontaine")),
        ("LE GOFF Yann", ("Yann", "Le Goff")),
        ("d'ALEMBERT Jean", ("Jean", "d'Alembert")),
        ("McDONALD John", ("John", "McDonald")),
        ("DURAND III Louis", ("Louis", "Durand III")),
        ("DURAND, Léa", ("Léa", "Durand")),
        ("Durand, Léa", ("Léa", "Durand")),
    ],
)
def test_two_names_in_one_cell_are_told_apart_by_case_or_comma(text: str, pair: tuple[str, str]) -> None:
    cell = read_cell(text, surname=True)
    assert cell.pair == pair
    assert list(cell.codes) == ["name.two-names"]


@pytest.mark.parametrize("text", ["Durand", "DURAND", "Le GOFF", "de GAULLE", "Durand Martin", "DURAND Léa MARTIN"])
def test_one_name_is_not_told_apart(text: str) -> None:
    assert read_cell(text, surname=True).pair is None


@pytest.mark.parametrize(
    ("text", "name", "codes"),
    [
        ("JEAN-PIERRE", "Jean-Pierre", []),
        ("jean pierre", "Jean Pierre", []),
        ("J.-P.", "J.-P.", []),
        ("M. Jean", "Jean", ["name.civility-inside"]),
        ("Jean & Marie", "Jean & Marie", ["name.several-people"]),
        ("Jean et Marie", "Jean et Marie", ["name.several-people"]),
        ("Marie née Durand", "Marie", ["name.birth-name"]),
        ("Jean DURAND", "Jean DURAND", ["name.two-names"]),
        ("Dr", "", ["name.civility-inside"]),
    ],
)
def test_a_first_name_cell_is_read(text: str, name: str, codes: list[str]) -> None:
    cell = read_cell(text, surname=False)
    assert (cell.name, list(cell.codes)) == (name, codes)


def test_a_cell_too_long_to_be_a_name_is_refused_with_its_length() -> None:
    assert dict(read_cell("a" * 5000, surname=True).codes) == {"name.too-long": {"characters": 5000}}
    assert read_cell(" " * 5_000_000 + "Durand", surname=True).name == "Durand"


@pytest.mark.parametrize(
    ("text", "name"), [("1ER y", "1er Y"), ("ý³", "ý³"), (". X", ""), ("M. M. Durand", "Durand"), ("( Vve", "")]
)
def test_a_cell_is_read_until_it_is_settled(text: str, name: str) -> None:
    cell = read_cell(text, surname=True)
    assert cell.name == name
    assert read_cell(cell.name, surname=True).name == name


def test_a_cell_that_does_not_settle_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(name_cell, "_ROUNDS", 0)
    cell = read_cell("Durand 2", surname=True)
    assert (cell.name, list(cell.codes)) == ("", ["name.digits", "name.unreadable"])


def test_a_title_alone_is_a_filler_that_still_tells_the_title() -> None:
    assert read_cell("Madame", surname=True).title == "Mme"
