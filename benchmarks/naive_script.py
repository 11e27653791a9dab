"""The script somebody would write today: pandas, phonenumbers, email-validator, dateutil.

It reads the demo file, normalizes the same columns as the main job writes, drops exact duplicates and writes a CSV.
Run by `main_job.py`; it is no model to follow (`docs/pitfalls.md` shows what it gets wrong in silence).

    python benchmarks/naive_script.py clients.csv out.csv
"""

from __future__ import annotations

import sys

import pandas as pd
import phonenumbers
from dateutil import parser
from email_validator import EmailNotValidError, validate_email

COUNTRIES = {"FRANCE": "FR", "FR": "FR", "F": "FR", "BELGIQUE": "BE", "SUISSE": "CH", "LUXEMBOURG": "LU"}
SEXES = {"M": "M", "M.": "M", "MR": "M", "MONSIEUR": "M", "MME": "F", "MLLE": "F", "MADAME": "F"}


def phone(text: str) -> str:
    try:
        number = phonenumbers.parse(text, "FR")
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_valid_number(number):
        return ""
    phonenumbers.number_type(number)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def email(text: str) -> str:
    try:
        return validate_email(text.strip(), check_deliverability=False).normalized.lower()
    except EmailNotValidError:
        return ""


def date(text: str) -> str:
    try:
        return parser.parse(text, dayfirst=True).date().isoformat() if text.strip() else ""
    except (ValueError, OverflowError):
        return ""


def amount(text: str) -> str:
    plain = text.replace("€", "").replace(" ", "").replace("\u00a0", "").replace("\u202f", "").replace(",", ".")
    try:
        return f"{float(plain):.2f}" if plain else ""
    except ValueError:
        return ""


def yes(text: str) -> str:
    return {"oui": "given", "1": "given", "x": "given", "non": "refused", "0": "refused"}.get(text.strip().lower(), "")


def main(source: str, target: str) -> None:
    table = pd.read_csv(
        source,
        sep=";",
        encoding="cp1252",
        skiprows=2,
        dtype=str,
        keep_default_na=False,
        on_bad_lines="skip",
        engine="python",
    ).fillna("")
    mobiles = table["Portable"].map(phone)
    landlines = table["Téléphone fixe"].map(phone)
    result = pd.DataFrame(
        {
            "id": table["N° client"],
            "title": table["Civilité"].str.strip(),
            "first_name": table["Prénom"].str.strip().str.title(),
            "last_name": table["Nom"].str.strip().str.title(),
            "birth_date": table["Date de naissance"].map(date),
            "email": table["E-mail"].map(email),
            "mobile": mobiles,
            "landline": landlines,
            "address": table["Adresse"].str.strip(),
            "postcode": table["Code postal"].str.strip().str.zfill(5),
            "city": table["Ville"].str.strip().str.title(),
            "country": table["Pays"].str.strip().str.upper().map(COUNTRIES).fillna(""),
            "department": table["Code postal"].str.strip().str.zfill(5).str[:2],
            "sex": table["Civilité"].str.strip().str.upper().map(SEXES).fillna(""),
            "tags": table["Étiquettes"].str.strip(),
            "collected_on": table["Inscription"].map(date),
            "last_purchase": table["Dernier achat"].map(date),
            "orders": table["Nb commandes"],
            "spent": table["CA TTC"].map(amount),
            "opt_in_sms": table["Opt-in SMS"].map(yes),
            "opt_in_email": table["Opt-in e-mail"].map(yes),
            "opt_out": table["Désabonné"].map(yes),
            "comment": table["Commentaire"],
        }
    )
    result = result[~((result["email"] != "") & result.duplicated("email"))]
    result = result[~((result["mobile"] != "") & result.duplicated(["mobile", "last_name", "first_name"]))]
    for channel in ("sms", "email"):
        given = result[result[f"opt_in_{channel}"] != ""][["id", f"opt_in_{channel}"]]
        given.to_csv(f"{target}.{channel}.csv", index=False)
    bought = result[["id", "last_purchase", "orders", "spent"]]
    bought[bought["orders"] != ""].to_csv(f"{target}.events.csv", index=False)
    result.to_csv(target, index=False)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
