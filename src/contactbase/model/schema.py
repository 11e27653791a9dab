"""The one table of fields: readers, writers, SQL, documentation and the segment language take their names from here.

A field is *stored* (an attribute of `Contact`), *derived* (computed from stored ones) or *input* (a column that a
file may have and that becomes part of stored ones: a full name, an opt-in answer). Custom fields are added to a
schema of one's own, which is a new value:

>>> mine = SCHEMA.extend(children=int)
>>> mine["children"].kind, "children" in SCHEMA
(<FieldKind.NUMBER: 'number'>, False)
>>> [field.name for field in SCHEMA.of_family(Family.GEOGRAPHIC)]
['address', 'postcode', 'city', 'department', 'country']
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final

import attrs

from contactbase.model.enums import (
    Channel,
    CollectionSource,
    ConsentStatus,
    ContactKind,
    Direction,
    EventKind,
    Family,
    LegalBasis,
    Origin,
    Purpose,
    Relationship,
    Sex,
)
from contactbase.model.text import Text

__all__ = ["SCHEMA", "Field", "FieldKind", "Role", "Schema", "TableSpec"]


class FieldKind(StrEnum):
    """What a field holds, and so how it is compared and written.

    `label` compares folded (names, cities), `code` exactly (ids, postcodes); `labels` is a set of labels; `money` is
    minor units with a currency.
    """

    LABEL = "label"
    CODE = "code"
    DATE = "date"
    NUMBER = "number"
    MONEY = "money"
    ENUM = "enum"
    BOOLEAN = "boolean"
    LABELS = "labels"
    PHONES = "phones"
    EMAILS = "emails"
    LINES = "lines"
    ATTESTATIONS = "attestations"
    CONSENTS = "consents"
    EVENTS = "events"


class Role(StrEnum):
    """Where a field lives."""

    STORED = "stored"
    DERIVED = "derived"
    INPUT = "input"
    CUSTOM = "custom"


@attrs.frozen(kw_only=True)
class Field:
    """One field: its name, what it holds, its family (R03), its names in French texts of the language.

    `values` are those of a closed list, `words` what else stands for one of them: `("demi-pension", "half_board")`.
    """

    name: str
    kind: FieldKind
    family: Family
    title: Text
    role: Role = Role.STORED
    aliases: tuple[str, ...] = ()
    values: type[StrEnum] | None = None
    nullable: bool = True
    words: tuple[tuple[str, str], ...] = ()


@attrs.frozen(kw_only=True)
class TableSpec:
    """A table of things that happened to a contact, as the language and SQL see it; `kinds` narrows the events."""

    name: str
    title: Text
    aliases: tuple[str, ...]
    fields: tuple[Field, ...]
    kinds: frozenset[EventKind] = frozenset()


_CUSTOM_KINDS: Final[Mapping[type, FieldKind]] = {
    str: FieldKind.LABEL,
    int: FieldKind.NUMBER,
    bool: FieldKind.BOOLEAN,
    dt.date: FieldKind.DATE,
}


@attrs.frozen(eq=False)
class Schema(Mapping[str, Field]):
    """Fields by name, in canonical column order, and the tables beside them."""

    fields: tuple[Field, ...]
    tables: tuple[TableSpec, ...]
    _by_name: dict[str, Field] = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_by_name", {field.name: field for field in self.fields})

    def __getitem__(self, name: str) -> Field:
        return self._by_name[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_name)

    def __len__(self) -> int:
        return len(self._by_name)

    def of_role(self, *roles: Role) -> tuple[Field, ...]:
        """Give the fields of some roles, in order."""
        return tuple(field for field in self.fields if field.role in roles)

    def of_family(self, family: Family) -> tuple[Field, ...]:
        """Give the stored and custom fields of a family (R03)."""
        return tuple(field for field in self.of_role(Role.STORED, Role.CUSTOM) if field.family == family)

    def table(self, name: str) -> TableSpec:
        """Give a table by name; KeyError when there is none."""
        for table in self.tables:
            if table.name == name:
                return table
        raise KeyError(name)

    def extend(self, *sets: Iterable[Field], **fields: type) -> Schema:
        """Give a schema with custom fields added (R07, R08), typed `str`, `int`, `bool`, `datetime.date` or a StrEnum.

        `sets` are ready ones, such as those of `contactbase.sectors`. ValueError when a name is taken, TypeError when a
        type is none of these.
        """
        added = (*(field for several in sets for field in several), *(_custom(*pair) for pair in fields.items()))
        taken = set(self)
        for field in added:
            if field.name in taken:
                raise ValueError(f"There is a field {field.name!r} already. Choose another name.")
            taken.add(field.name)
        return Schema(self.fields + added, self.tables)


def _custom(name: str, kind: type) -> Field:
    """Make a custom field; an enumeration class makes an enumerated one."""
    title = Text(name.replace("_", " "), name.replace("_", " "))
    if issubclass(kind, StrEnum):
        return Field(
            name=name,
            kind=FieldKind.ENUM,
            family=Family.BEHAVIOURAL,
            title=title,
            role=Role.CUSTOM,
            values=kind,
        )
    if kind not in _CUSTOM_KINDS:
        raise TypeError(f"A custom field is str, int, bool, datetime.date or a StrEnum; {name!r} is {kind.__name__}.")
    return Field(name=name, kind=_CUSTOM_KINDS[kind], family=Family.BEHAVIOURAL, title=title, role=Role.CUSTOM)


def _field(
    name: str,
    kind: FieldKind,
    family: Family,
    en: str,
    fr: str,
    *aliases: str,
    role: Role = Role.STORED,
    values: type[StrEnum] | None = None,
    nullable: bool = True,
) -> Field:
    return Field(
        name=name,
        kind=kind,
        family=family,
        title=Text(en, fr),
        role=role,
        aliases=aliases,
        values=values,
        nullable=nullable,
    )


_K, _D, _I = FieldKind, Role.DERIVED, Role.INPUT
_ID, _SOCIO, _BEHAVIOUR = Family.IDENTITY, Family.SOCIO_DEMOGRAPHIC, Family.BEHAVIOURAL
_TRADE, _MONEY, _GEO = Family.TRANSACTIONAL, Family.ECONOMIC, Family.GEOGRAPHIC

_FIELDS: Final = (
    _field("id", _K.CODE, _ID, "Id", "Identifiant", "identifiant", nullable=False),
    _field("title", _K.LABEL, _ID, "Title", "Civilité", "civilité"),
    _field("first_name", _K.LABEL, _ID, "First name", "Prénom", "prénom"),
    _field("last_name", _K.LABEL, _ID, "Last name", "Nom", "nom"),
    _field("birth_name", _K.LABEL, _ID, "Birth name", "Nom de naissance", "nom de naissance"),
    _field("couple", _K.BOOLEAN, _ID, "Names a couple", "Nom d'un couple"),
    _field("birth_date", _K.DATE, _SOCIO, "Birth date", "Date de naissance", "date de naissance", "naissance"),
    _field("sex", _K.ENUM, _SOCIO, "Sex", "Sexe", "sexe", values=Sex),
    _field("language", _K.CODE, _SOCIO, "Language", "Langue", "langue"),
    _field("household", _K.CODE, _SOCIO, "Household", "Foyer", "foyer"),
    _field("relationship", _K.ENUM, _BEHAVIOUR, "Relationship", "Relation", "relation", values=Relationship),
    _field("kind", _K.ENUM, _ID, "Kind of contact", "Type de contact", "type", values=ContactKind),
    _field("company", _K.LABEL, _ID, "Company", "Entreprise", "entreprise", "société"),
    _field("siren", _K.CODE, _ID, "SIREN", "SIREN"),
    _field("siret", _K.CODE, _ID, "SIRET", "SIRET"),
    _field("vat", _K.CODE, _ID, "VAT number", "Numéro de TVA", "tva"),
    _field("activity", _K.LABEL, _MONEY, "Activity", "Activité", "activité"),
    _field("socio_category", _K.CODE, _SOCIO, "Socio-professional category", "CSP", "csp"),
    _field("interests", _K.LABELS, _BEHAVIOUR, "Interests", "Centres d'intérêt", "intérêts", "loisirs"),
    _field("emails", _K.EMAILS, _ID, "E-mail addresses", "Adresses e-mail", "e-mails"),
    _field("phones", _K.PHONES, _ID, "Phone numbers", "Téléphones", "téléphones"),
    _field("address", _K.LINES, _GEO, "Street lines", "Adresse", "adresse"),
    _field("postcode", _K.CODE, _GEO, "Postcode", "Code postal", "code postal"),
    _field("city", _K.LABEL, _GEO, "City", "Ville", "ville"),
    _field("department", _K.CODE, _GEO, "Department", "Département", "département"),
    _field("country", _K.CODE, _GEO, "Country", "Pays", "pays"),
    _field("tags", _K.LABELS, _BEHAVIOUR, "Tags", "Étiquettes", "étiquettes"),
    _field("origin", _K.ENUM, _ID, "Origin of the file", "Origine du fichier", "origine", values=Origin),
    _field("supplier", _K.LABEL, _ID, "Supplier", "Fournisseur", "fournisseur"),
    _field("rental_end", _K.DATE, _ID, "End of rental", "Fin de location", "fin de location"),
    _field("collected_on", _K.DATE, _BEHAVIOUR, "Collected on", "Date de collecte", "date de collecte"),
    _field(
        "source",
        _K.ENUM,
        _BEHAVIOUR,
        "Source of collection",
        "Source de collecte",
        "source de collecte",
        values=CollectionSource,
    ),
    _field("relationship_end", _K.DATE, _BEHAVIOUR, "End of relationship", "Fin de relation", "fin de relation"),
    _field("verified_on", _K.DATE, _BEHAVIOUR, "Verified on", "Vérifié le", "vérifié le"),
    _field(
        "preferred_channel",
        _K.ENUM,
        _BEHAVIOUR,
        "Preferred channel",
        "Canal préféré",
        "canal préféré",
        values=Channel,
    ),
    _field("attestations", _K.ATTESTATIONS, _BEHAVIOUR, "Attestations", "Attestations", nullable=False),
    _field("consents", _K.CONSENTS, _BEHAVIOUR, "Consents", "Consentements", nullable=False),
    _field("events", _K.EVENTS, _BEHAVIOUR, "Events", "Événements", nullable=False),
    _field("mobile", _K.CODE, _ID, "Mobile number", "Mobile", "portable", role=_D),
    _field("landline", _K.CODE, _ID, "Landline number", "Téléphone fixe", "fixe", role=_D),
    _field("email", _K.CODE, _ID, "E-mail address", "E-mail", "e-mail", "courriel", role=_D),
    _field("age", _K.NUMBER, _SOCIO, "Age in years", "Âge", "âge", role=_D),
    _field(
        "last_contact_by_person",
        _K.DATE,
        _BEHAVIOUR,
        "Last act of the person",
        "Dernier acte de la personne",
        "dernier contact",
        role=_D,
    ),
    _field("last_purchase", _K.DATE, _TRADE, "Last purchase", "Dernier achat", "dernier achat", role=_D),
    _field("first_purchase", _K.DATE, _TRADE, "First purchase", "Premier achat", "premier achat", role=_D),
    _field("spent", _K.MONEY, _MONEY, "Amount spent", "Montant dépensé", "dépensé", "montant dépensé", role=_D),
    _field("orders", _K.NUMBER, _TRADE, "Orders", "Commandes", "commandes", role=_D, nullable=False),
    _field("average_basket", _K.MONEY, _MONEY, "Average basket", "Panier moyen", "panier moyen", role=_D),
    _field("full_name", _K.LABEL, _ID, "Full name", "Nom complet", role=_I),
    _field("opt_in_sms", _K.BOOLEAN, _BEHAVIOUR, "SMS opt-in", "Opt-in SMS", role=_I),
    _field("opt_in_email", _K.BOOLEAN, _BEHAVIOUR, "E-mail opt-in", "Opt-in e-mail", role=_I),
    _field("opt_in_post", _K.BOOLEAN, _BEHAVIOUR, "Post opt-in", "Opt-in courrier", role=_I),
    _field("opt_in_phone", _K.BOOLEAN, _BEHAVIOUR, "Phone opt-in", "Opt-in téléphone", role=_I),
    _field("opt_out_sms", _K.BOOLEAN, _BEHAVIOUR, "SMS opt-out", "Opt-out SMS", role=_I),
    _field("opt_out_email", _K.BOOLEAN, _BEHAVIOUR, "E-mail opt-out", "Opt-out e-mail", role=_I),
    _field("opt_out_post", _K.BOOLEAN, _BEHAVIOUR, "Post opt-out", "Opt-out courrier", role=_I),
    _field("opt_out_phone", _K.BOOLEAN, _BEHAVIOUR, "Phone opt-out", "Opt-out téléphone", role=_I),
    _field("opt_out", _K.BOOLEAN, _BEHAVIOUR, "Opt-out of every channel", "Opt-out de tous les canaux", role=_I),
    _field(
        *("consent_incentive", _K.LABEL, _BEHAVIOUR, "Reward for the consent", "Contrepartie du consentement"),
        role=_I,
    ),
    _field("email_verified_on", _K.DATE, _BEHAVIOUR, "E-mail verified on", "E-mail vérifié le", role=_I),
    _field("mobile_verified_on", _K.DATE, _BEHAVIOUR, "Mobile verified on", "Mobile vérifié le", role=_I),
    _field("address_verified_on", _K.DATE, _BEHAVIOUR, "Address verified on", "Adresse vérifiée le", role=_I),
    _field("bounced_on", _K.DATE, _BEHAVIOUR, "Date of the bounce", "Date du rebond", role=_I),
    _field("consented_on", _K.DATE, _BEHAVIOUR, "Date of the opt-in", "Date de l'opt-in", role=_I),
    _field("withdrawn_on", _K.DATE, _BEHAVIOUR, "Date of the opt-out", "Date de l'opt-out", role=_I),
    _field("consent_source", _K.LABEL, _BEHAVIOUR, "Source of the consent", "Source du consentement", role=_I),
    _field("consent_proof", _K.CODE, _BEHAVIOUR, "Proof of the consent", "Preuve du consentement", role=_I),
    _field("consent_scope", _K.CODE, _BEHAVIOUR, "For whom the consent is", "Portée du consentement", role=_I),
)

_EVENT_FIELDS: Final = (
    _field("kind", _K.ENUM, _BEHAVIOUR, "Kind", "Type", "type", values=EventKind, nullable=False),
    _field("direction", _K.ENUM, _BEHAVIOUR, "Direction", "Sens", "sens", values=Direction, nullable=False),
    _field("at", _K.DATE, _BEHAVIOUR, "Day", "Date", "date"),
    _field("amount", _K.MONEY, _MONEY, "Amount", "Montant", "montant"),
    _field("count", _K.NUMBER, _TRADE, "Count", "Nombre", "nombre", nullable=False),
    _field("product", _K.LABEL, _TRADE, "Product", "Produit", "produit"),
    _field("category", _K.LABEL, _TRADE, "Category", "Catégorie", "catégorie"),
    _field("material", _K.LABEL, _TRADE, "Material", "Matière", "matière"),
    _field("channel", _K.ENUM, _BEHAVIOUR, "Channel", "Canal", "canal", values=Channel),
    _field("campaign", _K.LABEL, _BEHAVIOUR, "Campaign", "Campagne", "campagne"),
    _field("reference", _K.CODE, _TRADE, "Reference", "Référence", "référence"),
    _field("link", _K.CODE, _BEHAVIOUR, "Link", "Lien", "lien"),
)

_CONSENT_FIELDS: Final = (
    _field("purpose", _K.ENUM, _BEHAVIOUR, "Purpose", "Finalité", "finalité", values=Purpose, nullable=False),
    _field("channel", _K.ENUM, _BEHAVIOUR, "Channel", "Canal", "canal", values=Channel, nullable=False),
    _field("status", _K.ENUM, _BEHAVIOUR, "Status", "Statut", "statut", values=ConsentStatus, nullable=False),
    _field("basis", _K.ENUM, _BEHAVIOUR, "Legal basis", "Base légale", values=LegalBasis, nullable=False),
    _field("at", _K.DATE, _BEHAVIOUR, "Day", "Date", "date"),
    _field("recorded_on", _K.DATE, _BEHAVIOUR, "Recorded on", "Enregistré le"),
    _field("source", _K.LABEL, _BEHAVIOUR, "Source", "Source"),
    _field("proof", _K.CODE, _BEHAVIOUR, "Proof", "Preuve", "preuve"),
    _field("scope", _K.LABEL, _BEHAVIOUR, "Scope", "Portée", "portée"),
    _field("expires_on", _K.DATE, _BEHAVIOUR, "Expires on", "Expire le"),
    _field("address", _K.CODE, _BEHAVIOUR, "Address given for", "Adresse visée"),
    _field("incentive", _K.LABEL, _BEHAVIOUR, "Reward it was tied to", "Contrepartie"),
)

_TABLES: Final = (
    TableSpec(
        name="purchases",
        title=Text("Purchases", "Achats"),
        aliases=("achats",),
        fields=_EVENT_FIELDS,
        kinds=frozenset({EventKind.PURCHASE}),
    ),
    TableSpec(
        name="messages",
        title=Text("Messages", "Messages"),
        aliases=("messages", "envois"),
        fields=_EVENT_FIELDS,
        kinds=frozenset({EventKind.MESSAGE}),
    ),
    TableSpec(
        name="consents",
        title=Text("Consents", "Consentements"),
        aliases=("consentements",),
        fields=_CONSENT_FIELDS,
    ),
    TableSpec(name="events", title=Text("Events", "Événements"), aliases=("événements",), fields=_EVENT_FIELDS),
)

SCHEMA: Final = Schema(_FIELDS, _TABLES)
