"""Orders and events as shops write them: what is a purchase, what is set apart, and why."""

from __future__ import annotations

import datetime as dt

import pytest

import contactbase as cb

TODAY = dt.date(2026, 11, 22)
HEADER = "N° commande;Date;Courriel;Total;Statut;Produit;Catégorie\n"


def read(text: str, **options: object) -> tuple[list[tuple[object, ...]], cb.Journal]:
    """Read a text; give day, amount, product and reference of each purchase, and the journal."""
    found, journal = cb.read_orders(text.encode(), as_of=TODAY, **options)  # type: ignore[arg-type]  # options of a table
    events = [event for one in found.found for event in one.events]
    assert found.rows == sum(len(one.rows) for one in found.found) + found.rejected
    assert found.rejected == len(journal.rejections)
    return [
        (event.at.isoformat(), event.amount, event.product, event.reference) for event in events if event.at
    ], journal


def refusals(journal: cb.Journal) -> list[tuple[int | None, str]]:
    return [(one.source.row, one.code) for one in journal.rejections]


SHOPIFY = """Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,\
Cancelled at,Refunded Amount,Lineitem discount
#1,lea@example.org,paid,EUR,55.00,2026-05-01 09:59:00 +0200,1,Ring,30.00,,0.00,0
#1,lea@example.org,,,,2026-05-01 09:59:00 +0200,2,Tea,10.00,,,0
#2,max@example.org,refunded,EUR,20.00,2026-05-02 09:59:00 +0200,1,Tea,20.00,,20.00,0
#3,max@example.org,partially_refunded,EUR,20.00,2026-05-02 23:30:00 -0400,1,Tea,20.00,,5.00,0
#4,max@example.org,voided,EUR,20.00,2026-05-02 09:59:00 +0200,1,Tea,20.00,,0.00,0
#5,max@example.org,paid,EUR,20.00,2026-05-02 09:59:00 +0200,1,Tea,20.00,2026-05-03 09:59:00 +0200,0.00,0
#6,max@example.org,pending,EUR,20.00,2026-05-02 09:59:00 +0200,1,Tea,20.00,,0.00,0
"""


def test_shopify_states_the_total_on_the_first_line_only_and_it_counts_once() -> None:
    bought, journal = read(SHOPIFY)
    assert bought == [("2026-05-01", 5500, None, "#1"), ("2026-05-03", 1500, "Tea", "#3")]
    assert refusals(journal) == [
        (3, "orders.refunded"),
        (5, "orders.cancelled"),
        (6, "orders.cancelled"),
        (7, "orders.unpaid"),
    ]
    assert {"orders.products-not-held": 1, "orders.refunded-in-part": 1}.items() <= journal.count().items()


def test_lines_of_shopify_have_their_own_product_and_amount() -> None:
    bought, journal = read(SHOPIFY, unit="line")
    assert bought[:2] == [("2026-05-01", 3000, "Ring", "#1"), ("2026-05-01", 2000, "Tea", "#1")]
    assert bought[2:] == [("2026-05-03", 1500, "Tea", "#3")]
    counted = journal.count()
    assert (counted["orders.lines-differ-from-total"], counted["orders.kept-whole"]) == (1, 1)
    assert "orders.lines-as-purchases" in counted


WOO = """order_id,order_number,date,status,order_total,customer_id,billing_email,billing_phone
7,7,2026-01-15 12:00:00,processing,108.00,12,Lea@Example.org,06 12 34 56 78
8,8,2026-01-16 12:00:00,on-hold,50.00,0,max@example.org,
9,9,2026-01-17 12:00:00,wc-completed,20.00,0,max@example.org,
"""
PRESTASHOP = """id_order;reference;id_customer;current_state;total_paid_tax_incl;date_add
1;XKBKNABJK;12;2;108.000000;2026-01-15 12:00:00
2;OHSATSERP;12;6;50.000000;2026-01-16 12:00:00
3;UOYEVOLI;13;99;20.000000;2026-01-17 12:00:00
"""


def test_woocommerce_counts_what_is_paid_and_a_guest_has_no_id() -> None:
    orders, journal = cb.read_orders(WOO.encode(), as_of=TODAY, currency="EUR")
    assert [(one.events[0].amount, one.keys.customer, one.keys.email, one.keys.phone) for one in orders.found] == [
        (10800, "12", "lea@example.org", "+33612345678"),
        (2000, None, "max@example.org", None),
    ]
    assert refusals(journal) == [(2, "orders.unpaid")]


def test_a_state_of_prestashop_that_nobody_knows_is_set_apart_until_it_is_told() -> None:
    bought, journal = read(PRESTASHOP, currency="EUR")
    assert [one[1] for one in bought] == [10800]
    assert refusals(journal) == [(2, "orders.cancelled"), (3, "orders.status-unknown")]
    bought, journal = read(PRESTASHOP, currency="EUR", words={"99": "counts"})
    assert ([one[1] for one in bought], refusals(journal)) == ([10800, 2000], [(2, "orders.cancelled")])


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("A;hier;lea@example.org;5,00;payée;Thé;x", "orders.cell-unreadable"),
        ("A;31/02/2026;lea@example.org;5,00;payée;Thé;x", "orders.cell-unreadable"),
        ("A;01/05/2026;lea@example.org;gratuit;payée;Thé;x", "orders.cell-unreadable"),
        (f"{'A' * 300};01/05/2026;lea@example.org;5,00;payée;Thé;x", "orders.cell-unreadable"),
        ("A;;lea@example.org;5,00;payée;Thé;x", "orders.no-day"),
        ("A;01/05/2026;;5,00;payée;Thé;x", "orders.no-customer"),
        ("A;01/05/2026;lea at example;5,00;payée;Thé;x", "orders.no-customer"),
        ("A;01/05/2027;lea@example.org;5,00;payée;Thé;x", "orders.in-future"),
        ("A;01/05/2026;lea@example.org;-5,00;payée;Thé;x", "orders.negative"),
        ("A;01/05/2026;lea@example.org;5,00;annulée;Thé;x", "orders.cancelled"),
        ("A;01/05/2026;lea@example.org;5,00;Remboursé;Thé;x", "orders.refunded"),
        ("A;01/05/2026;lea@example.org;5,00;en attente de paiement;Thé;x", "orders.unpaid"),
        ("A;01/05/2026;lea@example.org;5,00;bizarre;Thé;x", "orders.status-unknown"),
    ],
)
def test_a_row_that_is_no_purchase_says_why(rows: str, code: str) -> None:
    good = "B;25/04/2026;max@example.org;8,00;payée;Thé;x\n"
    bought, journal = read(f"{HEADER}{good}{rows}\n", currency="EUR")
    assert (bought, refusals(journal)) == ([("2026-04-25", 800, "Thé", "B")], [(2, code)])
    rejected = journal.rejections[0]
    assert len(rejected.cells) == 7
    assert "example" not in rejected.message


def test_a_bad_line_takes_its_whole_order_along_and_names_its_column() -> None:
    rows = "A;01/05/2026;lea@example.org;5,00;payée;Thé;x\nA;01/05/2026;lea@example.org;cinq;payée;Bague;x\n"
    bought, journal = read(HEADER + rows, currency="EUR")
    assert (bought, refusals(journal)) == ([], [(1, "orders.other-line-refused"), (2, "orders.cell-unreadable")])
    assert journal.rejections[1].source.column == "Total"
    assert (
        journal.rejections[1].message == 'The cell in the column "Total" is no readable total; the row was set apart.'
    )


def test_one_number_of_several_customers_is_nobodys() -> None:
    rows = "A;01/05/2026;lea@example.org;5,00;payée;Thé;x\nA;01/05/2026;max@example.org;5,00;payée;Bague;x\n"
    assert refusals(read(HEADER + rows, currency="EUR")[1]) == [
        (1, "orders.several-customers"),
        (2, "orders.several-customers"),
    ]


def test_a_total_repeated_on_every_line_counts_once_and_different_totals_do_not() -> None:
    rows = "A;01/05/2026;lea@example.org;5,00;payée;Thé;x\nA;01/05/2026;lea@example.org;5,00;payée;Bague;x\n"
    bought, _ = read(HEADER + rows, currency="EUR")
    assert bought == [("2026-05-01", 500, None, "A")]
    rows = "A;01/05/2026;lea@example.org;5,00;payée;Thé;x\nA;01/05/2026;lea@example.org;6,00;payée;Bague;x\n"
    assert {code for _, code in refusals(read(HEADER + rows, currency="EUR")[1])} == {"orders.totals-differ"}


UNCLEAR = "commande;date;email;montant\n"


def order(number: int, *amounts: str) -> str:
    return "".join(f"{number};25/04/2026;lea@example.org;{amount}\n" for amount in amounts)


def test_amounts_that_differ_within_an_order_are_those_of_lines() -> None:
    bought, journal = read(UNCLEAR + order(1, "5,00", "6,00") + order(2, "7,00", "7,00"), currency="EUR")
    assert [one[1] for one in bought] == [1100, 1400]
    assert journal.count()["orders.amount-of-lines"] == 1


def test_one_amount_on_all_lines_is_not_decided_by_few_orders() -> None:
    few = "".join(order(number, f"{number},00", f"{number},00") for number in range(1, 5)) + order(9, "3,00")
    bought, journal = read(UNCLEAR + few, currency="EUR")
    assert [one[1] for one in bought] == [300]
    assert {code for _, code in refusals(journal)} == {"orders.amount-unclear"}
    bought, _ = read(UNCLEAR + few, currency="EUR", columns={"montant": "line_amount"})
    assert [one[1] for one in bought] == [200, 400, 600, 800, 300]


def test_one_amount_on_all_lines_of_many_orders_is_their_total() -> None:
    many = "".join(order(number, f"{number},00", f"{number},00") for number in range(1, 21))
    bought, journal = read(UNCLEAR + many, currency="EUR")
    assert [one[1] for one in bought] == [100 * number for number in range(1, 21)]
    assert journal.count()["orders.amount-of-orders"] == 1


def test_the_order_of_days_is_that_of_the_column() -> None:
    rows = UNCLEAR + "1;03/04/2026;lea@example.org;5,00\n2;04/25/2026;lea@example.org;5,00\n"
    bought, journal = read(rows, currency="EUR")
    assert [one[0] for one in bought] == ["2026-03-04", "2026-04-25"]
    assert "column.date-order" in journal.count()
    bought, _ = read(UNCLEAR + "1;03/04/2026;lea@example.org;5,00\n", currency="EUR", date_order="mdy")
    assert bought[0][0] == "2026-03-04"


@pytest.mark.parametrize(
    ("header", "cells", "currency", "expected"),
    [
        ("montant;devise", "5,00;CHF", None, (500, "CHF")),
        ("montant;devise", "5;JPY", None, (5, "JPY")),
        ("montant;devise", "5,00;€", None, (500, "EUR")),
        ("montant", "5,00 £", None, (500, "GBP")),
        ("montant", "5,00", "CHF", (500, "CHF")),
        ("montant", "5,00", None, (500, "EUR")),
    ],
)
def test_the_currency_is_that_of_the_cell_its_column_or_the_caller(
    header: str, cells: str, currency: str | None, expected: tuple[int, str]
) -> None:
    text = f"commande;date;email;{header}\n1;25/04/2026;lea@example.org;{cells}\n"
    orders, journal = cb.read_orders(text.encode(), as_of=TODAY, currency=currency)
    event = orders.found[0].events[0]
    assert (event.amount, event.currency) == expected
    assumed = header == "montant" and currency is None and "£" not in cells
    assert ("orders.currency-assumed" in journal.count()) is assumed


@pytest.mark.parametrize(
    ("cells", "code"), [("5,00;zloty?", "orders.currency-unknown"), ("5,00 $;EUR", "orders.currencies-differ")]
)
def test_a_currency_that_is_not_known_or_differs_sets_the_row_apart(cells: str, code: str) -> None:
    text = f"commande;date;email;montant;devise\n1;25/04/2026;lea@example.org;{cells}\n"
    assert refusals(read(text)[1]) == [(1, code)]


@pytest.mark.parametrize(
    ("paid", "status", "code"),
    [
        ("payée", "livrée", None),
        ("remboursée", "terminée", "orders.refunded"),
        ("payée", "annulée", "orders.cancelled"),
        ("payée", "", None),
        ("payée", "bizarre", "orders.status-unknown"),
    ],
)
def test_every_column_of_status_has_its_say(paid: str, status: str, code: str | None) -> None:
    header = "commande;date;email;total;statut commande;statut paiement\n"
    text = f"{header}1;25/04/2026;lea@example.org;5,00;{status};{paid}\n"
    assert refusals(read(text, currency="EUR")[1]) == ([] if code is None else [(1, code)])


@pytest.mark.parametrize(("cell", "cancelled"), [("", False), ("non", False), ("26/04/2026", True), ("oui", True)])
def test_a_day_of_cancellation_ends_an_order_and_a_no_does_not(cell: str, cancelled: bool) -> None:
    text = f"commande;date;email;total;annulé le\n1;25/04/2026;lea@example.org;5,00;{cell}\n"
    assert refusals(read(text, currency="EUR")[1]) == ([(1, "orders.cancelled")] if cancelled else [])


def test_prices_are_multiplied_and_discounts_of_lines_taken_off() -> None:
    text = "commande;date;email;prix unitaire;quantité;remise ligne\n1;25/04/2026;lea@example.org;2,50;3;0,50\n"
    text += "1;25/04/2026;lea@example.org;10,00;0,5;\n"
    assert [one[1] for one in read(text, currency="EUR")[0]] == [750 - 50 + 500]


def test_an_order_without_an_amount_is_a_purchase_and_said() -> None:
    bought, journal = read("commande;date;email;montant\n1;25/04/2026;lea@example.org;\n", currency="EUR")
    assert bought == [("2026-04-25", None, None, "1")]
    assert journal.count()["orders.no-amount"] == 1


EVENTS = """événement;date;email;canal;campagne
clic;03/05/2026;lea@example.org;e-mail;printemps
ouverture;25/05/2026;lea@example.org;email;printemps
danse;25/05/2026;lea@example.org;;
clic;25/05/2026;lea@example.org;pigeon;
visite en magasin;25/05/2026;max@example.org;;
envoi;25/05/2026;max@example.org;sms;printemps
"""


def test_events_have_their_kind_their_channel_and_who_acted() -> None:
    events, journal = cb.read_orders(EVENTS.encode(), as_of=TODAY)
    assert [
        (one.events[0].kind.value, one.events[0].direction.value, one.events[0].channel) for one in events.found
    ] == [
        ("click", "from_person", cb.Channel.EMAIL),
        ("open", "from_person", cb.Channel.EMAIL),
        ("store_visit", "from_person", None),
        ("message", "from_us", cb.Channel.SMS),
    ]
    assert refusals(journal) == [(3, "orders.event-unknown"), (4, "orders.channel-unknown")]
    told, _ = cb.read_orders(EVENTS.encode(), as_of=TODAY, words={"danse": "contest_entry"})
    assert told.found[2].events[0].kind is cb.EventKind.CONTEST_ENTRY


@pytest.mark.parametrize(
    ("text", "options", "words"),
    [
        ("commande;date;montant\n1;25/04/2026;5\n", {}, "whose the orders are"),
        ("commande;email;montant\n1;lea@example.org;5\n", {}, "has the day"),
        ("qui;date;email\nclic;25/04/2026;lea@example.org\n", {"layout": "events"}, "what happened"),
        ("date;email\n25/04/2026;lea@example.org\n", {"unit": "line"}, "amount of a line"),
        ("date;email\n25/04/2026;lea@example.org\n", {"columns": {"jour": "day"}}, 'no column "jour"'),
        ("date;email\n25/04/2026;lea@example.org\n", {"columns": {"date": "when"}}, 'cannot be "when"'),
        ("date;email\n25/04/2026;lea@example.org\n", {"words": {"ok": "fine"}}, 'cannot mean "fine"'),
        ("date;email\n25/04/2026;lea@example.org\n", {"layout": "ebay"}, 'no layout of orders "ebay"'),
        ("date;email\n25/04/2026;lea@example.org\n", {"currency": "euro"}, "no ISO 4217 code"),
        ("", {}, "is empty"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_to_give(text: str, options: dict[str, object], words: str) -> None:
    with pytest.raises(cb.ReadError, match=words):
        cb.read_orders(text.encode(), as_of=TODAY, **options)  # type: ignore[arg-type]  # options of a table


def test_rows_in_memory_are_read_as_a_file_is() -> None:
    orders, _ = cb.read_orders([{"email": "lea@example.org", "date": "2026-04-25", "total": "5 €"}], as_of=TODAY)
    assert orders.found[0].events[0].amount == 500


def test_a_column_mapped_by_hand_goes_before_one_that_is_known() -> None:
    text = "date;email;e-mail de livraison\n25/04/2026;lea@example.org;max@example.org\n"
    orders, _ = cb.read_orders(text.encode(), as_of=TODAY, columns={"e-mail de livraison": "email"})
    assert orders.found[0].keys.email == "max@example.org"
    orders, _ = cb.read_orders(text.encode(), as_of=TODAY, columns={"e-mail de livraison": "email", "email": ""})
    assert orders.found[0].keys.email == "max@example.org"


ATTACKS = {
    "a cell of a million characters": "date;email;montant;produit\n25/04/2026;lea@example.org;5,00;" + "a" * 1_000_000,
    "a key of a million characters": "date;email;montant\n25/04/2026;" + "a@" * 500_000 + ";5,00",
    "an amount of a million digits": "date;email;montant\n25/04/2026;lea@example.org;" + "1" * 1_000_000,
    "a quote that never ends": 'date;email;montant\n25/04/2026;"lea@example.org;5,00\n25/04/2026;max@example.org;5',
    "a quantity that is no number": "date;email;prix;quantité\n25/04/2026;lea@example.org;5,00;1E+999999",
    "a lone surrogate's bytes": "date;email;montant;produit\n25/04/2026;lea@example.org;5,00;\\ud800",
    "formulas": "commande;date;email;montant;produit\n=1+1;25/04/2026;lea@example.org;5,00;@SUM(A1)",
}


@pytest.mark.parametrize("text", ATTACKS.values(), ids=ATTACKS)
def test_no_file_makes_the_reading_raise_or_lose_a_row(text: str) -> None:
    for encoding in ("utf-8", "utf-16", "cp1252"):
        read_text, journal = cb.read_orders(text.encode(encoding), as_of=TODAY, currency="EUR")
        assert read_text.rows == sum(len(one.rows) for one in read_text.found) + read_text.rejected
        assert read_text.rejected == len(journal.rejections)


def test_an_order_of_a_hundred_thousand_lines_is_one_purchase() -> None:
    text = "commande;date;email;montant ligne\n" + "1;25/04/2026;lea@example.org;0,01\n" * 100_000
    bought, _ = read(text, currency="EUR")
    assert bought == [("2026-04-25", 100_000, None, "1")]


IN_DOLLARS = """Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price
#1,lea@example.org,paid,USD,40.00,2026-05-01 09:59:00 +0200,1,Ring,30.00
#1,lea@example.org,,,,2026-05-01 09:59:00 +0200,1,Tea,10.00
#2,lea@example.org,paid,,20.00,2026-05-02 09:59:00 +0200,1,Tea,20.00
"""


@pytest.mark.parametrize("unit", ["order", "line"])
def test_a_line_without_a_currency_has_that_of_its_order_wherever_it_stands(unit: str) -> None:
    head, *lines = IN_DOLLARS.splitlines(keepends=True)
    for order in (lines, lines[::-1]):
        orders, journal = cb.read_orders("".join([head, *order]).encode(), as_of=TODAY, unit=unit)
        said = {(event.reference, event.currency) for one in orders.found for event in one.events}
        assert said == {("#1", "USD"), ("#2", "EUR")}
        assumed = [found for found in journal.findings if found.code == "orders.currency-assumed"]
        assert [dict(found.details)["count"] for found in assumed] == [2]


def test_a_file_with_headers_and_no_rows_is_no_orders_and_says_so() -> None:
    bought, journal = read(HEADER)
    assert (bought, journal.rejections) == ([], ())
    assert "orders.no-rows" in journal.count()
    with pytest.raises(cb.ReadError, match="is empty"):
        read("")


BOUGHT = "A;01/05/2026;lea@example.org;100,00;payée;Thé;x\n"


@pytest.mark.parametrize(
    ("rows", "amount", "code"),
    [
        ("A;20/05/2026;;-30,00;remboursée;;\n", 7000, None),
        ("A;20/05/2026;lea@example.org;-30,00;payée;;\n", 7000, None),
        ("A;20/05/2026;;-30,00;;;\nA;21/05/2026;;-20,00;;;\n", 5000, None),
        ("A;20/05/2026;;-30,00;;;\nA;21/05/2026;;-30,00;;;\n", None, "orders.amount-unclear"),
        ("A;20/05/2026;;-100,00;remboursée;;\n", None, "orders.refunded"),
        ("A;20/05/2026;;-30,00;annulée;;\n", None, "orders.status-unknown"),
        ("A;20/05/2026;max@example.org;-30,00;;;\n", None, "orders.several-customers"),
        ("A;20/05/2026;;-30,00 $;;;\n", None, "orders.totals-differ"),
    ],
)
def test_a_refund_in_a_row_of_its_own_lessens_the_order_whose_number_it_bears(
    rows: str, amount: int | None, code: str | None
) -> None:
    bought, journal = read(HEADER + BOUGHT + rows)
    assert bought == ([("2026-05-01", amount, "Thé", "A")] if amount else [])
    assert {one.code for one in journal.rejections} == ({code} if code else set())


def test_an_order_with_a_refund_in_a_row_of_its_own_stays_whole_where_lines_are_purchases() -> None:
    text = "commande;date;email;total;montant ligne;produit\n" + "".join(
        f"A;{day}/05/2026;lea@example.org;{cells}\n"
        for day, cells in (("01", "50;20;Thé"), ("01", ";30;Bague"), ("20", "-5;;"))
    )
    bought, journal = read(text, unit="line", currency="EUR")
    assert bought == [("2026-05-01", 4500, None, "A")]
    assert journal.count()["orders.kept-whole"] == 1


def test_a_number_that_a_spreadsheet_shortened_makes_no_order() -> None:
    text = "commande;date;email;total\n" + "".join(
        f"{number};01/05/2026;lea@example.org;5 €\n"
        for number in ("4,50012E+12", "4,50012E+12", "A-1E+2", "7", "1E+05")
    )
    bought, journal = read(text)
    assert [reference for *_, reference in bought] == ["A-1E+2", "7"]
    assert refusals(journal) == [(row, "orders.number-lost") for row in (1, 2, 5)]
