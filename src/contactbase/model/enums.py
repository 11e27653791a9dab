"""The closed vocabularies of the field.

Each value is the word used in files, in the segment language and in messages. The consent states are those of
the W3C Data Privacy Vocabulary (DPV, `ConsentStatus`); only `given` and `renewed` permit anything.

>>> Channel("sms") is Channel.SMS
True
"""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "AttestationAct",
    "Channel",
    "CollectionSource",
    "ConsentStatus",
    "ContactKind",
    "Direction",
    "EventKind",
    "Family",
    "Incentive",
    "LegalBasis",
    "Origin",
    "PhoneKind",
    "Purpose",
    "Relationship",
    "Severity",
    "Sex",
    "VerificationMethod",
]


class Severity(StrEnum):
    """How bad a finding is: `error` means the value was not taken."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Channel(StrEnum):
    """A way to reach a person."""

    SMS = "sms"
    EMAIL = "email"
    POST = "post"
    PHONE = "phone"


class Purpose(StrEnum):
    """Why a person is contacted (R30): consent is asked per purpose and channel."""

    MARKETING = "marketing"
    SERVICE = "service"
    TRANSACTIONAL = "transactional"
    SAFETY = "safety"
    TRACKING = "tracking"
    STATISTICS = "statistics"


class ConsentStatus(StrEnum):
    """The state that one consent record states, in the words of W3C DPV."""

    REQUESTED = "requested"
    REQUEST_DEFERRED = "request_deferred"
    GIVEN = "given"
    RENEWED = "renewed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    REVOKED = "revoked"
    INVALIDATED = "invalidated"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


class Incentive(StrEnum):
    """What a person was given in return for a consent, which is then no longer quite free (R24); the worst first."""

    CONTEST = "contest"
    DISCOUNT = "discount"
    GIFT = "gift"
    ACCESS = "access"


class LegalBasis(StrEnum):
    """What a processing rests on (GDPR art. 6; soft opt-in: art. L34-5 CPCE)."""

    CONSENT = "consent"
    SOFT_OPT_IN = "soft_opt_in"
    LEGITIMATE_INTEREST = "legitimate_interest"
    CONTRACT = "contract"
    LEGAL_OBLIGATION = "legal_obligation"


class Relationship(StrEnum):
    """Where a person stands with the shop (R17)."""

    PROSPECT = "prospect"
    HOT_PROSPECT = "hot_prospect"
    CUSTOMER = "customer"
    INACTIVE = "inactive"
    FORMER = "former"


class ContactKind(StrEnum):
    """A private person or a professional address (R06)."""

    PERSON = "person"
    PROFESSIONAL = "professional"


class Origin(StrEnum):
    """Whose file a contact came from (R21 to R23)."""

    OWNED = "owned"
    BOUGHT = "bought"
    RENTED = "rented"


class CollectionSource(StrEnum):
    """Through what a contact or a consent came to us (R11); `other` is whatever the list does not have."""

    WEB_FORM = "web_form"
    QUOTE = "quote"
    TRADE_FAIR = "trade_fair"
    PURCHASE = "purchase"
    SOCIAL_NETWORK = "social_network"
    ACCOUNT = "account"
    LOYALTY_PROGRAMME = "loyalty_programme"
    COOKIE_BANNER = "cookie_banner"
    GATED_CONTENT = "gated_content"
    QUESTIONNAIRE = "questionnaire"
    INTERVIEW = "interview"
    SMS_CONTEST = "sms_contest"
    IN_STORE = "in_store"
    PHONE_CALL = "phone_call"
    REFERRAL = "referral"
    SUPPLIED_FILE = "supplied_file"
    OTHER = "other"


class AttestationAct(StrEnum):
    """What an attestation says of a value: somebody told it to us, or somebody held it against the world."""

    TOLD = "told"
    VERIFIED = "verified"


class VerificationMethod(StrEnum):
    """How a value was verified (R50)."""

    CONFIRMATION_LINK = "confirmation_link"
    CODE_BY_SMS = "code_by_sms"
    CALL = "call"
    IN_PERSON = "in_person"
    DOCUMENT = "document"
    LETTER = "letter"
    DELIVERY = "delivery"
    LOOKUP = "lookup"


class Sex(StrEnum):
    """As written in French files: F and M."""

    F = "F"
    M = "M"


class PhoneKind(StrEnum):
    """The type of a number, after libphonenumber's `PhoneNumberType`."""

    MOBILE = "mobile"
    FIXED_LINE = "fixed_line"
    FIXED_LINE_OR_MOBILE = "fixed_line_or_mobile"
    TOLL_FREE = "toll_free"
    PREMIUM_RATE = "premium_rate"
    SHARED_COST = "shared_cost"
    VOIP = "voip"
    PERSONAL = "personal"
    PAGER = "pager"
    UAN = "uan"
    VOICEMAIL = "voicemail"
    UNKNOWN = "unknown"


class Direction(StrEnum):
    """Who acted. Only acts of the person restart the retention clock (CNIL, see the policy FR)."""

    FROM_PERSON = "from_person"
    FROM_US = "from_us"


class EventKind(StrEnum):
    """What happened between a person and the shop (R04, R05, R11)."""

    PURCHASE = "purchase"
    QUOTE_REQUEST = "quote_request"
    FORM_SUBMIT = "form_submit"
    INBOUND_CALL = "inbound_call"
    CUSTOMER_SERVICE = "customer_service"
    STORE_VISIT = "store_visit"
    TEST_DRIVE = "test_drive"
    LOYALTY_SCAN = "loyalty_scan"
    ACCOUNT_LOGIN = "account_login"
    PROFILE_UPDATE = "profile_update"
    QUESTIONNAIRE = "questionnaire"
    CONTEST_ENTRY = "contest_entry"
    CLICK = "click"
    REPLY = "reply"
    CONTACT = "contact"
    OPEN = "open"
    PAGE_VIEW = "page_view"
    MESSAGE = "message"
    DELIVERY = "delivery"
    BOUNCE = "bounce"
    COMPLAINT = "complaint"
    UNSUBSCRIBE = "unsubscribe"
    ACCESS_REQUEST = "access_request"
    ERASURE_REQUEST = "erasure_request"


class Family(StrEnum):
    """The family of a field (R03)."""

    IDENTITY = "identity"
    SOCIO_DEMOGRAPHIC = "socio_demographic"
    BEHAVIOURAL = "behavioural"
    TRANSACTIONAL = "transactional"
    ECONOMIC = "economic"
    GEOGRAPHIC = "geographic"
