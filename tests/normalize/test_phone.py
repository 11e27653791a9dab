"""What is read in phone cells: a table of cells, and what is said about them."""

from __future__ import annotations

import pytest

from contactbase.model.codes.phone import CODES
from contactbase.model.contact import Phone
from contactbase.model.enums import PhoneKind, Severity
from contactbase.model.hints import Hints
from contactbase.normalize import phone
from contactbase.normalize.normalized import Normalized
from contactbase.normalize.phones.column import open_column, open_slow_column


def values(form: Normalized[Phone]) -> list[str]:
    return [phone.PHONE.text(value) for value in form.values]


def codes(form: Normalized[Phone]) -> list[str]:
    return [finding.code.removeprefix("phone.") for finding in form.findings]


ONE = "+33612345678"
TWO = "+33142685300"


@pytest.mark.parametrize(
    "cell",
    [
        "0612345678",
        "06 12 34 56 78",
        "06.12.34.56.78",
        "06-12-34-56-78",
        "06/12/34/56/78",
        "06,12,34,56,78",
        "06_12_34_56_78",
        "(06) 12 34 56 78",
        "  06 12 34 56 78\t",
        "06\u00a012\u00a034\u00a056\u00a078",
        "06\u202f12\u202f34\u202f56\u202f78",
        "06\u200912\u200934\u200956\u200978",
        "06–12–34–56–78",
        "\u202a06 12 34 56 78\u202c",
        "\ufeff06\u200b12345678",
        "'0612345678",
        '="0612345678"',
        '"0612345678"',
        "«\u00a006 12 34 56 78\u00a0»",
        "tel:+33612345678",
        "p:+33612345678",
        "TEL:+33-6-12-34-56-78",
        "tel:612345678;phone-context=+33",
        "+33612345678",
        "+33 6 12 34 56 78",
        "(+33) 6 12 34 56 78",
        "+(33)612345678",
        "++33612345678",
        "0033612345678",
        "00 33 6 12 34 56 78",
        "📞 06 12 34 56 78",
        "06 12 34 56 78²",
        "061234567 8",
        "0\u206061234\x005678",
    ],
)
def test_a_number_with_other_punctuation_is_read_and_nothing_is_said(cell: str) -> None:
    form = phone.normalize(cell)
    assert form == Normalized((Phone(ONE, PhoneKind.MOBILE, "FR"),))


@pytest.mark.parametrize(
    ("cell", "expected", "said"),
    [
        ("612345678", [ONE], ["restored-zero"]),
        ("-612345678", [ONE], ["restored-zero"]),
        ("612,345,678", [ONE], ["restored-zero"]),
        ("33612345678", [ONE], ["plus-missing"]),
        ("330612345678", [ONE], ["plus-missing", "trunk-prefix"]),
        ("+33 (0)6 12 34 56 78", [ONE], ["trunk-prefix"]),
        ("0033 (0) 6 12 34 56 78", [ONE], ["trunk-prefix"]),
        ("+0612345678", [ONE], ["misplaced-plus"]),
        ("+34 (0)612345678", ["+34612345678"], ["trunk-prefix"]),
        ("+687 (0)75 12 34", ["+687751234"], ["trunk-prefix"]),
        ("06 (0) 12 34 56 78", [ONE], ["trunk-prefix"]),
        ("+39 (0)6 1234 5678", ["+390612345678"], []),
        ("011 33 6 12 34 56 78", [ONE], ["foreign-prefix"]),
        ("٠٦١٢٣٤٥٦٧٨", [ONE], ["other-digits"]),
        ("０６１２３４５６７８", [ONE], ["other-digits"]),
        ("O6 12 34 56 78", [ONE], ["letter-for-digit"]),
        ("O6 l2 34 56 78", [ONE], ["letter-for-digit"]),
        ("01 42 68 53 oo", [TWO], ["letter-for-digit"]),
        ("06 12 34 56 78 (portable)", [ONE], ["words-cut"]),
        ("Mme : 06 12 34 56 78 dom.", [ONE], ["words-cut"]),
        ("06 12 34 56 78 Il est tard", [ONE], ["words-cut"]),
        ("lea@example.org 06 12 34 56 78", [ONE], ["words-cut"]),
        ("Fax : 01 42 68 53 00", [TWO], ["labelled-fax"]),
        ("06 12 34 56 78 (depuis 2019)", [ONE], ["words-cut", "rest-dropped"]),
        ("#31#0612345678", [ONE], ["rest-dropped"]),
        ("06 12 12 12 12", ["+33612121212"], ["made-up"]),
        ("08 99 12 34 57", ["+33899123457"], ["premium-rate"]),
        ("01 62 12 34 57", ["+33162123457"], ["automated-caller"]),
        ("+33 1 62 12 34 57", ["+33162123457"], ["automated-caller"]),
    ],
)
def test_what_is_more_than_punctuation_leaves_a_finding(cell: str, expected: list[str], said: list[str]) -> None:
    form = phone.normalize(cell)
    assert (values(form), codes(form)) == (expected, said)


@pytest.mark.parametrize(
    ("cell", "expected", "said"),
    [
        ("33612345678.0", [ONE], ["plus-missing", "restored-from-excel"]),
        ("612345678.0", [ONE], ["restored-zero", "restored-from-excel"]),
        ("612345678,00", [ONE], ["restored-zero", "restored-from-excel"]),
        ("33,612,345,678.00", [ONE], ["plus-missing", "restored-from-excel"]),
        ("0142685300.0", [TWO], ["restored-from-excel"]),
        ("01426853.00", [TWO], []),
        ("3.3612345678E10", [ONE], ["plus-missing", "restored-from-excel"]),
        ("3,3612345678e+10", [ONE], ["plus-missing", "restored-from-excel"]),
        ("6.12345678E8", [ONE], ["restored-zero", "restored-from-excel"]),
        ("3.3612345678E10 / 0142685300", [ONE, TWO], ["plus-missing", "restored-from-excel", "several-in-cell"]),
        ("3,36E+10", [], ["lost-precision"]),
        ("3.361234567E10", [], ["lost-precision"]),
        ("3,36E+10 / 0142685300", [TWO], ["rest-dropped"]),
        ("61234567.0", [], ["too-short"]),
    ],
)
def test_a_spreadsheet_is_undone_only_where_no_digit_is_gone(cell: str, expected: list[str], said: list[str]) -> None:
    form = phone.normalize(cell)
    assert (values(form), codes(form)) == (expected, said)


@pytest.mark.parametrize(
    "cell",
    [
        "0612345678;0142685300",
        "0612345678/0142685300",
        "06 12 34 56 78 / 01 42 68 53 00",
        "06 12 34 56 78, 01 42 68 53 00",
        "06 12 34 56 78|01 42 68 53 00",
        "06 12 34 56 78\n01 42 68 53 00",
        "06 12 34 56 78\r\n01 42 68 53 00",
        "06 12 34 56 78 ou 01 42 68 53 00",
        "06 12 34 56 78 et 01 42 68 53 00",
        "06 12 34 56 78 - 01 42 68 53 00",
        "06 12 34 56 78 01 42 68 53 00",
        "0612345678 0142685300",
        "+33612345678 +33142685300",
        "06 12 34 56 78 (01 42 68 53 00)",
        "06 12 34 56 78 p. 01 42 68 53 00",
    ],
)
def test_two_numbers_in_a_cell_are_two_values(cell: str) -> None:
    form = phone.normalize(cell)
    assert (values(form), codes(form)) == ([ONE, TWO], ["several-in-cell"])


@pytest.mark.parametrize(
    ("cell", "expected", "said"),
    [
        ("Mobile: 06 12 34 56 78 Fixe: 01 42 68 53 00", [ONE, TWO], ["several-in-cell", "words-cut"]),
        ("06 12 34 56 78 (Léa) 01 42 68 53 00", [ONE, TWO], ["several-in-cell", "words-cut"]),
        ("612345678 / 142685300", [ONE, TWO], ["restored-zero", "several-in-cell"]),
        ("06 12 34 56 78 ; +33612345678", [ONE], ["repeated-in-cell"]),
        ("06 12 34 56 78 / 01 42 68 53", [ONE], ["rest-dropped"]),
        ("06 12 34 56 78 / 06 00 00 00 00", [ONE], ["rest-dropped"]),
        ("06 12 34 56 78 12", [], ["too-long"]),
        ("0612345678 9", [], ["too-long"]),
        ("06123456780142685300", [], ["too-long"]),
        ("06 12 34\n56 78 90", [], ["too-short"]),
        ("612345678 142685300", [ONE, TWO], ["restored-zero", "several-in-cell"]),
        ("0612345678 142685300", [], ["too-long"]),
    ],
)
def test_nothing_beside_a_number_is_lost_in_silence(cell: str, expected: list[str], said: list[str]) -> None:
    form = phone.normalize(cell)
    assert (values(form), codes(form)) == (expected, said)


@pytest.mark.parametrize(
    "label",
    ["poste", "Poste", "ext.", "ext", "x", "#", "p.", "- poste", ", poste", ";ext=", "int.", "(poste", "POSTE :"],
)
def test_a_french_extension_is_an_extension(label: str) -> None:
    form = phone.normalize(f"01 42 68 53 00 {label} 12")
    assert form == Normalized((Phone(TWO, PhoneKind.FIXED_LINE, "FR", "12"),))


@pytest.mark.parametrize(
    ("cell", "expected", "said"),
    [
        ("01 42 68 53 00 x 1234567890", [TWO], ["rest-dropped"]),
        ("01 42 68 53 00 poste 1234567890", [f"{TWO};ext=1234567890"], []),
        ("01 42 68 53 00 poste 12 poste 13", [f"{TWO};ext=12"], ["rest-dropped"]),
        ("01 42 68 53 00 poste 12 / 06 12 34 56 78", [f"{TWO};ext=12", ONE], ["several-in-cell"]),
        ("poste 12", [], ["too-short"]),
    ],
)
def test_an_extension_belongs_to_one_number_and_has_its_limits(cell: str, expected: list[str], said: list[str]) -> None:
    form = phone.normalize(cell)
    assert (values(form), codes(form)) == (expected, said)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("06 12 34 56 7", "too-short"),
        ("06 12 34 56 78 9", "too-long"),
        ("+508 55 12 34 5", "wrong-length"),
        ("07 12 34 56 78", "bad-prefix"),
        ("+44 7700 900123", "bad-prefix"),
        ("+1 555 0123", "area-code-missing"),
        ("+999 12 34 56 78", "country-unknown"),
        ("0099912345678", "country-unknown"),
        ("0033", "too-short"),
        ("41791234567", "foreign-without-plus"),
        ("3639", "short-code"),
        ("36665", "short-code"),
        ("118 218", "short-code"),
        ("06 00 00 00 00", "placeholder"),
        ("+33 6 66 66 66 66", "placeholder"),
        ("0000000000", "placeholder"),
        ("9999999999", "placeholder"),
        ("1234567890", "placeholder"),
        ("0", "placeholder"),
        ("06 12 ** ** 78", "masked"),
        ("06XXXXXX78", "masked"),
        ("Mme Durand", "no-digits"),
        ("12/03/1985", "looks-like-date"),
        ("2024-03-12 09:14", "looks-like-date"),
        ("lea75@example.org", "looks-like-email"),
        ("551234", "too-short"),
    ],
)
def test_a_cell_without_a_valid_number_has_no_value_and_one_error(cell: str, code: str) -> None:
    form = phone.normalize(cell)
    assert form.values == ()
    assert codes(form) == [code]
    assert form.findings[0].severity is Severity.ERROR


@pytest.mark.parametrize(
    "cell", ["-", "--", ".", "?", "n/a", "N.C.", "NC", "Néant", "XX XX XX XX XX", "pas de téléphone", '=""', "#N/A"]
)
def test_a_cell_that_says_nothing_has_no_value_and_no_error(cell: str) -> None:
    form = phone.normalize(cell)
    assert form.values == ()
    assert [(finding.code, finding.severity) for finding in form.findings] == [("phone.no-number", Severity.INFO)]


@pytest.mark.parametrize(
    "cell", ["", " ", "\t\n", "\u200b", "\u00a0\u2009", pytest.param(" " * 5_000_000, id="spaces")]
)
def test_a_blank_cell_gives_nothing_at_all(cell: str) -> None:
    assert phone.normalize(cell) == Normalized()


@pytest.mark.parametrize(
    ("cell", "region", "expected", "place", "said"),
    [
        ("06 90 12 34 56", "FR", "+590690123456", "GP", ["overseas"]),
        ("06 94 20 12 34", "FR", "+594694201234", "GF", ["overseas"]),
        ("06 96 12 34 56", "FR", "+596696123456", "MQ", ["overseas"]),
        ("06 92 12 34 56", "FR", "+262692123456", "RE", ["overseas"]),
        ("06 39 01 23 45", "FR", "+262639012345", "YT", ["overseas"]),
        ("0708 40 12 34", "FR", "+508708401234", "PM", ["overseas"]),
        ("+33 6 92 12 34 56", "FR", "+262692123456", "RE", ["overseas"]),
        ("692123456", "FR", "+262692123456", "RE", ["restored-zero", "overseas"]),
        ("+33690123456", "BE", "+590690123456", "GP", ["overseas"]),
        ("06 12 34 56 78", "RE", "+33612345678", "FR", ["overseas"]),
        ("06 96 12 34 56", "GP", "+596696123456", "MQ", ["overseas"]),
        ("02 63 12 34 57", "FR", "+33263123457", "FR", ["overseas-overlap"]),
        ("+33 2 63 12 34 57", "FR", "+33263123457", "FR", []),
    ],
)
def test_overseas_france_is_tried_where_the_region_has_no_such_number(
    cell: str, region: str, expected: str, place: str, said: list[str]
) -> None:
    form = phone.normalize(cell, Hints(region=region))
    assert (values(form), form.values[0].region, codes(form)) == ([expected], place, said)


@pytest.mark.parametrize(
    ("cell", "region", "expected", "kind", "said"),
    [
        ("(202) 555-0123", "US", "+12025550123", PhoneKind.FIXED_LINE_OR_MOBILE, []),
        ("1-202-555-0123 x5", "US", "+12025550123;ext=5", PhoneKind.FIXED_LINE_OR_MOBILE, []),
        ("011 15 2345 6789", "AR", "+5491123456789", PhoneKind.MOBILE, ["rewritten"]),
        ("06 1234 5678", "IT", "+390612345678", PhoneKind.FIXED_LINE, []),
        ("612345678", "IT", "+390612345678", PhoneKind.FIXED_LINE, ["restored-zero"]),
        ("707123456", "CI", "+2250707123456", PhoneKind.MOBILE, ["restored-zero"]),
        ("0707123456", "CI", "+2250707123456", PhoneKind.MOBILE, []),
        ("030/12345678", "DE", "+493012345678", PhoneKind.FIXED_LINE, []),
        ("079 123 45 67", "CH", "+41791234567", PhoneKind.MOBILE, []),
        ("791234567", "CH", "+41791234567", PhoneKind.MOBILE, ["restored-zero"]),
        ("8 800 555 35 35", "RU", "+78005553535", PhoneKind.TOLL_FREE, []),
        ("0470 12 34 56", "be", "+32470123456", PhoneKind.MOBILE, []),
        ("+33 6 12 34 56 78", "", "+33612345678", PhoneKind.MOBILE, []),
    ],
)
def test_any_region_can_be_the_one_in_which_numbers_are_read(
    cell: str, region: str, expected: str, kind: PhoneKind, said: list[str]
) -> None:
    form = phone.normalize(cell, Hints(region=region))
    assert (values(form), form.values[0].kind, codes(form)) == ([expected], kind, said)


def test_a_number_of_no_country_has_no_region() -> None:
    assert phone.normalize("+800 1234 5678").values[0].region is None


@pytest.mark.parametrize(
    ("cell", "region", "code"),
    [
        ("0612345678", "", "country-unknown"),
        ("0612345678", "AQ", "country-unknown"),
        ("555 0123", "US", "area-code-missing"),
        ("911", "US", "short-code"),
        ("28.02.1985", "DK", "looks-like-date"),
        ("2-2-1985", "NC", "looks-like-date"),
    ],
)
def test_errors_go_by_the_region(cell: str, region: str, code: str) -> None:
    form = phone.normalize(cell, Hints(region=region))
    assert (form.values, codes(form)) == ((), [code])


@pytest.mark.parametrize(
    ("cell", "field", "said"),
    [
        ("0142685300", "mobile", ["landline-as-mobile"]),
        ("01 42 68 53 00 (bureau)", "mobile", ["landline-as-mobile", "words-cut"]),
        ("0912345678", "mobile", ["not-mobile"]),
        ("0899123457", "mobile", ["premium-rate", "not-mobile"]),
        ("0612345678", "mobile", []),
        ("0612345678", "landline", ["mobile-as-landline"]),
        ("0142685300", "landline", []),
        ("0142685300", "phones", []),
    ],
)
def test_the_kind_is_compared_with_the_field(cell: str, field: str, said: list[str]) -> None:
    form = phone.normalize(cell, Hints(field=field))
    assert len(form.values) == 1
    assert codes(form) == said
    assert {finding.field for finding in form.findings} <= {field}


def test_the_separator_of_a_layout_parts_numbers() -> None:
    hints = Hints(list_separator=" ::: ")
    assert values(phone.normalize("0612345678 ::: 01 42 68 53 00", hints)) == [ONE, TWO]
    assert values(phone.normalize("0612345678-0142685300", Hints(list_separator="-"))) == [ONE, TWO]
    assert codes(phone.normalize("06-12-34-56-78", Hints(list_separator="-"))) == ["too-short"]


@pytest.mark.parametrize("region", ["France", "F", "33", "FRA", "É1"])
def test_a_region_that_is_no_code_is_a_wrong_program(region: str) -> None:
    with pytest.raises(ValueError, match="two letters"):
        phone.normalize("0612345678", Hints(region=region))


@pytest.mark.parametrize("code", [code for code in CODES if code.example], ids=lambda code: code.id)
def test_the_example_of_each_code_gives_it(code: object) -> None:
    assert code.id in {finding.code for finding in phone.normalize(code.example).findings}  # type: ignore[attr-defined]


def test_every_code_is_given_by_some_cell() -> None:
    hinted = {
        "phone.several-unclear": ("06227 915 06 00 463 347 69 52", Hints(region="DE")),
        "phone.rewritten": ("011 15 2345 6789", Hints(region="AR")),
        "phone.too-long-cell": ("6" * 251, Hints()),
        "phone.landline-as-mobile": ("0142685300", Hints(field="mobile")),
        "phone.not-mobile": ("0912345678", Hints(field="mobile")),
        "phone.mobile-as-landline": ("0612345678", Hints(field="landline")),
    }
    for code in CODES:
        cell, hints = (code.example, Hints()) if code.example else hinted[code.id]
        assert code.id in {finding.code for finding in phone.normalize(cell, hints).findings}, code.id


def test_every_message_can_be_said_in_both_languages_and_names_no_digit_of_the_cell() -> None:
    for code in CODES:
        for finding in phone.normalize(code.example).findings:
            assert "{" not in finding.say("fr") + finding.say("en")
            assert code.example not in finding.message


def test_the_version_of_the_metadata_is_given() -> None:
    assert [part.isdigit() for part in phone.metadata_version().split(".")] == [True] * 3


@pytest.mark.parametrize("field", [None, "mobile", "landline"])
@pytest.mark.parametrize("open_it", [open_column, open_slow_column])
def test_values_of_both_columns_are_whole_and_frozen(open_it: object, field: str | None) -> None:
    (value,) = open_it(Hints(field=field))("0612345678").values  # type: ignore[operator]
    assert value == Phone(ONE, PhoneKind.MOBILE, "FR", None)
    assert hash(value) == hash(Phone(ONE, PhoneKind.MOBILE, "FR", None))
    assert "612" not in repr(value)
