"""Capitals put back where a name was typed in one case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.normalize.case import is_capitals, is_initials, restore_first_name, restore_surname

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=20)
LETTERS = st.text("aàbDdeéilnouvMc' -.ÀÉIJßİ", max_size=16).map(lambda text: " ".join(text.split()))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("DUPONT", "Dupont"),
        ("dupont", "Dupont"),
        ("ÉTIENNE", "Étienne"),
        ("ÖZTÜRK", "Öztürk"),
        ("ŁUKASIEWICZ", "Łukasiewicz"),
        ("ИВАНОВА", "Иванова"),
        ("ΠΑΠΑΔΟΠΟΥΛΟΣ", "Παπαδοπουλος"),
        ("DE GAULLE", "de Gaulle"),
        ("de gaulle", "de Gaulle"),
        ("DU BELLAY", "du Bellay"),
        ("DES FORÊTS", "des Forêts"),
        ("DE LA TOUR", "de la Tour"),
        ("DE LA TOUR D'AUVERGNE", "de la Tour d'Auvergne"),
        ("D'ALEMBERT", "d'Alembert"),
        ("D’ORMESSON", "d’Ormesson"),
        ("LA FONTAINE", "La Fontaine"),
        ("DE LA FONTAINE", "de la Fontaine"),
        ("LE GOFF", "Le Goff"),
        ("LE MESRE DE PAS", "Le Mesre de Pas"),
        ("LES BAUX", "Les Baux"),
        ("L'HOSTIS", "L'Hostis"),
        ("EL KHOURY", "El Khoury"),
        ("EL-KHOURY", "El-Khoury"),
        ("BEN ALI", "Ben Ali"),
        ("AÏT AHMED", "Aït Ahmed"),
        ("SAINT LAURENT", "Saint Laurent"),
        ("ST MARTIN", "St Martin"),
        ("SAINT-JEAN-DE-LUZ", "Saint-Jean-de-Luz"),
        ("MARTIN-DU-GARD", "Martin-du-Gard"),
        ("LEROY-D'ESTAING", "Leroy-d'Estaing"),
        ("VAN DER BERG", "van der Berg"),
        ("VAN DEN BROECK", "van den Broeck"),
        ("VAN 'T HOFF", "van 't Hoff"),
        ("VON HUMBOLDT", "von Humboldt"),
        ("VON UND ZU GUTTENBERG", "von und zu Guttenberg"),
        ("TER STEGEN", "ter Stegen"),
        ("DI MARIA", "di Maria"),
        ("DELLA VALLE", "della Valle"),
        ("DELL'ACQUA", "Dell'Acqua"),
        ("DA SILVA", "da Silva"),
        ("DOS SANTOS", "dos Santos"),
        ("DA COSTA E SILVA", "da Costa e Silva"),
        ("ORTEGA Y GASSET", "Ortega y Gasset"),
        ("GARCIA DE LOS RIOS", "Garcia de los Rios"),
        ("NGUYEN VAN AN", "Nguyen Van An"),
        ("N'DIAYE", "N'Diaye"),
        ("M'BAREK", "M'Barek"),
        ("O'BRIEN", "O'Brien"),
        ("MCDONALD", "McDonald"),
        ("MC DONALD", "Mc Donald"),
        ("MACDONALD", "Macdonald"),
        ("MACHADO", "Machado"),
        ("DUPONT III", "Dupont III"),
        ("dupont iii", "Dupont III"),
        ("DUPONT DIT LAFLEUR", "Dupont dit Lafleur"),
        ("DUPONT ET DURAND", "Dupont et Durand"),
        ("ALİ", "Ali"),
        ("DE", "De"),
        ("VAN", "Van"),
        ("DO VAN", "Do Van"),
        ("NGUYEN VAN", "Nguyen Van"),
        ("1ER", "1er"),
        ("O", "O"),
        # what shows its case already
        ("de Gaulle", "de Gaulle"),
        ("De Gaulle", "De Gaulle"),
        ("de La Tour", "de La Tour"),
        ("McDonald", "McDonald"),
        ("LeBlanc", "LeBlanc"),
        ("Dupont DURAND", "Dupont DURAND"),
        ("李", "李"),
        ("محمد", "محمد"),
        # capitals beside particles that are none
        ("de GAULLE", "de Gaulle"),
        ("Le GOFF", "Le Goff"),
        ("d'ALEMBERT", "d'Alembert"),
        ("van DEN BERG", "van den Berg"),
        ("Mac DONALD", "Mac Donald"),
        ("McDONALD", "McDonald"),
        ("MacDONALD", "MacDonald"),
    ],
)
def test_a_surname_gets_its_capitals(typed: str, name: str) -> None:
    assert restore_surname(typed) == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("JEAN", "Jean"),
        ("jean-pierre", "Jean-Pierre"),
        ("JEAN PIERRE", "Jean Pierre"),
        ("MARIE-DE-LOURDES", "Marie-de-Lourdes"),
        ("MARIA DA CONCEIÇÃO", "Maria da Conceição"),
        ("MARIE DE LA PAIX", "Marie de la Paix"),
        ("JEAN DE DIEU", "Jean de Dieu"),
        ("VAN AN", "Van An"),
        ("DE", "De"),
        ("J.-P.", "J.-P."),
        ("j.p.", "J.P."),
        ("JEAN ET MARIE", "Jean et Marie"),
        ("LOUIS XIV", "Louis XIV"),
        ("élodie", "Élodie"),
        ("HELENE", "Helene"),
        ("Jean-pierre", "Jean-pierre"),
        ("ß", "ß"),
    ],
)
def test_a_first_name_gets_its_capitals(typed: str, name: str) -> None:
    assert restore_first_name(typed) == name


@given(ANY_TEXT | LETTERS)
def test_restoring_twice_is_restoring_once(text: str) -> None:
    assert restore_surname(restore_surname(text)) == restore_surname(text)
    assert restore_first_name(restore_first_name(text)) == restore_first_name(text)


@given(LETTERS)
def test_only_case_changes(text: str) -> None:
    assert restore_surname(text).casefold() == text.replace("İ", "i").casefold() or "İ" in text


@pytest.mark.parametrize(
    ("word", "capitals"),
    [("DUPONT", True), ("d'ALEMBERT", True), ("McDONALD", True), ("Dupont", False), ("J", False), ("dupont", False)],
)
def test_capitals_are_told(word: str, capitals: bool) -> None:
    assert is_capitals(word) is capitals


@pytest.mark.parametrize(
    ("word", "initials"), [("J", True), ("J.-P.", True), ("J.P.", True), ("Jo", False), ("", False)]
)
def test_initials_are_told(word: str, initials: bool) -> None:
    assert is_initials(word) is initials
