"""The review workbook: what a person sees, and what comes back when she has corrected it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import contactbase as cb
from adapters.workbooks import workbook
from contactbase.errors import ReadError, WriteError

TODAY = dt.date(2026, 11, 22)
FILE = """\
Nom;Prénom;Portable;E-mail;CP;Ville;Civilité;Naissance;Pointure
DURAND;Léa;06 12 34 56 7;lea@example.org;69001;LYON;Mme;12/03/1980;38
Durand;Léa;06 98 76 54 32;lea@example.org;69001;Lyon;Mme;12/03/1980;
Martin;Zoé;06 98 76 54 33;zoe@example;75002;Paris;Mme;32/01/1975;=1+1
Petit;Paul;01 42 68 53 00;paul@example.org;7500;Paris;M.;;40
;;;;;;;;vide
"""


@pytest.fixture
def clients(tmp_path: Path) -> Path:
    path = tmp_path / "clients.csv"
    path.write_text(FILE, encoding="utf-8")
    return path


@pytest.fixture
def made(clients: Path, tmp_path: Path) -> cb.Review:
    rules = [cb.LengthRule("city", 2, 4)]
    return cb.review(clients, out=tmp_path / "review.xlsx", as_of=TODAY, lengths=rules)


def columns(sheet: Any) -> dict[str, int]:
    return {cell.value: cell.column for cell in sheet[1]}


def corrected(folder: Path, edit: Callable[[Any], None]) -> Path:
    """Open the workbook as a person does, change it, save it."""
    book = openpyxl.load_workbook(folder / "review.xlsx")
    edit(book["Contacts"])
    book.save(folder / "corrected.xlsx")
    return folder / "corrected.xlsx"


def put(sheet: Any, contact: str, header: str, text: str | None) -> None:
    row = next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, 1).value == contact)
    sheet.cell(row, columns(sheet)[header]).value = text


def test_wrong_cells_are_coloured_and_commented_with_code_and_remedy(made: cb.Review, tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(tmp_path / "review.xlsx")["Contacts"]
    where = columns(sheet)
    phone = sheet.cell(2, where["Phone numbers"])
    assert phone.value == "06 12 34 56 7"
    assert phone.fill.start_color.rgb.endswith("FFC7CE")
    assert phone.comment.text.startswith("phone.too-short: The number has 9 digits")
    assert "→" in phone.comment.text
    postcode = sheet.cell(5, where["Postcode"])
    assert (postcode.value, postcode.fill.start_color.rgb[-6:]) == ("07500", "FFEB9C")
    assert sheet.cell(4, where["Pointure"]).data_type == "s"
    assert len(made.base) == 4


def test_duplicates_share_a_group_and_a_colour_and_are_not_merged(made: cb.Review, tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(tmp_path / "review.xlsx")["Contacts"]
    assert [sheet.cell(row, 2).value for row in range(2, 6)] == ["1", "1", None, None]
    assert sheet["A2"].fill.start_color.rgb == sheet["A3"].fill.start_color.rgb != sheet["A4"].fill.start_color.rgb
    assert list(made.base) == ["c-1", "c-2", "c-3", "c-4"]


def test_findings_are_linked_to_their_cells_and_refused_rows_are_listed(made: cb.Review, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(tmp_path / "review.xlsx")
    where = columns(book["Contacts"])
    (row,) = [row for row in book["Findings"].iter_rows(min_row=2) if row[1].value == "phone.too-short"]
    letter = openpyxl.utils.get_column_letter(where["Phone numbers"])
    assert (row[3].value, row[3].hyperlink.location, row[2].value) == ("c-1", f"'Contacts'!{letter}2", "2")
    assert book["Contacts"]["D2"].hyperlink.location == f"'Findings'!A{row[0].row}"
    (refused,) = list(book["Rejected rows"].iter_rows(min_row=2, values_only=True))
    assert (refused[0], refused[1], refused[-1]) == ("6", "record.nothing-to-identify", "vide")
    assert len(made.journal.rejections) == 1


def test_lists_and_lengths_are_enforced_by_the_workbook(made: cb.Review, tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(tmp_path / "review.xlsx")["Contacts"]
    found = {(rule.type, rule.formula1, rule.formula2) for rule in sheet.data_validations.dataValidation}
    assert ("list", '"yes,no"', None) in found
    assert ("list", '"F,M"', None) in found
    assert ("textLength", "2", "4") in found
    assert made.journal.count()["check.too-long"] == 2


def test_an_untouched_workbook_changes_nothing(made: cb.Review, tmp_path: Path) -> None:
    base, journal = cb.apply_review(tmp_path / "review.xlsx", made.base, as_of=TODAY)
    assert base == made.base
    assert all(base[contact] is made.base[contact] for contact in base)
    assert journal.count() == {"review.duplicates-undecided": 1}


def test_corrections_and_answers_come_back_and_are_undone(made: cb.Review, tmp_path: Path) -> None:
    def edit(sheet: Any) -> None:
        put(sheet, "c-1", "Phone numbers", "06 12 34 56 78")
        put(sheet, "c-1", "Same person?", "yes")
        put(sheet, "c-2", "Same person?", "Oui")
        put(sheet, "c-3", "E-mail addresses", "zoe@example.org")
        put(sheet, "c-3", "City", None)
        put(sheet, "c-4", "Postcode", "75001")
        put(sheet, "c-4", "Pointure", "41")

    base, journal = cb.apply_review(corrected(tmp_path, edit), made.base, as_of=TODAY)
    assert list(base) == ["c-1", "c-3", "c-4"]
    assert [phone.e164 for phone in base["c-1"].phones] == ["+33612345678", "+33698765432"]
    assert ([email.address for email in base["c-3"].emails], base["c-3"].city) == (["zoe@example.org"], None)
    assert (base["c-4"].postcode, base["c-4"].department, base["c-4"].extra) == ("75001", "75", (("Pointure", "41"),))
    assert journal.count() == {"review.corrected": 6, "review.duplicates-confirmed": 1}
    assert cb.undo(base, journal) == made.base
    named = {(found.contact, found.field) for found in journal.findings if found.code == "review.corrected"}
    before_merge = cb.undo(base, cb.Journal(journal.merges[-1:]))
    assert {(change.contact, change.field) for change in cb.diff(made.base, before_merge)} <= named


def test_a_correction_outlives_the_merge_of_its_row_with_another(made: cb.Review, tmp_path: Path) -> None:
    def edit(sheet: Any) -> None:
        put(sheet, "c-1", "Birth date", "28/02/1970")
        put(sheet, "c-1", "Last name", "Dur")
        put(sheet, "c-2", "City", "Villeurbanne")
        put(sheet, "c-2", "Postcode", "69100")
        put(sheet, "c-1", "Pointure", "39")
        for contact in ("c-1", "c-2"):
            put(sheet, contact, "Same person?", "yes")

    base, journal = cb.apply_review(corrected(tmp_path, edit), made.base, as_of=TODAY)
    lea = base["c-1"]
    assert (lea.birth_date, lea.first_name, lea.last_name) == (dt.date(1970, 2, 28), "Léa", "Dur")
    assert (lea.city, lea.postcode, lea.extra) == ("Villeurbanne", "69100", (("Pointure", "39"),))
    assert {found.field for found in journal.findings if found.code == "match.conflict"} >= {"birth_date", "city"}
    assert cb.undo(base, journal) == made.base


@pytest.mark.parametrize("cell", ["=1+1", "#N/A"])
def test_a_formula_without_a_result_and_an_error_empty_no_field(cell: str, made: cb.Review, tmp_path: Path) -> None:
    def edit(sheet: Any) -> None:
        put(sheet, "c-3", "First name", cell)
        put(sheet, "c-4", "Pointure", "41")

    base, journal = cb.apply_review(corrected(tmp_path, edit), made.base, as_of=TODAY)
    assert (base["c-3"], base["c-4"].extra) == (made.base["c-3"], (("Pointure", "41"),))
    (unsure,) = [found for found in journal.findings if found.code == "review.emptied-unsure"]
    assert (unsure.contact, unsure.field) == ("c-3", "first_name")
    assert journal.count().keys() & {"excel.formula-without-value", "excel.error-cells"}


def test_a_correction_that_is_not_valid_either_is_refused(made: cb.Review, tmp_path: Path) -> None:
    path = corrected(tmp_path, lambda sheet: put(sheet, "c-3", "Birth date", "31/02/1975"))
    base, journal = cb.apply_review(path, made.base, as_of=TODAY)
    assert base == made.base
    counts = journal.count()
    assert (counts["date.impossible"], counts["review.correction-refused"]) == (1, 1)


def test_a_correction_that_says_the_same_is_none(made: cb.Review, tmp_path: Path) -> None:
    path = corrected(tmp_path, lambda sheet: put(sheet, "c-2", "Phone numbers", "06.98.76.54.32"))
    base, journal = cb.apply_review(path, made.base, as_of=TODAY)
    assert base["c-2"] is made.base["c-2"]
    assert "review.corrected" not in journal.count()


def test_sorted_rows_moved_columns_and_notes_beside_do_no_harm(made: cb.Review, tmp_path: Path) -> None:
    def edit(sheet: Any) -> None:
        rows = [list(row) for row in sheet.iter_rows(values_only=True)]
        header, body = rows[0], sorted(rows[1:], key=str, reverse=True)
        for number, cells in enumerate([header, *body], start=1):
            for place, text in enumerate(reversed(cells), start=1):
                sheet.cell(number, place).value = text
                sheet.cell(number, place).data_type = "s"  # openpyxl would make a formula of =1+1
            sheet.cell(number, len(header) + 1).value = "à rappeler"

    base, journal = cb.apply_review(corrected(tmp_path, edit), made.base, as_of=TODAY)
    assert base == made.base
    assert journal.count() == {"review.duplicates-undecided": 1}


def test_missing_rows_and_columns_erase_nothing_and_strange_rows_are_refused(made: cb.Review, tmp_path: Path) -> None:
    def edit(sheet: Any) -> None:
        sheet.append(["c-99"])
        sheet.append(["c-1", None, None, None, "M."])
        sheet.delete_cols(columns(sheet)["City"])
        sheet.delete_rows(4)

    base, journal = cb.apply_review(corrected(tmp_path, edit), made.base, as_of=TODAY)
    assert base == made.base
    assert journal.count() == {
        "review.column-missing": 1,
        "review.contact-twice": 1,
        "review.duplicates-undecided": 1,
        "review.rows-missing": 1,
        "review.unknown-contact": 1,
    }


@pytest.mark.parametrize(
    ("answers", "codes"),
    [
        (("no", "non"), {"review.duplicates-refused": 1}),
        (("yes", "no"), {"review.duplicates-refused": 1, "review.one-yes": 1}),
        (("yes", None), {"review.duplicates-undecided": 1, "review.one-yes": 1}),
        (("peut-être", "yes"), {"review.duplicates-undecided": 1, "review.one-yes": 1, "review.unclear-answer": 1}),
    ],
)
def test_only_two_clear_yes_merge(
    made: cb.Review, tmp_path: Path, answers: tuple[str | None, ...], codes: dict[str, int]
) -> None:
    def edit(sheet: Any) -> None:
        for contact, answer in zip(("c-1", "c-2"), answers, strict=True):
            put(sheet, contact, "Same person?", answer)

    base, journal = cb.apply_review(corrected(tmp_path, edit), made.base, as_of=TODAY)
    assert base == made.base
    assert journal.count() == codes


def test_no_text_of_before_stays_in_the_sheet_for_programs(made: cb.Review, tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(tmp_path / "review.xlsx")["_contactbase"]
    texts = " ".join(str(cell) for row in sheet.iter_rows(min_row=4, values_only=True) for cell in row if cell)
    assert not any(word in texts for word in ("Durand", "lea@", "33698", "Lyon"))
    assert len(made.base) == 4


def test_other_workbooks_are_no_review_and_the_input_is_not_overwritten(made: cb.Review, tmp_path: Path) -> None:
    (tmp_path / "other.xlsx").write_bytes(workbook())
    with pytest.raises(ReadError, match="no review workbook"):
        cb.apply_review(tmp_path / "other.xlsx", made.base, as_of=TODAY)
    with pytest.raises(WriteError, match="is the input"):
        cb.review(tmp_path / "other.xlsx", out=tmp_path / "other.xlsx", as_of=TODAY)


def test_a_workbook_of_contacts_is_read_back_equal(made: cb.Review, tmp_path: Path) -> None:
    assert not cb.write(made.base, tmp_path / "contacts.xlsx").entries
    records, _ = cb.read(tmp_path / "contacts.xlsx")
    assert cb.clean(records, as_of=TODAY).value == made.base
