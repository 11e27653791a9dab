"""The layout of a file that no vendor's layout fits: the headers that French and English files use.

A header that could mean two things is left out on purpose (`optin` without a channel, `dernière activité`, which may
count opened e-mails): its column is kept as it is and reported, never guessed.

>>> GENERIC.columns["code postal"], GENERIC.columns["zip code"]
('postcode', 'postcode')
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from contactbase.layouts.consent_headers import CONSENT_WITHOUT_CHANNEL, meaning_of
from contactbase.layouts.layout import Layout, header_key
from contactbase.model.schema import SCHEMA
from contactbase.model.text import Text

__all__ = ["CONSENT_WITHOUT_CHANNEL", "GENERIC", "speaks_of_consent"]

_ALIASES: Final[Mapping[str, str]] = {
    "id": "identifiant, id client, id contact, n client, numero client, no client, num client, code client, customer id, "
    "client id, contact id, record id, ref client, reference client, external id, ext id, identifier, uid, rec id",
    "title": "civilite, civ, titre, salutation, titre de civilite, name prefix, anrede, tratamiento",
    "first_name": "prenom, prenoms, firstname, first, given name, forename, fname, vorname, nombre, nome, givenname",
    "last_name": "nom, nom de famille, nom famille, lastname, last, surname, family name, lname, nachname, apellido, "
    "apellidos, cognome, nom usage, nom d usage, nom client, familyname",
    "birth_name": "nom de naissance, nom naissance, nom de jeune fille, nom jeune fille, nom jf, nom patronymique, nom d origine, "
    "maiden name, name at birth, birth surname, birth last name, geburtsname",
    "couple": "m et mme, mr et mme, fiche couple, contact couple, nom de couple, joint contact",
    "full_name": "nom complet, nom prenom, nom et prenom, nom prenoms, prenom nom, prenom et nom, name, full name, "
    "fullname, contact name, customer name, display name, contact, client, raison sociale ou nom, file as",
    "birth_date": "date de naissance, date naissance, naissance, ne le, nee le, ne e le, ne nee le, date de naiss, "
    "date naiss, date nais, ddn, birthdate, birthday, date of birth, dob, anniversaire, geburtsdatum, date anniversaire,"
    "naiss",
    "sex": "sexe, genre, gender",
    "language": "langue, lang, locale, preferred language",
    "household": "foyer, id foyer, household id",
    "relationship": "relation, statut client, type client, lifecycle stage, lead status",
    "kind": "type de contact, type contact, particulier professionnel, b2b b2c",
    "company": "societe, entreprise, raison sociale, organisation, company name, organization, organization name, "
    "account name, associated company, firma, nom societe, nom de l entreprise, denomination sociale",
    "siren": "n siren, numero siren, no siren, num siren, code siren, siren number",
    "siret": "n siret, numero siret, no siret, num siret, code siret, siret number",
    "vat": "n tva, no tva, num tva, numero tva, numero de tva, tva intracom, tva intracommunautaire, n tva intracom, "
    "n tva intracommunautaire, numero tva intracommunautaire, numero de tva intracommunautaire, code tva, vat number, "
    "vat no, vat id, vat registration number, eu vat, eu vat number, vat reg no, ust id, ust idnr, partita iva",
    "activity": "activite, secteur, secteur d activite, industry, profession, metier, job title, fonction",
    "socio_category": "csp, pcs, categorie socioprofessionnelle, categorie socio professionnelle",
    "interests": "interets, centres d interet, centre d interet, loisirs, hobbies",
    "emails": "e mails, courriels, adresses e mail, autres e mails, secondary email, e mail secondaire, email 2, "
    "e mail 2, email secondaire, adresse electronique secondaire, deuxieme adresse electronique, e mail 2 address, e mail 1 value, e mail 2 value, e mail 3 value, additional email",
    "email": "e mail, mail, courriel, adresse e mail, adresse mail, adresse email, email address, e mail address, "
    "adresse electronique, adresse de messagerie, mail client, email client, primary email, email 1, e mail 1, mel, "
    "email adresse, correo, adresse courriel, premiere adresse electronique",
    "mobile": "portable, telephone portable, tel portable, telephone mobile, tel mobile, mobile phone, cell, cell phone, "
    "cellphone, gsm, mobile number, n portable, numero portable, numero de portable, sms, n mobile, numero mobile, "
    "tel port, mobilephone, mobile phone number, msisdn, numero de mobile, handy, port, phone mobile",
    "landline": "fixe, telephone fixe, tel fixe, telephone domicile, tel domicile, home phone, landline number, "
    "numero fixe, n fixe, tel dom, phone home, tel personnel",
    "phones": "telephone, tel, telephones, phone, phone number, numero de telephone, numero telephone, n de telephone, "
    "n telephone, num tel, numero tel, n tel, no tel, telephone 1, telephone 2, telephone 3, tel 1, tel 2, tel 3, tel1, "
    "tel2, phone 1, phone 2, phone1, phone2, phone 1 value, phone 2 value, phone 3 value, numero, work phone, "
    "business phone, telephone professionnel, tel pro, telefon, telefono, autre telephone, tel bureau, "
    "telephone bureau, tel professionnel, default address phone, billing phone, shipping phone",
    "address": "adresse, adr, adr 1, adr1, adr 2, adr2, adr 3, adr3, rue, adresse postale, adresse 1, adresse1, adresse 2, "
    "adresse2, adresse 3, complement adresse, "
    "complement d adresse, complement, street, street address, address 1, address 2, address1, address2, address line 1, "
    "address line 2, voie, mailing street, adresse ligne 1, adresse ligne 2, numero et voie, n et voie, strasse",
    "postcode": "code postal, cp, codepostal, zip, zip code, zipcode, postal code, post code, postalcode, plz, "
    "mailing zip postal code, cod postal, codigo postal, cap",
    "city": "ville, commune, localite, town, mailing city, ort, stadt, ciudad, citta, bureau distributeur",
    "department": "departement, dept, dpt, dep",
    "country": "pays, country region, land, mailing country, country code, code pays, pais, paese",
    "tags": "etiquettes, etiquette, tag, labels, groupes, groupe, segments, listes, mots cles, group membership",
    "origin": "origine du fichier, origine fichier",
    "supplier": "fournisseur, fournisseur du fichier, courtier, broker",
    "rental_end": "fin de location, date fin location",
    "collected_on": "date de collecte, date collecte, inscription, date inscription, date d inscription, created at, "
    "created, create date, date creation, date de creation, creation, cree le, signup date, sign up, signup, "
    "date added, added time, date ajout, date d ajout, subscribed at, subscription date, registered, "
    "date d enregistrement, inscrit le, optin time",
    "source": "source de collecte, source collecte, canal de collecte, source du contact, source contact, "
    "origine du contact, origine contact, origine client, provenance, canal d acquisition, canal acquisition, "
    "source d acquisition, source acquisition, source du lead, source lead, source du prospect, source d inscription, "
    "contact source, lead source, original source, signup source, acquisition channel, acquisition source",
    "relationship_end": "fin de relation, date fin relation, fin de contrat, date fin contrat, date resiliation",
    "verified_on": "verifie le, date de verification, date verification",
    "preferred_channel": "canal prefere, canal de contact prefere",
    "last_purchase": "dernier achat, date dernier achat, date du dernier achat, derniere commande, "
    "date derniere commande, date de derniere commande, last order, last order date, last purchase date",
    "first_purchase": "premier achat, date premier achat, premiere commande, date premiere commande, first order, "
    "first order date",
    "last_contact_by_person": "derniere visite, date derniere visite, dernier passage, date dernier passage",
    "spent": "ca, ca ttc, chiffre d affaires, ca total, ca cumule, montant total, montant achats, total achats, "
    "total depense, depense totale, total spent, total spend, lifetime value, montant cumule, montant",
    "orders": "nb commandes, nombre de commandes, nombre commandes, nb achats, nombre achats, nombre d achats, "
    "commandes, order count, total orders, orders count, nb cdes",
    "opt_in_sms": "optin sms, opt in sms, sms optin, sms opt in, consentement sms, accord sms, accepte sms, "
    "accepts sms marketing, ok sms, sms consent, sms marketing, autorisation sms",
    "opt_in_email": "optin email, opt in email, optin mail, opt in mail, email optin, opt in e mail, optin e mail, "
    "email opt in, newsletter, abonne newsletter, inscrit newsletter, consentement email, consentement e mail, "
    "accord email, accord e mail, accord mail, accord newsletter, accepte email, accepte e mail, accepte mail, "
    "accepte newsletter, accepts email marketing, ok email, ok e mail, ok mail, ok newsletter, email consent, "
    "email marketing, abonnement newsletter, optin newsletter, opt in newsletter, newsletter optin, newsletter opt in, "
    "consentement mail, consentement newsletter, autorisation email, autorisation mail, optin courriel, "
    "opt in courriel, subscribed to emails",
    "opt_in_post": "optin courrier, opt in courrier, consentement courrier, accord courrier",
    "opt_in_phone": "optin telephone, opt in telephone, consentement telephone, accord telephone, optin tel",
    "opt_out_sms": "optout sms, opt out sms, sms opt out, desabonne sms, stop sms, refus sms, desinscrit sms",
    "opt_out_email": "optout email, opt out email, optout mail, opt out mail, optout e mail, opt out e mail, email opt out, "
    "desabonne email, desabonne e mail, desabonne mail, desabonne newsletter, refus email, refus e mail, refus mail, "
    "refus newsletter, stop email, stop e mail, stop mail, stop newsletter, desinscrit newsletter, do not email, "
    "unsubscribed, has opted out of email, email optout, desinscrit email, desinscrit mail, email disabled",
    "opt_out_post": "optout courrier, refus courrier, do not mail, do not post",
    "opt_out_phone": "optout telephone, refus telephone, do not call, do not phone, donotcall",
    "opt_out": "desabonne, desinscrit, optout, opt out, liste rouge, ne pas contacter, do not contact, stop, blacklist, "
    "blackliste, blacklisted, repoussoir, opposition, npai stop",
    "consent_incentive": "contrepartie, contrepartie du consentement, contrepartie consentement, recompense optin, "
    "consent incentive, opt in reward, incentive",
    "email_verified_on": "e mail verifie le, email verifie le, date verification e mail, date verification email, "
    "email verified at, e mail verified on, email verified on",
    "mobile_verified_on": "mobile verifie le, portable verifie le, telephone verifie le, date verification mobile, "
    "mobile verified at, phone verified at, phone verified on, sms verified at",
    "address_verified_on": "adresse verifiee le, date verification adresse, address verified at",
    "consented_on": "date optin, date opt in, date consentement, date du consentement, optin date, opt in date, "
    "consent date, confirm time",
    "withdrawn_on": "date optout, date opt out, date desabonnement, date desinscription, unsub time, unsubscribed at, "
    "optout date, opt out date",
    "consent_source": "source optin, source opt in, source consentement, source du consentement, consent source",
    "consent_proof": "preuve consentement, preuve du consentement, preuve optin, consent proof",
    "consent_scope": "portee consentement, portee du consentement, portee optin, consent scope, partenaires optin, "
    "responsable du consentement",
    "bounced_on": "clean time, date bounce, bounced at, date rebond",
}

_NO_HEADERS: Final = frozenset({"age", "average_basket", "couple"})
"""Fields whose name is no header: those that are always computed, and `couple`, which says of most files' people that
they live in one. Such a column is kept beside."""


def speaks_of_consent(key: str) -> bool:
    """Tell whether the header of a column that nobody claims speaks of consent, so that it must not go unnoticed."""
    return key in CONSENT_WITHOUT_CHANNEL or meaning_of(key).topic is not None


def _columns() -> dict[str, str]:
    columns = {header_key(name): name for name in SCHEMA if name not in _NO_HEADERS}
    for field, aliases in _ALIASES.items():
        columns.update((alias.strip(), field) for alias in aliases.split(","))
    return columns


GENERIC: Final = Layout(
    name="generic",
    title=Text("Generic French and English headers", "En-têtes français et anglais usuels"),
    columns=_columns(),
)
