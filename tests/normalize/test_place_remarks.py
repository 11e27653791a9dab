"""What stands in the cells of addresses and cities and is none."""

from __future__ import annotations

import pytest

from contactbase.model.hints import Hints
from contactbase.normalize import address, city, country


@pytest.mark.parametrize(
    ("cell", "lines", "codes"),
    [
        ("néant", (), ["place.none-stated"]),
        ("XXX", (), ["place.none-stated"]),
        ("À compléter", (), ["place.none-stated"]),
        ("adresse inconnue", (), ["place.none-stated"]),
        ("idem parents", (), ["place.refers-elsewhere"]),
        ("Même adresse", (), ["place.refers-elsewhere"]),
        ("cf. Mme Durand", (), ["place.refers-elsewhere"]),
        ("NPAI", (), ["address.undeliverable"]),
        ("N'habite plus à l'adresse indiquée", (), ["address.undeliverable"]),
        ("parti sans laisser d'adresse", (), ["address.undeliverable"]),
        ("déménagé", (), ["address.undeliverable"]),
        ("12 rue Haute NPAI", ("12 rue Haute NPAI",), ["address.undeliverable"]),
        ("12 rue Haute (NPAI)", ("12 rue Haute (NPAI)",), ["address.undeliverable"]),
        ("lea@example.org", (), ["address.not-an-address"]),
        ("01 99 00 00 01", (), ["address.not-an-address"]),
        ("12/03/1985", (), ["address.not-an-address"]),
        ("sep-12", (), ["address.not-an-address"]),
        ("5-mars", (), ["address.not-an-address"]),
        ("5-août", (), ["address.not-an-address"]),
        ("12 rue Haute 01 99 00 00 01", ("12 rue Haute 01 99 00 00 01",), ["address.contact-detail"]),
        ("12 rue Haute, 69001 Lyon", ("12 rue Haute, 69001 Lyon",), ["address.postcode-inside"]),
        ("12 rue Haute<br>Bât. B", ("12 rue Haute", "Bât. B"), []),
        ("12 rue Haute\\nBât. B", ("12 rue Haute", "Bât. B"), []),
        ("12 rue de la Sans-Souci", ("12 rue de la Sans-Souci",), []),
        ("12 rue du Retour", ("12 rue du Retour",), []),
        ("12 rue Voirie", ("12 rue Voirie",), []),
        ("1/2 rue Haute", ("1/2 rue Haute",), []),
        ("C:\\new", ("C:\\new",), []),
    ],
)
def test_what_is_no_street_line_is_refused_and_marks_are_said(
    cell: str, lines: tuple[str, ...], codes: list[str]
) -> None:
    form = address.normalize(cell)
    assert (form.values, [found.code for found in form.findings]) == (lines, codes)


@pytest.mark.parametrize(
    ("cell", "name", "codes"),
    [
        ("France", None, ["city.not-a-city"]),
        ("ÉTRANGER", None, ["city.not-a-city"]),
        ("lea@example.org", None, ["city.not-a-city"]),
        ("CEDEX", None, ["city.not-a-city"]),
        ("xxx", None, ["place.none-stated"]),
        ("idem", None, ["place.refers-elsewhere"]),
        ("12 rue Haute", "12 rue Haute", ["city.digits"]),
        ("Ly0n", "Ly0n", ["city.digits"]),
        ("Paris 21", "Paris 21", ["city.digits"]),
        ("LYON / VILLEURBANNE", "Lyon / Villeurbanne", ["city.two-names"]),
        ("Lyon ou Paris", "Lyon ou Paris", ["city.two-names"]),
        ("LYON, FRANCE", "Lyon", ["city.country-removed"]),
        ("Lyon - France", "Lyon", ["city.country-removed"]),
        ("Genève, Suisse", "Genève, Suisse", ["city.country-inside"]),
        ("Saint-Denis, La Réunion", "Saint-Denis, La Réunion", []),
        ("Saint-?tienne", "Saint-?tienne", ["text.damaged"]),
        ("?vreux", "?Vreux", ["text.damaged"]),
        ("CHALONS/SAONE", "Chalons/Saone", []),
        ("Monaco", "Monaco", []),
        ("Lyon - Part-Dieu", "Lyon - Part-Dieu", []),
    ],
)
def test_what_is_no_city_is_refused_and_what_is_odd_is_said(cell: str, name: str | None, codes: list[str]) -> None:
    form = city.normalize(cell)
    assert form.values == (() if name is None else (name,))
    assert [found.code for found in form.findings] == codes


def test_overseas_france_is_not_the_dominican_republic() -> None:
    assert country.normalize("DOM").values == ()
    assert [found.code for found in country.normalize("DOM").findings] == ["country.unknown"]
    assert country.normalize("République dominicaine").values == ("DO",)


def test_a_city_of_another_country_keeps_its_digits_unsaid() -> None:
    assert city.normalize("'s-Gravenhage 2", Hints(region="NL")).findings == ()
