"""Names that were split, kept or taken without a word: every one of them now says something, or is read right."""

from __future__ import annotations

import datetime as dt

import pytest

import contactbase as cb
from contactbase.normalize.full_name import read_full_name


@pytest.mark.parametrize(
    ("cell", "first", "last", "codes"),
    [
        ("O Brien Sean", "Sean", "O Brien", {"name.order-unsure"}),
        ("O NEILL", "O", "Neill", {"name.order-unsure"}),
        ("D ALEMBERT JEAN", "Jean", "d Alembert", {"name.order-unsure"}),
        ("Elodie D.", "D.", "Elodie", {"name.order-unsure"}),
        ("D. Elodie", "D.", "Elodie", {"name.order-unsure"}),
        ("J. DURAND", "J.", "Durand", set()),
        ("山田 太郎", "太郎", "山田", {"name.family-name-first"}),
        ("李 小龍", "小龍", "李", {"name.family-name-first"}),
        ("김 민수", "민수", "김", {"name.family-name-first"}),
        ("Camille Claude", "Camille", "Claude", {"name.order-unsure"}),
        ("LÉA Durand", "Durand", "Léa", {"name.order-unsure"}),
        ("DURAND Léa", "Léa", "Durand", set()),
        ("Jean | Marie Durand", "Jean | Marie", "Durand", {"name.several-people", "name.symbols"}),
        ("Durand | Petit", None, "Durand | Petit", {"name.several-people", "name.symbols"}),
        ("DURAND & FILS", None, "DURAND & FILS", {"name.looks-like-company"}),
        ("Durand et Cie", None, "Durand et Cie", {"name.looks-like-company"}),
        ("Jean DURAND, Marie PETIT", None, "Jean DURAND et Marie PETIT", {"name.several-people"}),
        ("Sophie Durand, Zoé Petit", None, "Sophie Durand et Zoé Petit", {"name.several-people"}),
        ("Durand, Jean-Pierre, M.", "Jean-Pierre", "Durand", {"name.civility-inside"}),
        ("Durand Vve MARTIN ALICE", "Alice", "Martin", {"name.birth-name", "name.order-by-list"}),
        ("Succession Durand", None, "Durand", {"name.deceased", "name.single-word"}),
        ("Jean dit Jojo Durand", "Jean", "dit Jojo Durand", {"name.also-known-as"}),
        ("Durand NE PAS APPELER", None, "Durand", {"name.refusal-beside", "name.single-word"}),
        ("Durand Léa (liste rouge)", "Léa", "Durand", {"name.refusal-beside", "name.order-by-list"}),
        ("Durand (ne plus contacter)", None, "Durand", {"name.refusal-beside", "name.single-word"}),
        ("ne pas contacter", None, None, {"name.refusal-beside"}),
        ("Rouge Anne", "Anne", "Rouge", {"name.order-by-list"}),
        ("idem", None, None, {"name.placeholder"}),
        ("voir ci-dessus", None, None, {"name.placeholder"}),
        ("à vérifier", None, None, {"name.placeholder"}),
    ],
)
def test_nothing_is_split_in_silence(cell: str, first: str | None, last: str | None, codes: set[str]) -> None:
    name, said = read_full_name(cell)
    assert (first, last) == (None, None) if name is None else (name.first_name, name.last_name) == (first, last)
    assert set(said) == codes


@pytest.mark.parametrize(
    ("cells", "channels"),
    [
        ({"last_name": "Durand NE PAS APPELER"}, {"sms", "email", "post", "phone"}),
        ({"last_name": "Durand", "email": "lea@example.org (désabonnée)"}, {"email"}),
        ({"last_name": "Durand", "email": "lea@example.org STOP"}, {"email"}),
        ({"last_name": "Durand", "email": "lea@example.org - ne pas envoyer de mail"}, {"email"}),
        ({"last_name": "Durand", "mobile": "06 12 34 56 78 STOP"}, {"sms", "phone"}),
        ({"last_name": "Durand", "mobile": "06 12 34 56 78 (rappeler après 18h)"}, set()),
        ({"last_name": "Durand", "email": "lea@example.org (perso)"}, set()),
    ],
)
def test_a_refusal_beside_a_value_is_a_withdrawal(cells: dict[str, str], channels: set[str]) -> None:
    base, _ = cb.clean([cells], as_of=dt.date(2026, 11, 22))
    contact = base["c-1"]
    assert {str(line.channel) for line in contact.consents} == channels
    assert all(line.status is cb.ConsentStatus.WITHDRAWN for line in contact.consents)
    assert len(contact.emails) == ("email" in cells)


@pytest.mark.parametrize(
    ("field", "cell", "code"),
    [
        ("mobile", "06 12 34 56 78 (HS)", "phone.said-out-of-use"),
        ("mobile", "ancien 06 12 34 56 78", "phone.said-out-of-use"),
        ("mobile", "06 12 34 56 78 plus attribué", "phone.said-out-of-use"),
        ("mobile", "06 12 34 56 78 mais plus valable", "phone.said-out-of-use"),
        ("email", "lea@example.org (ne plus utiliser)", "email.said-out-of-use"),
        ("email", "lea@example.org npai", "email.said-out-of-use"),
        ("email", "lea@example.org (ancienne adresse)", "email.said-out-of-use"),
    ],
)
def test_what_is_said_to_be_out_of_use_is_kept_with_a_warning(field: str, cell: str, code: str) -> None:
    base, journal = cb.clean([{"last_name": "Durand", field: cell}], as_of=dt.date(2026, 11, 22))
    assert base["c-1"].phones or base["c-1"].emails
    assert base["c-1"].consents == ()
    assert code in journal.count()
