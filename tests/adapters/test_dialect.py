from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.adapters.dialect import DELIMITERS, find_dialect, is_blank, sep_line
from contactbase.adapters.quotes import Quoting

SAMPLES = [
    ("Nom;Ville\nPetit;Lyon\n", ";"),
    ("Nom,Ville\nPetit,Lyon\n", ","),
    ("Nom\tVille\nPetit\tLyon\n", "\t"),
    ("Nom|Ville\nPetit|Lyon\n", "|"),
    ("a@example.org\nb@example.org\nc@example.org\n", ""),
    ("email\na@example.org\nb@example.org\n", ""),
    ("06 12 34 56 78\n0612345679\n", ""),
    ("Nom complet\nPetit, Léa\nRoux, Paul\n", ""),
    ("adresse\n12, rue des Lilas, Lyon\n13 rue du Port\n4, place Neuve\n", ""),
    ('"Petit, Léa"\n"Roux, Paul"\n', ""),
    ("Nom;Montant\nPetit;1,50\nRoux;2,75\n", ";"),
    ("Nom;Adresse;Ville\nPetit;12, rue A;Lyon\nRoux;13, rue B;Nice\n", ";"),
    ("Nom,Tags\nPetit,a|b\nRoux,c|d\n", ","),
    ('Nom,"Note; libre"\nPetit,"a;b"\nRoux,"c;d"\n', ","),
    ("email\na@example.org,\nb@example.org,\n", ","),
    ("email,name,note\na@example.org\nb@example.org,Léa,x\n", ","),
    ("a,b,c,d\n1,2,3\n", ","),
    ("id,nom,prénom,email\nc0000", ","),
    ("Nom, prénom, ville du client\nPetit Léa Lyon\nRoux Paul Nice\nBlanc Ève Sète\nPré Luc Alès\n", ""),
    ("name,email\nLéa,a@example.org,x\n", ","),
    ("Export du 12 mars, complet\nNom;Ville;Tel\nPetit;Lyon;0612345678\n", ";"),
    ("Petit;Léa;0612345678\nRoux;Paul;0612345679\n", ";"),
    ("Date;Heure\n12/03/2026;10:30\n13/03/2026;11:45\n", ";"),
    ("Nom\tAdresse\nPetit\t12, rue A; bât. B\nRoux\t13, rue C; bât. D\n", "\t"),
    (
        '"First Name","Last Name","Email"\n"Zoé","Roux","z@example.org"\n\n"Export"\n"Copyright"\n"Secret"\n"By: A"\n',
        ",",
    ),
    ("id|json\n1|{a,b;c}\n2|{d,e;f}\n", "|"),
]


@pytest.mark.parametrize(("sample", "delimiter"), SAMPLES)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_delimiter_is_found_by_trying(sample: str, delimiter: str, end: str) -> None:
    assert find_dialect(sample.replace("\n", end)).quoting.delimiter == delimiter


@pytest.mark.parametrize(
    ("sample", "quoting"),
    [
        ('a,b\n"Léa \\"Lili\\" P",x\n"u",v\n', Quoting(",", '"', escape=True)),
        ('a, b\n"p, q", "r, s"\n"t", "u"\n', Quoting(",", '"', skip_space=True)),
        ("a,b\n'x, y','z'\n'u','v'\n", Quoting(",", "'")),
        ('nom;taille\nécran;"19\ntable;"20\n', Quoting(";", "")),
        ("a,b\nl'été,d'or\n'68,x\n", Quoting(",", '"')),
        ('a;b\n12" écran;x\n"q";y\n', Quoting(";", '"')),
        ('a;b\n"x;1\n"q";y\n"r";"s"\n', Quoting(";", '"')),
    ],
)
def test_other_manners_of_quoting_are_taken_where_they_read_better(sample: str, quoting: Quoting) -> None:
    assert find_dialect(sample).quoting == quoting


def test_what_the_caller_knows_is_not_tried_otherwise() -> None:
    assert find_dialect("a:b\n1:2\n", delimiter=":").quoting == Quoting(":", '"')
    assert find_dialect("Nom;Ville\nPetit;Lyon\n", delimiter="").quoting == Quoting("", '"')
    assert find_dialect('a;b\n"1;2\n', quote="").quoting == Quoting(";", "")


def test_a_cell_cut_by_the_end_of_a_sample_says_nothing_against_its_quotes() -> None:
    rows = "".join(f'{n};"Lyon, {n}"\n' for n in range(50))
    trial = find_dialect(f'id;ville\n{rows}51;"coupé\nau\n', complete=False)
    assert (trial.quoting.delimiter, trial.broken, trial.fit) == (";", 0, 1.0)
    assert find_dialect(f'id;ville\n{rows}51;"coupé\nau\n').broken == 1


@pytest.mark.parametrize("sample", ["", "\n\n", '""\n', "  \n\t\n", "\x1a"])
def test_a_sample_with_nothing_in_it_has_no_records(sample: str) -> None:
    assert find_dialect(sample).records == []


@pytest.mark.parametrize(
    ("sample", "delimiter"),
    [
        ("sep=;\r\na;b", ";"),
        ("SEP=,\na", ","),
        ('"sep=|"\n', "|"),
        ("sep=\t\r", "\t"),
        ("sep=;;;\n", ";"),
        ("sep=\n", None),
        ("separator=;\n", None),
        ("a\nsep=;\n", None),
    ],
)
def test_a_first_line_may_name_the_delimiter(sample: str, delimiter: str | None) -> None:
    assert sep_line(sample) == delimiter


@pytest.mark.parametrize(
    ("cells", "blank"),
    [([], True), ([""], True), (["", ""], True), ([" \t"], True), (["\x1a"], True), ([" ", ""], False), (["0"], False)],
)
def test_a_blank_record_says_nothing(cells: list[str], blank: bool) -> None:
    assert is_blank(cells) is blank


@given(st.text(st.sampled_from("Nom@.1 ;,\t|\"'\\\n\r\0é="), max_size=60), st.booleans())
@settings(max_examples=300)
def test_any_sample_is_read_in_some_way(sample: str, complete: bool) -> None:
    trial = find_dialect(sample, complete=complete)
    assert trial.quoting.delimiter in ("", *DELIMITERS)
