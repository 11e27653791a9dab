"""A full name in one cell: which words are the first name, which the last."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.model.enums import Sex
from contactbase.normalize import full_name
from contactbase.normalize.full_name import PersonName, full_name_text, read_full_name

M, F = Sex.M, Sex.F
WORDS = st.sampled_from(
    "Jean JEAN jean Durand DURAND durand M. M Mme MME Dr et & / née NEE né épouse Vve de DE d' D'ALEMBERT l' Le LE la"
    " van VAN ( ) (décédé) (M.) , . - ' X NC test J. J.-P. III Jr SARL ets 2 lea@example.org HÃ©lÃ¨ne ? Nguyen"
    " Van Thi Mc McDONALD Famille Marie-Claude Saint O' é ß Mlle Maître ép. Ou y e 1ER ŉ ΑΣ İ ﬁ".split()
)
NAMES = st.lists(WORDS, max_size=6).map(" ".join)
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=24)


@pytest.mark.parametrize(
    ("text", "first", "last", "codes"),
    [
        # a comma
        ("Durand, Léa", "Léa", "Durand", []),
        ("DURAND, LÉA", "Léa", "Durand", []),
        ("García Márquez, Gabriel", "Gabriel", "García Márquez", []),
        ("de la Tour, Anne", "Anne", "de la Tour", []),
        ("Smith, Jr", None, "Smith Jr", ["name.single-word"]),
        # capitals beside small letters
        ("DURAND Léa", "Léa", "Durand", []),
        ("Léa DURAND", "Léa", "Durand", []),
        ("LE GOFF Yann", "Yann", "Le Goff", []),
        ("VAN DER BERG Jan", "Jan", "van der Berg", []),
        ("Charles DE GAULLE", "Charles", "de Gaulle", []),
        ("Jean de LA FONTAINE", "Jean", "de la Fontaine", []),
        ("ABDEL-KADER Mohamed", "Mohamed", "Abdel-Kader", []),
        ("Louis DURAND III", "Louis", "Durand III", []),
        ("Marie-Claude PETIT-JEAN", "Marie-Claude", "Petit-Jean", []),
        # initials
        ("J. DURAND", "J.", "Durand", []),
        ("DURAND J.-P.", "J.-P.", "Durand", []),
        ("J.P. Durand", "J.P.", "Durand", []),
        # particles and articles
        ("Jan van der Berg", "Jan", "van der Berg", []),
        ("Yann Le Goff", "Yann", "Le Goff", []),
        ("Le Goff Yann", "Yann", "Le Goff", ["name.order-by-list"]),
        ("Jeanne d'Arc", "Jeanne", "d'Arc", []),
        ("Maria da Silva Santos", "Maria", "da Silva Santos", []),
        ("Mohamed Ben Ali", "Mohamed", "Ben Ali", []),
        ("Yves Saint Laurent", "Yves", "Saint Laurent", []),
        ("O'Brien Sean", "Sean", "O'Brien", ["name.order-by-list"]),
        ("De La Tour Anne", "Anne", "De La Tour", ["name.order-by-list"]),
        ("de Gaulle", None, "de Gaulle", ["name.single-word"]),
        ("Nguyen Van An", "Van An", "Nguyen", []),
        ("Nguyễn Thị Minh Khai", "Thị Minh Khai", "Nguyễn", []),
        # usual first names
        ("Léa Durand", "Léa", "Durand", []),
        ("léa durand", "Léa", "Durand", []),
        ("LEA DURAND", "Lea", "Durand", []),
        ("DURAND LEA", "Lea", "Durand", ["name.order-by-list"]),
        ("Jean Pierre Durand", "Jean Pierre", "Durand", []),
        ("Dupont-Durand Sophie", "Sophie", "Dupont-Durand", ["name.order-by-list"]),
        ("Sophie Martin", "Sophie", "Martin", []),
        ("Martin Sophie", "Sophie", "Martin", ["name.order-by-list"]),
        ("Thomas Martin", "Thomas", "Martin", ["name.order-unsure"]),
        ("Xylo Zorbak", "Xylo", "Zorbak", ["name.order-unsure"]),
        # one word
        ("Durand", None, "Durand", ["name.single-word"]),
        ("Léa", "Léa", None, ["name.single-word"]),
        ("Martin", None, "Martin", ["name.single-word"]),
        ("李小龍", None, "李小龍", ["name.single-word"]),
        # several people
        ("Jean et Marie Durand", "Jean et Marie", "Durand", ["name.several-people"]),
        ("DURAND Jean et Marie", "Jean et Marie", "Durand", ["name.several-people"]),
        ("Jean et Marie", "Jean et Marie", None, ["name.several-people"]),
        ("Durand et Petit", None, "Durand et Petit", ["name.several-people"]),
        ("Durand Jean et Marie", "Jean et Marie", "Durand", ["name.several-people"]),
        ("Jean Durand et Marie Petit", None, "Jean Durand et Marie Petit", ["name.several-people"]),
        # companies, marks, dirt
        ("SARL DURAND", None, "SARL DURAND", ["name.looks-like-company"]),
        ("SARL DURAND, Jean", "Jean", "SARL DURAND", ["name.looks-like-company"]),
        ("Durand Léa (décédée)", "Léa", "Durand", ["name.deceased", "name.order-by-list"]),
        ("Léa Durand <lea@example.org>", "Léa", "Durand", ["name.contact-detail"]),
        ("HÃ©lÃ¨ne DURAND", "Hélène", "Durand", ["text.mojibake-repaired"]),
        ("Léa Durand 2", "Léa", "Durand 2", ["name.digits"]),
        ("John Smith Jr", "John", "Smith Jr", []),
        # nobody
        ("", None, None, []),
        ("NC", None, None, ["name.placeholder"]),
        ("Client Test", None, None, ["name.placeholder"]),
        ("lea@example.org", None, None, ["name.is-email"]),
        ("12345", None, None, ["name.no-letters"]),
        ("né né", None, None, ["name.birth-name"]),
        # the canonical text
        ("Durand, -", None, "Durand", []),
        ("-, Léa", "Léa", None, []),
    ],
)
def test_a_full_name_is_read(text: str, first: str | None, last: str | None, codes: list[str]) -> None:
    name, found = read_full_name(text)
    parts = (None, None) if name is None else (name.first_name, name.last_name)
    assert (parts, list(found)) == ((first, last), codes)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("M. Jean DURAND", PersonName("M.", "Jean", "Durand", None, False, M)),
        ("Mme le Dr Anne Petit", PersonName("Dr", "Anne", "Petit", None, False, F)),
        ("Monsieur le Docteur Paul PETIT", PersonName("Dr", "Paul", "Petit", None, False, M)),
        ("Me Paul Durand", PersonName("Me", "Paul", "Durand")),
        ("DURAND Mme", PersonName("Mme", None, "Durand", None, False, F)),
        ("M. et Mme DURAND Jean", PersonName("M. et Mme", "Jean", "Durand", None, True)),
        ("M. Jean et Mme Marie DURAND", PersonName("M. et Mme", "Jean et Marie", "Durand", None, True)),
        ("M. DURAND et Mme PETIT", PersonName("M. et Mme", None, "Durand et Petit", None, True)),
        ("Famille Durand", PersonName(None, None, "Durand", None, True)),
        ("Vve DURAND née PETIT Alice", PersonName("Mme", "Alice", "Durand", "Petit", False, F)),
        ("Mme Alice Durand (née Petit)", PersonName("Mme", "Alice", "Durand", "Petit", False, F)),
        ("PETIT Alice épouse DURAND", PersonName("Mme", "Alice", "Durand", "Petit", False, F)),
        ("DURAND Paul né PETIT", PersonName(None, "Paul", "Durand", "Petit")),
    ],
)
def test_titles_and_birth_names_are_taken_apart(text: str, name: PersonName) -> None:
    assert read_full_name(text)[0] == name


@settings(max_examples=300)
@given(NAMES | ANY_TEXT)
def test_the_canonical_text_of_a_name_is_read_as_the_same_name(text: str) -> None:
    name, _ = read_full_name(text)
    if name is not None:
        assert read_full_name(full_name_text(name))[0] == name


def test_a_name_is_read_until_it_is_settled() -> None:
    assert read_full_name(". X")[0] is None
    assert read_full_name("Jr Durand")[0] == PersonName(None, None, "Durand Jr")


def test_a_name_that_does_not_settle_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(full_name, "_ROUNDS", 0)
    name, codes = read_full_name("Durand 2, Léa")
    assert (name, list(codes)) == (None, ["name.digits", "name.unreadable"])


def test_a_name_shows_nothing_personal_but_its_title() -> None:
    name, _ = read_full_name("Mme DURAND née PETIT Alice")
    assert repr(name) == "PersonName(title='Mme', couple=False, sex=<Sex.F: 'F'>)"
