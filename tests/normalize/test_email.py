"""Cells of e-mail addresses: what is read, what is refused, and that every way of reading gives the same."""

from __future__ import annotations

import os

import pytest
from email_validator import EmailNotValidError, validate_email
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.code import Code
from contactbase.model.codes.catalog import CATALOG
from contactbase.model.codes.email import CODES
from contactbase.model.enums import Severity
from contactbase.model.hints import Hints
from contactbase.normalize.email import EMAIL, _Column, column, normalize, with_disposable
from normalize.email_cells import addresses

COUNT = 1_000_000 if os.environ.get("CONTACTBASE_NIGHTLY") == "1" else 20_000


def codes(text: str, hints: Hints = Hints()) -> list[str]:  # noqa: B008 - a frozen value
    return [found.code.removeprefix("email.") for found in normalize(text, hints).findings]


def read(text: str) -> list[str]:
    return [email.address for email in normalize(text).values]


@pytest.mark.parametrize(
    ("cell", "values", "findings"),
    [
        ("", [], []),
        (" \t\n", [], []),
        ("lea@example.org", ["lea@example.org"], []),
        ("  lea@example.org\u00a0", ["lea@example.org"], []),
        ("Lea.Durand@Example.ORG", ["Lea.Durand@example.org"], []),
        ("LEA@GMAIL.COM", ["LEA@gmail.com"], []),
        ("o'neil@example.org", ["o'neil@example.org"], []),
        ("lea+promo@example.org", ["lea+promo@example.org"], []),
        # wrappings
        ("mailto:lea@example.org", ["lea@example.org"], ["unwrapped"]),
        ("MAILTO:lea@example.org?subject=Bonjour&cc=x", ["lea@example.org"], ["unwrapped"]),
        ("mailto:%20lea%40example.org", ["lea@example.org"], ["unwrapped"]),
        ("<lea@example.org>", ["lea@example.org"], ["unwrapped"]),
        ("Léa Durand <lea@example.org>", ["lea@example.org"], ["unwrapped"]),
        ('"Durand, Léa" <lea@example.org>', ["lea@example.org"], ["unwrapped"]),
        ("'lea@example.org'", ["lea@example.org"], ["unwrapped"]),
        ("'lea@example.org", ["lea@example.org"], ["unwrapped"]),
        ("« lea@example.org »", ["lea@example.org"], ["unwrapped"]),
        ("E-mail : lea@example.org", ["lea@example.org"], ["unwrapped"]),
        ("smtp:lea@example.org", ["lea@example.org"], ["unwrapped"]),
        ("lea@example.org (perso)", ["lea@example.org"], ["comment-removed"]),
        ("lea@example.org.", ["lea@example.org"], ["punctuation-removed"]),
        ("lea@example.org ;", ["lea@example.org"], ["punctuation-removed"]),
        ("lea@example.org; nc", ["lea@example.org"], ["punctuation-removed"]),
        ("\u200b\ufefflea@example.org\u202c", ["lea@example.org"], ["invisible-removed"]),
        ("ｌｅａ＠ｅｘａｍｐｌｅ．ｏｒｇ", ["lea@example.org"], ["full-width"]),
        # repairs that are certain
        ("lea@free,fr", ["lea@free.fr"], ["comma-for-dot"]),
        ("lea@free;fr", ["lea@free.fr"], ["comma-for-dot"]),
        ("lea@boulangerie, fr", ["lea@boulangerie.fr"], ["comma-for-dot"]),
        ("lea@gmail..com", ["lea@gmail.com"], ["double-dot"]),
        ("lea @ example.org", ["lea@example.org"], ["space-removed"]),
        ("lea@example .org", ["lea@example.org"], ["space-removed"]),
        ("lea(at)example.org", ["lea@example.org"], ["at-spelled-out"]),
        ("lea [arobase] example [point] org", ["lea@example.org"], ["at-spelled-out"]),
        ("lea(@)example.org", ["lea@example.org"], ["at-spelled-out"]),
        ("leaàgmail.com", ["lea@gmail.com"], ["at-spelled-out"]),
        # several
        ("lea@example.org;leo@example.org", ["lea@example.org", "leo@example.org"], ["several-in-cell"]),
        ("lea@example.org, leo@example.org", ["lea@example.org", "leo@example.org"], ["several-in-cell"]),
        ("lea@example.org/leo@example.org", ["lea@example.org", "leo@example.org"], ["several-in-cell"]),
        ("lea@example.org leo@example.org", ["lea@example.org", "leo@example.org"], ["several-in-cell"]),
        ("lea@example.org ou leo@example.org", ["lea@example.org", "leo@example.org"], ["several-in-cell"]),
        ("A <a@example.org>, B <b@example.org>", ["a@example.org", "b@example.org"], ["unwrapped", "several-in-cell"]),
        ("lea@example.org|leo@example.org", ["lea@example.org", "leo@example.org"], []),
        ("lea@example.org\nleo@example.org", ["lea@example.org", "leo@example.org"], []),
        ("lea@example.org\nLEA@example.org", ["lea@example.org"], ["repeated-in-cell"]),
        ("lea@example.org|leo", ["lea@example.org"], ["missing-at"]),
        ("lea@free,fr; leo@example.org", ["lea@free.fr", "leo@example.org"], ["comma-for-dot", "several-in-cell"]),
        # what has two readings is refused
        ("lea,durand@example.org", [], ["comma-inside"]),
        ("lea;durand@example.org", [], ["comma-inside"]),
        ("lea@sub.example,org", [], ["comma-inside"]),
        ("Léa lea@example.org", [], ["space-inside"]),
        ("lea@example.org Paris", [], ["space-inside"]),
        ("lea@example.org . Paris", [], ["space-inside"]),
        ("lea <lea@example.org> 06 12", [], ["space-inside"]),
        ("lea, durand@example.org, leo@example.org", [], ["unclear-list"]),
        ("lea@example.orgleo@example.org", [], ["several-at"]),
        ("lea@@example.org", [], ["several-at"]),
        ("lea at example.org", [], ["at-in-words"]),
        ("lea.example.org", [], ["missing-at"]),
        ("leaàexample.org", [], ["missing-at"]),
        ("0612345678", [], ["missing-at"]),
        ("lea@boul..fr", [], ["domain-dot"]),
        ("lea\x00@example.org", [], ["local-character"]),
        # worth knowing
        ("léa@example.org", ["léa@example.org"], ["non-ascii-local"]),
        ("lea’s@example.org", ["lea’s@example.org"], ["non-ascii-local"]),
        ("lea/leo@example.org", ["lea/leo@example.org"], ["unusual-character"]),
        ("Contact@example.org", ["Contact@example.org"], ["role-account"]),
        ("lea@gmial.com", ["lea@gmial.com"], ["domain-typo"]),
        ("lea@gmail.con", ["lea@gmail.con"], ["domain-typo"]),
        ("lea@hotmail.fr.fr", ["lea@hotmail.fr.fr"], ["domain-typo"]),
        ("lea@gmail.fr", ["lea@gmail.fr"], ["domain-doubtful"]),
        ("lea@free.f", ["lea@free.f"], ["domain-typo", "impossible-ending"]),
        ("lea@example.ff", ["lea@example.ff"], ["impossible-ending"]),
        ("lea@דוגמה.org", ["lea@דוגמה.org"], ["idn-unverified"]),
        # nothing there
        ("nc", [], ["none-stated"]),
        ("Pas d'e-mail", [], ["none-stated"]),
        ("---", [], ["none-stated"]),
        ("nc@nc.fr", [], ["placeholder"]),
        ("TEST@Test.fr", [], ["placeholder"]),
        ("aucun@free.fr", [], ["placeholder"]),
        ("noemail@example.org", [], ["placeholder"]),
        ("xxxx@gmail.com", [], ["placeholder"]),
        ("x" * 20_001, [], ["cell-too-long"]),
    ],
)
def test_a_cell_is_read_as_a_careful_clerk_would(cell: str, values: list[str], findings: list[str]) -> None:
    assert read(cell) == values
    assert codes(cell) == findings


def test_the_separator_of_a_layout_parts_values() -> None:
    hints = Hints(list_separator=" ::: ")
    assert [email.address for email in normalize("a@example.org ::: b@example.org", hints).values] == [
        "a@example.org",
        "b@example.org",
    ]


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("Lea@Example.org", "lea@example.org"),
        ("lea.durand+promo@gmail.com", "leadurand@gmail.com"),
        ("l.e.a@googlemail.com", "lea@gmail.com"),
        ("+test@gmail.com", "+test@gmail.com"),
        ("lea+promo@hotmail.fr", "lea@hotmail.fr"),
        ("lea+promo@outlook.com", "lea@outlook.com"),
        ("lea+promo@live.fr", "lea@live.fr"),
        ("lea+promo@icloud.com", "lea@icloud.com"),
        ("lea+promo@me.com", "lea@me.com"),
        ("lea+promo@fastmail.com", "lea@fastmail.com"),
        ("lea+promo@proton.me", "lea@proton.me"),
        ("l.e.a@hotmail.fr", "l.e.a@hotmail.fr"),
        ("lea+promo@orange.fr", "lea+promo@orange.fr"),
        ("lea@münchen.de", "lea@xn--mnchen-3ya.de"),
        ("LÉA@example.org", "léa@example.org"),
    ],
)
def test_the_key_joins_what_one_provider_delivers_to_one_mailbox(address: str, key: str) -> None:
    (email,) = normalize(address).values
    assert email.key == key
    assert email.address.partition("@")[0] == address.partition("@")[0]


def test_two_spellings_of_one_domain_have_one_key() -> None:
    (one,), (other,) = normalize("lea@münchen.de").values, normalize("lea@xn--mnchen-3ya.de").values
    assert one.key == other.key
    assert one.address != other.address


@pytest.mark.parametrize(
    "cell", ["lea@example.org", "lea@gmail.com", "o'neil@example.org", "lea@example.org;leo@free.fr"]
)
def test_an_address_that_is_its_own_key_is_one_object(cell: str) -> None:
    for email in normalize(cell).values:
        assert email.key is email.address


def test_throw_away_domains_are_those_that_are_given() -> None:
    aware = with_disposable({"yopmail.example"})
    assert [found.code for found in aware.normalize("lea@yopmail.example").findings] == ["email.disposable"]
    assert codes("lea@yopmail.example") == []


def test_a_suggestion_names_the_domain_alone() -> None:
    (found,) = normalize("lea.durand@gmial.com").findings
    assert found.details == (("suggestion", "gmail.com"),)
    assert "durand" not in found.message + found.say("fr")


def test_findings_carry_the_field_of_the_column() -> None:
    assert normalize("lea").findings[0].field == "emails"
    assert normalize("lea", Hints(field="email")).findings[0].field == "email"


@pytest.mark.parametrize("code", [code for code in CODES if code.example], ids=lambda code: code.id)
def test_the_example_of_a_code_gives_the_code(code: Code) -> None:
    assert code.id in [found.code for found in normalize(code.example).findings]


def test_a_refusal_leaves_no_value_and_a_value_has_no_error() -> None:
    for cell in addresses(3000, seed=21):
        form = normalize(cell)
        errors = [found for found in form.findings if CATALOG[found.code].severity is Severity.ERROR]
        listed = any(found.code == "email.several-in-cell" for found in form.findings)
        if not listed and "|" not in cell and "\n" not in cell:
            assert bool(form.values) is not bool(errors), cell


cells = st.text(max_size=60) | st.sampled_from(list(addresses(4000, seed=31)))


@given(cells)
def test_reading_the_canonical_text_gives_the_same_value(cell: str) -> None:
    for email in normalize(cell).values:
        assert normalize(EMAIL.text(email)).values == (email,)


@given(cells)
def test_no_finding_repeats_the_cell(cell: str) -> None:
    for found in normalize(cell).findings:
        assert found.code in CATALOG
        local = cell.strip().partition("@")[0]
        assert len(local) < 4 or local not in str(found.details)
        assert found.message
        assert found.say("fr")


def test_the_fast_path_says_what_the_long_way_says() -> None:
    quick = column(Hints())
    for cell in addresses(COUNT, seed=41):
        first, second = quick(cell), quick(cell)
        assert first == second == _Column(Hints(), frozenset()).read(cell), cell


def test_a_column_that_forgets_its_domains_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("contactbase.normalize.email._MOST_HOSTS", 3)
    quick = column(Hints())
    for number in range(20):
        assert quick(f"lea@example{number}.org").values[0].key == f"lea@example{number}.org"


def test_what_is_read_is_what_email_validator_accepts() -> None:
    quick = column(Hints())
    read_as_written = 0
    for cell in addresses(COUNT // 4, seed=51):
        form = quick(cell)
        for email in form.values:
            try:
                validate_email(email.address, check_deliverability=False, strict=True)
            except EmailNotValidError:
                assert "email.idn-unverified" in {found.code for found in form.findings}, cell
            read_as_written += email.address.casefold() == cell.casefold()
    assert read_as_written > COUNT // 40


@pytest.mark.parametrize(
    "hostile",
    [
        "a@" * 5_000_000,
        "<" * 10_000_000,
        "(at)" * 2_500_000,
        "\u200b" * 5_000_000,
        "a" * 10_000_000 + "@example.org",
        "lea@" + "." * 19_000,
        "lea@" + " ." * 9_000,
        "lea@a" + " " * 19_000 + ".",
        "(" * 9_000 + "lea@example.org" + ")" * 9_000,
        "mailto:" * 2_800 + "lea@example.org",
        "lea@" + "-" * 19_000,
        "lea@" + "a-" * 9_000,
        "a@b," * 4_900,
        "\ud800" * 100_000,
        "|" * 1_000_000,
        "\n" * 1_000_000,
    ],
    ids=lambda cell: f"{cell[:8]!a}",
)
def test_hostile_cells_are_read_without_trouble(hostile: str) -> None:
    form = normalize(hostile)
    assert len(form.findings) < 10


def test_any_number_of_spaces_around_a_cell_is_no_matter() -> None:
    assert read(" " * 50_000 + "lea@example.org" + "\n" * 50_000) == ["lea@example.org"]
    assert codes(" " * 50_000) == []
