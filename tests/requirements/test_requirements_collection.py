"""R01 to R20 of the requirements: the file, its fields, how contacts are collected. Each test says its number."""

from __future__ import annotations

import ast
import builtins
import datetime as dt
import socket
from pathlib import Path

import pytest

import contactbase as cb

AS_OF = dt.date(2026, 11, 22)
MOBILE = cb.Phone("+33699000001", cb.PhoneKind.MOBILE, "FR")


def cleaned(text: str, encoding: str = "utf-8") -> cb.ContactBase:
    """Read a file and clean it."""
    return cb.clean(cb.read(text.encode(encoding)).value, as_of=AS_OF).value


def bought(**known: object) -> cb.Event:
    return cb.Event(**{"kind": cb.EventKind.PURCHASE, "at": dt.date(2026, 5, 1), **known})  # type: ignore[arg-type]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_r01_french_csv_files_are_read_in_their_encoding_and_written_back(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    rows = [["Nom", "Prénom", "Ville"], ["Lefèvre", "Zoé", "Saint-Étienne"], ["Müller", "Noël", "Orléans"]]
    base = cleaned("\r\n".join(delimiter.join(row) for row in rows) + "\r\n", encoding)
    assert [(one.last_name, one.first_name, one.city) for one in base.values()] == [tuple(row) for row in rows[1:]]
    for preset in ("plain", "excel-fr"):
        cb.write(base, tmp_path / "contacts.csv", csv=preset)
        assert dict(cb.clean(cb.read(tmp_path / "contacts.csv").value, as_of=AS_OF).value) == dict(base)


def test_r02_the_core_fields_exist_and_are_typed() -> None:
    (lea,) = cb.clean(
        [
            {
                "last_name": "DURAND",
                "first_name": "Léa",
                "sex": "femme",
                "birth_date": "12/03/1985",
                "address": "12 rue des Lilas",
                "postcode": "69001",
                "city": "LYON",
                "company": "Durand SARL",
                "mobile": "06 12 34 56 78",
                "email": "Lea@Example.org",
                "activity": "bijoutière",
                "interests": "or",
                "spent": "1 240,50 €",
                "orders": "12",
                "preferred_channel": "sms",
            }
        ],
        as_of=AS_OF,
    ).value.values()
    assert (lea.sex, lea.birth_date, lea.preferred_channel) == (cb.Sex.F, dt.date(1985, 3, 12), cb.Channel.SMS)
    assert (lea.phones[0].e164, lea.emails[0].address) == ("+33612345678", "Lea@example.org")
    assert (lea.address, lea.activity, lea.interests) == (("12 rue des Lilas",), "bijoutière", frozenset({"or"}))
    assert [(event.amount, event.count) for event in lea.events] == [(124050, 12)]


def test_r03_each_field_has_one_family_and_a_family_gives_its_fields() -> None:
    families = {family: cb.family_fields(family) for family in cb.Family}
    assert all(families.values())
    assert families[cb.Family.GEOGRAPHIC] == ("address", "postcode", "city", "department", "country")
    assert {"last_purchase", "orders"} <= set(families[cb.Family.TRANSACTIONAL])
    names = [name for fields in families.values() for name in fields]
    assert len(names) == len(set(names))
    known = cb.known_by_family(cb.Contact(id="c-1", city="Lyon", events=(bought(),)))
    assert known[cb.Family.GEOGRAPHIC] == ("city",)


@pytest.mark.parametrize(
    ("kind", "counts"),
    [
        (cb.EventKind.TEST_DRIVE, True),
        (cb.EventKind.INBOUND_CALL, True),
        (cb.EventKind.FORM_SUBMIT, True),
        (cb.EventKind.PAGE_VIEW, False),
    ],
)
def test_r04_acts_of_the_person_count_as_contact_and_page_views_do_not(kind: cb.EventKind, counts: bool) -> None:
    contact = cb.Contact(id="c-1", events=(cb.Event(kind=kind, at=dt.date(2026, 1, 1)),))
    assert cb.Segment("seen", "last_contact_by_person is known").matches(contact, as_of=AS_OF) is counts


def test_r05_the_history_holds_past_campaigns_and_gives_the_last_order() -> None:
    contact = cb.Contact(
        id="c-1",
        events=(
            bought(at=dt.date(2025, 1, 1), amount=9900, currency="EUR", category="collier"),
            bought(at=dt.date(2026, 5, 1), amount=5000, currency="EUR", category="bague"),
            cb.Event(kind=cb.EventKind.MESSAGE, direction=cb.Direction.FROM_US, at=AS_OF, campaign="Noël"),
        ),
    )
    for text in (
        "last_purchase = 2026-05-01",
        "last(purchases.amount) = 50 EUR",
        'has purchases where category = "bague"',
        'has messages where campaign = "noel"',
    ):
        assert cb.Segment("s", text).matches(contact, as_of=AS_OF), text


def test_r06_interests_category_and_business_contacts_can_be_selected() -> None:
    base = cb.clean(
        [
            {"last_name": "Durand", "interests": "golf, opéra", "socio_category": "37", "kind": "particulier"},
            {"company": "Durand SARL", "kind": "professionnel"},
        ],
        as_of=AS_OF,
    ).value
    for text in ('interests has any of ("golf")', 'socio_category = "37"', "kind = person"):
        assert cb.Segment("s", text).select(base, as_of=AS_OF).ids == ("c-1",), text
    assert cb.Segment("b2b", "kind = professional").select(base, as_of=AS_OF).ids == ("c-2",)


def test_r07_custom_fields_are_typed_and_read_like_any_other() -> None:
    schema = cb.schema.extend(rooms=int, budget=str, member=bool, stay=dt.date)
    row = {"last_name": "Durand", "rooms": "3", "budget": "moyen", "member": "oui", "stay": "2026-08-01"}
    base, _ = cb.clean([row], as_of=AS_OF, schema=schema)
    assert dict(base["c-1"].custom) == {
        "rooms": 3,
        "budget": "moyen",
        "member": True,
        "stay": dt.date(2026, 8, 1),
    }
    assert cb.Segment("family", "rooms >= 3", schema=schema).count(base, as_of=AS_OF) == 1
    with pytest.raises(cb.SegmentError):
        cb.Segment("family", 'rooms = "three"', schema=schema)


@pytest.mark.parametrize("sector", ["hotel", "car_dealer", "travel_agency", "retail", "restaurant", "beauty"])
def test_r07_a_trade_has_its_own_typed_fields_with_one_call(sector: str) -> None:
    schema = cb.schema.extend(cb.sectors[sector])
    assert len(schema) == len(cb.schema) + len(cb.sectors[sector])


def test_r07_a_hotel_knows_rooms_and_budget_from_a_french_file() -> None:
    schema = cb.schema.extend(cb.sectors["hotel"])
    text = "Nom;Nombre de chambres;Budget par nuit;Pension\nDurand;3;120;demi-pension\n"
    base = cb.clean(cb.read(text.encode(), schema=schema).value, as_of=AS_OF, schema=schema).value
    assert dict(base["c-1"].custom) == {"rooms": 3, "budget_per_night": 120, "board": "half_board"}
    assert cb.Segment("s", "rooms >= 2 and board = half_board", schema=schema).count(base, as_of=AS_OF) == 1


def test_r08_a_new_attribute_needs_no_migration_and_an_id_is_found_at_once(tmp_path: Path) -> None:
    cb.write(cleaned("Id;Nom\nA1;Durand\n"), tmp_path / "contacts.csv")
    wider = cb.schema.extend(rooms=int)
    again = cb.clean(cb.read(tmp_path / "contacts.csv", schema=wider).value, as_of=AS_OF, schema=wider).value
    assert again["A1"].last_name == "Durand"
    assert cb.schema.get("rooms") is None


def test_r08_a_contact_is_looked_up_by_any_identifier() -> None:
    base = cleaned("Id;Nom;E-mail;Portable\nA1;Durand;lea@example.org;06 12 34 56 78\nA2;Martin;noe@example.org;\n")
    index = cb.ContactIndex.of(base)
    for text in ("A1", "LEA@example.org", "+33 6 12 34 56 78", "0612345678"):
        assert [contact.id for contact in index.find(text)] == ["A1"], text


def test_r09_a_segment_declares_its_purpose_and_one_without_is_linted() -> None:
    text = "opted in to sms"
    without = cb.Segment("vip", text).lint(channel=cb.Channel.SMS)
    declared = cb.Segment("vip", text, purpose="marketing").lint(channel=cb.Channel.SMS)
    assert {found.code for found in without} - {found.code for found in declared} == {"W204"}


def test_r10_unused_attributes_and_special_categories_are_reported_without_a_value() -> None:
    base = cleaned("Nom;Ville;Sexe;Religion\nDurand;Lyon;F;xyz\nMartin;Brest;M;xyz\n")
    found = cb.minimisation(base, segments=[cb.Segment("lyon", 'city = "Lyon"')], templates=["Bonjour {nom}"])
    assert [column.name for column in found.unused] == ["sex", "Religion"]
    assert [(column.name, column.category.name) for column in found.sensitive] == [("Religion", "religion")]
    assert "xyz" not in f"{found} {found!r}"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Formulaire sur le site web", None),
        ("formulaire site web", cb.CollectionSource.WEB_FORM),
        ("Création d'un devis", None),
        ("création de devis", cb.CollectionSource.QUOTE),
        ("Salon 2025", cb.CollectionSource.TRADE_FAIR),
        ("achat en magasin", cb.CollectionSource.PURCHASE),
        ("Réseaux sociaux", cb.CollectionSource.SOCIAL_NETWORK),
        ("Compte client", cb.CollectionSource.ACCOUNT),
        ("Programme de fidélité", cb.CollectionSource.LOYALTY_PROGRAMME),
        ("Bandeau cookies", cb.CollectionSource.COOKIE_BANNER),
        ("Livre blanc", cb.CollectionSource.GATED_CONTENT),
        ("Questionnaire", cb.CollectionSource.QUESTIONNAIRE),
        ("Entretien professionnel", cb.CollectionSource.INTERVIEW),
        ("jeu-concours SMS+", cb.CollectionSource.SMS_CONTEST),
    ],
)
def test_r11_the_source_is_one_of_the_twelve_ways_and_another_one_is_allowed_but_flagged(
    text: str, source: cb.CollectionSource | None
) -> None:
    row = {"last_name": "Durand", "mobile": "06 12 34 56 78", "source": text}
    row |= {"opt_in_sms": "oui", "consented_on": "2026-01-05", "consent_source": text, "consent_proof": "f-7"}
    base, journal = cb.clean([row], as_of=AS_OF)
    contact = base["c-1"]
    (consent,) = contact.consents
    assert contact.source is (source or cb.CollectionSource.OTHER)
    assert consent.source == text
    assert cb.collection_source(consent) is (source or cb.CollectionSource.OTHER)
    flagged = {"collection.source-not-listed", "collection.consent-source-not-listed"}
    assert flagged & set(journal.count()) == (set() if source else flagged)


def test_r11_contacts_can_be_selected_by_their_source() -> None:
    base = cleaned("Nom;Source\nDurand;Salon\nMartin;Réseaux sociaux\n")
    assert cb.Segment("fair", "source = trade_fair").select(base, as_of=AS_OF).ids == ("c-1",)


def test_r12_a_form_at_the_till_is_linted() -> None:
    good = cb.CollectionForm(
        name="till",
        source=cb.CollectionSource.PURCHASE,
        questions=(
            *(cb.FormQuestion(name, required=True) for name in ("last_name", "email", "purchases.amount")),
            *(cb.FormQuestion(name) for name in ("birth_date", "interests")),
        ),
        boxes=(cb.ConsentBox(channels=(cb.Channel.EMAIL,)),),
        notice_version="2026-03",
        says_how_to_withdraw=True,
    )
    assert cb.lint_form(good) == ()
    worse = cb.CollectionForm(
        name="till",
        source=cb.CollectionSource.PURCHASE,
        questions=tuple(cb.FormQuestion(name) for name in ("birth_date", "interests", "sex")),
        boxes=(cb.ConsentBox(ticked=True, separate=False),),
        says_how_to_withdraw=True,
        incentive="10 % off",
    )
    assert {found.code for found in cb.lint_form(worse)} == {
        *("form.too-many-optional", "form.box-ticked", "form.box-not-separate", "form.notice-version-missing"),
        "form.incentive-tied",
    }


def test_r13_the_next_fields_to_ask_for_are_few_and_unknown() -> None:
    contact = cb.Contact(id="c-1", first_name="Léa", phones=(MOBILE,))
    assert cb.next_best_fields(contact, 2) == ("email", "last_name")
    assert cb.next_best_fields(contact, 0) == ()


def test_r13_the_reward_for_a_consent_is_recorded_and_warned_of() -> None:
    text = (
        "Nom;Portable;Opt-in SMS;Date opt-in;Preuve consentement;Contrepartie\n"
        "Durand;06 12 34 56 78;oui;2026-01-05;f-7;remise de 10 %\nMartin;06 12 34 56 79;oui;2026-01-05;f-7;\n"
        "Petit;06 12 34 56 80;non;2026-01-05;f-7;remise de 10 %\n"
    )
    base, journal = cb.clean(cb.read(text.encode()).value, as_of=AS_OF)
    assert [contact.consents[0].incentive for contact in base.values()] == ["remise de 10 %", None, None]
    tied = [found for found in journal.findings if found.code == "consent.tied-to-reward"]
    assert [(found.contact, found.severity) for found in tied] == [("c-1", cb.Severity.WARNING)]


def test_r14_tracking_is_a_purpose_of_its_own() -> None:
    marketing = cb.ConsentRecord(channel=cb.Channel.EMAIL, status=cb.ConsentStatus.GIVEN, at=AS_OF, proof="form-7")
    contact = cb.Contact(id="c-1", consents=(marketing,))
    assert cb.Segment("m", 'opted in to email for "marketing"').matches(contact, as_of=AS_OF)
    assert not cb.Segment("t", 'opted in to email for "tracking"').matches(contact, as_of=AS_OF)


def test_r14_web_events_are_used_only_where_tracking_is_permitted() -> None:
    seen = cb.Event(kind=cb.EventKind.PAGE_VIEW, at=dt.date(2026, 5, 3))
    given = {"channel": cb.Channel.EMAIL, "status": cb.ConsentStatus.GIVEN, "at": dt.date(2026, 1, 1), "proof": "f-7"}
    marketing = cb.ConsentRecord(**given)  # type: ignore[arg-type]
    tracking = cb.ConsentRecord(**given, purpose=cb.Purpose.TRACKING)  # type: ignore[arg-type]
    base = cb.ContactBase.of(
        cb.Contact(id=name, consents=(consent,), events=(seen,))
        for name, consent in (("c-1", marketing), ("c-2", tracking))
    )
    usable, journal = cb.permitted_events(base, as_of=AS_OF)
    assert cb.Segment("s", "has events where kind = page_view").select(usable, as_of=AS_OF).ids == ("c-2",)
    assert [(found.code, found.contact) for found in journal.findings] == [("tracking.events-left-out", "c-1")]
    assert dict(cb.undo(usable, journal)) == dict(base)


def test_r15_the_answers_of_a_questionnaire_fill_gaps_with_their_provenance_and_can_be_undone() -> None:
    base = cleaned("Nom;Ville\nDurand;Lyon\n")
    rows = [{"id": "c-1", "city": "Brest", "language": "fr"}]
    fuller, journal = cb.enrich(base, rows, as_of=AS_OF, method=cb.CollectionSource.QUESTIONNAIRE, by="Zoé")
    assert (fuller["c-1"].city, fuller["c-1"].language) == ("Lyon", "fr")
    (line,) = cb.attestations_of(fuller["c-1"], "language")
    assert (line.on, line.method, line.by) == (AS_OF, "questionnaire", "Zoé")
    assert journal.count() == {"answer.conflict": 1}
    assert cb.diff(base, fuller) == journal.changes
    assert dict(cb.undo(fuller, journal)) == dict(base)


def test_r15_a_merge_fills_what_is_empty_and_keeps_both_records_whole() -> None:
    mail = (cb.Email("lea@example.org", "lea@example.org"),)
    known = cb.Contact(id="c-1", emails=mail, last_name="Durand", city="Lyon", collected_on=dt.date(2026, 1, 1))
    answers = cb.Contact(
        id="c-2", emails=mail, last_name="Durand", city="Brest", language="fr", collected_on=dt.date(2025, 1, 1)
    )
    unique, journal = cb.dedupe(cb.ContactBase.of([known, answers]))
    assert (unique["c-1"].city, unique["c-1"].language) == ("Lyon", "fr")
    (merge,) = journal.merges
    assert merge.before == known
    assert merge.absorbed == (answers,)


def test_r16_the_most_important_customers_can_be_chosen() -> None:
    base = cb.ContactBase.of(
        cb.Contact(id=f"c-{n}", events=(bought(amount=n * 10_000, currency="EUR"),)) for n in range(1, 6)
    )
    top = cb.Segment("top", "sum(purchases.amount in last 12 months) >= 400 EUR")
    assert top.select(base, as_of=AS_OF).ids == ("c-4", "c-5")


def test_r16_the_largest_customers_are_fed_to_interviews_and_what_they_tell_says_so() -> None:
    base = cb.ContactBase.of(
        cb.Contact(id=f"c-{n}", events=(bought(amount=n * 10_000, currency="EUR"),)) for n in range(1, 6)
    )
    top = cb.Segment("top", "sum(purchases.amount in last 12 months) >= 400 EUR", purpose="interview")
    rows = [{"id": name, "interests": "golf"} for name in top.select(base, as_of=AS_OF).ids]
    told = cb.enrich(base, rows, as_of=AS_OF, method=cb.CollectionSource.INTERVIEW).value
    assert [name for name, contact in told.items() if contact.attestations] == ["c-4", "c-5"]
    assert {line.method for line in told["c-4"].attestations} == {cb.CollectionSource.INTERVIEW}


def test_r17_the_relationship_is_one_of_five() -> None:
    assert {each.value for each in cb.Relationship} == {"prospect", "hot_prospect", "customer", "inactive", "former"}
    rows = [{"last_name": "Durand", "relationship": text} for text in ("Prospect", "client", "inactif")]
    base = cb.clean(rows, as_of=AS_OF).value
    assert [contact.relationship for contact in base.values()] == [
        *(cb.Relationship.PROSPECT, cb.Relationship.CUSTOMER, cb.Relationship.INACTIVE),
    ]


def test_r18_what_to_ask_depends_on_the_purpose_and_on_collecting_or_updating() -> None:
    contact = cb.Contact(id="c-1", last_name="Durand", phones=(MOBILE,), collected_on=dt.date(2024, 1, 1))
    assert cb.missing_fields(contact, cb.Purpose.SAFETY) == ("email",)
    assert "address" in cb.missing_fields(contact, cb.Purpose.TRANSACTIONAL)
    update = cb.missing_fields(
        contact, cb.Purpose.SAFETY, mode=cb.Asking.UPDATE, intervals={"mobile": 12, "last_name": 60}, as_of=AS_OF
    )
    assert update == ("mobile", "email")


def test_r19_the_core_does_no_input_or_output(monkeypatch: pytest.MonkeyPatch) -> None:
    records = cb.read(b"Nom;Portable;E-mail\nDurand;06 12 34 56 78;lea@example.org\n").value

    def steps() -> int:
        base = cb.dedupe(cb.clean(records, as_of=AS_OF).value).value
        kept = cb.enact(base, cb.retain(base, cb.policies.FR, as_of=AS_OF)).value
        return cb.Segment("s", "mobile is known").count(kept, as_of=AS_OF)

    assert steps() == 1

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("the core opened something")

    monkeypatch.setattr(builtins, "open", refuse)
    monkeypatch.setattr(socket, "socket", refuse)
    assert steps() == 1


def test_r19_no_module_of_the_core_imports_what_opens_files_or_connections() -> None:
    root = Path(cb.__file__).parent
    folders = ("model", "normalize", "layouts", "matching", "segment", "policy", "reporting")
    for path in (path for folder in folders for path in (root / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {"os", "io", "pathlib", "socket", "urllib", "sqlite3"} & {name.split(".")[0] for name in names}


@pytest.mark.parametrize(
    ("header", "row", "status", "bounced"),
    [
        ("UNSUB_TIME", "2026-01-05 10:00:00", cb.ConsentStatus.WITHDRAWN, False),
        ("CLEAN_TIME", "2026-01-05 10:00:00", None, True),
    ],
)
def test_r20_exports_of_a_crm_are_recognized_with_their_opt_outs_and_bounces(
    header: str, row: str, status: cb.ConsentStatus | None, bounced: bool
) -> None:
    text = (
        f"Email Address,First Name,Last Name,OPTIN_TIME,CONFIRM_TIME,{header},LEID,EUID,TAGS\n"
        f"lea@example.org,Léa,Durand,2025-01-05 10:00:00,,{row},1,2,\n"
    )
    (lea,) = cleaned(text).values()
    ends = {consent.status for consent in lea.consents if consent.channel is cb.Channel.EMAIL}
    assert ends == ({status} if status else set())
    assert any(event.kind is cb.EventKind.BOUNCE for event in lea.events) is bounced
