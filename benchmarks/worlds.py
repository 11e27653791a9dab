"""Generated worlds of contacts whose truth is known: people, households, records of them, dirt. For benchmarks only.

A world has its own seed, style of country and amount of dirt. Names follow a Zipf law, as names do; a person has one to
six records from several sources; people move, marry, change number and provider; families share a surname, a landline,
an address, at times a mailbox or a mobile; twins share a birth date, a few fathers and sons a name; shops leave their
own number where there is none; hands slip. Nobody in it exists.

    world = make(people=5000, style=FRENCH, seed=7)
    world.contacts, world.person, world.household
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from contactbase.matching.nicknames import NICKNAMES
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import PhoneKind, Sex

WOMEN = (
    "marie nathalie isabelle sylvie catherine martine christine francoise valerie sandrine veronique "
    "nicole stephanie sophie celine chantal patricia anne brigitte julie monique aurelie laurence "
    "christelle dominique emilie corinne florence caroline pauline helene laura lea manon chloe camille "
    "sarah emma ines jade louise alice lina rose anna mila juliette"
).split()
MEN = (
    "jean pierre michel philippe alain nicolas patrick christophe daniel laurent bernard eric frederic "
    "david stephane pascal thierry olivier julien sebastien francois christian jacques alexandre vincent "
    "thomas gerard dominique bruno guillaume andre claude antoine maxime kevin hugo lucas louis arthur "
    "gabriel jules adam raphael paul nathan leo mathis"
).split()
ENGLISH_WOMEN = (
    "mary patricia jennifer linda elizabeth susan jessica sarah karen lisa nancy betty margaret sandra "
    "ashley emily donna michelle carol amanda melissa deborah rebecca laura helen sharon amy anna "
    "kathleen olivia grace freya isla ava"
).split()
ENGLISH_MEN = (
    "james robert john michael david william richard joseph thomas christopher charles daniel matthew "
    "anthony mark donald steven andrew paul joshua kenneth kevin brian george oliver harry jack alfie "
    "noah theo archie oscar leo henry"
).split()
GERMAN_WOMEN = (
    "anna ursula sabine petra monika claudia susanne heike stefanie andrea julia birgit karin renate lea "
    "mia lena ingrid helga christa gisela elke angelika brigitte martina nicole katrin silke kerstin "
    "sandra emma hannah sophie marie"
).split()
GERMAN_MEN = (
    "hans peter michael thomas andreas wolfgang klaus juergen stefan uwe frank markus dieter jonas paul "
    "felix leon ralf bernd matthias joerg martin christian alexander daniel sven tobias jan florian lukas "
    "finn ben noah maximilian"
).split()
ONSETS = "b bl br c ch cl d dr f fl g gr h j l m n p pl pr r s st t tr v".split()
VOWELS = "a e i o u ai au ou eu oi".split()
CODAS = ["", "", "n", "r", "l", "s", "t", "rd", "nt", "ng", "ch", "x"]


@dataclass(frozen=True)
class Style:
    """What differs from country to country."""

    name: str
    women: Sequence[str]
    men: Sequence[str]
    streets: Sequence[str]
    street_like: str
    providers: Sequence[str]
    mobile: str
    landline: str
    postcode_digits: int


FRENCH = Style(
    "french",
    WOMEN,
    MEN,
    ("rue de", "avenue", "boulevard", "chemin de", "place", "impasse", "allée"),
    "12 rue",
    ("gmail.com", "orange.fr", "free.fr", "hotmail.fr", "wanadoo.fr", "sfr.fr", "laposte.net"),
    "+336",
    "+334",
    5,
)
ENGLISH = Style(
    "english",
    ENGLISH_WOMEN,
    ENGLISH_MEN,
    ("street", "road", "lane", "close", "avenue", "drive"),
    "12 rue",
    ("gmail.com", "hotmail.co.uk", "yahoo.co.uk", "btinternet.com", "outlook.com"),
    "+447",
    "+441",
    5,
)
GERMAN = Style(
    "german",
    GERMAN_WOMEN,
    GERMAN_MEN,
    ("straße", "weg", "platz", "gasse"),
    "weg 12",
    ("gmx.de", "web.de", "gmail.com", "t-online.de"),
    "+4915",
    "+4930",
    5,
)
STYLES = (FRENCH, ENGLISH, GERMAN)


@dataclass
class World:
    """The records as contacts, and the true person and household of each id."""

    contacts: list[Contact] = field(default_factory=list)
    person: dict[str, int] = field(default_factory=dict)
    household: dict[str, int] = field(default_factory=dict)

    @property
    def base(self) -> ContactBase:
        return ContactBase.of(self.contacts)


@dataclass
class _Home:
    surname: str
    street: str
    postcode: str
    city: str
    landline: str | None
    mailbox: str | None


@dataclass
class _Person:
    number: int
    household: int
    home: _Home
    first: str
    last: str
    sex: Sex
    born: dt.date
    mobile: str
    mails: list[str]
    maiden: str | None


class _Maker:
    def __init__(self, style: Style, seed: int, dirt: float) -> None:
        self.style, self.chance, self.dirt = style, random.Random(seed), dirt
        self.surnames = self._words(6000)
        self.cities = self._words(800)
        self.ways = self._words(1500)
        self.taken: set[str] = set()
        self.shop_numbers = [self._number(style.mobile) for _ in range(3)]

    def _words(self, count: int) -> list[str]:
        chance, found = self.chance, dict[str, None]()
        while len(found) < count:
            parts = chance.choice((2, 2, 2, 3))
            word = "".join(chance.choice(ONSETS) + chance.choice(VOWELS) for _ in range(parts)) + chance.choice(CODAS)
            found[word] = None
        return list(found)

    def _zipf(self, words: Sequence[str], skew: float = 0.45) -> str:
        return words[int(len(words) * self.chance.random() ** (1 / (1 - skew)))]

    def _number(self, start: str) -> str:
        while True:
            number = start + "".join(self.chance.choices("0123456789", k=12 - len(start)))
            if number not in self.taken:
                self.taken.add(number)
                return number

    def home(self) -> _Home:
        chance, style = self.chance, self.style
        way, kind = self._zipf(self.ways, 0.35), chance.choice(style.streets)
        number = chance.randrange(1, 180)
        street = f"{number} {kind} {way}" if style.name == "french" else f"{number} {way} {kind}"
        street = f"{way}{kind} {number}" if style.street_like == "weg 12" else street
        postcode = f"{chance.randrange(10 ** (style.postcode_digits - 1), 10**style.postcode_digits // 10 * 3)}"
        return _Home(
            self._zipf(self.surnames),
            street,
            postcode,
            self._zipf(self.cities, 0.4),
            self._number(style.landline) if chance.random() < 0.45 else None,
            None,
        )

    def mail(self, first: str, last: str) -> str:
        chance = self.chance
        local = chance.choice(
            (f"{first}.{last}", f"{first}{last}", f"{first[0]}.{last}", f"{first}", f"{last}{first[0]}", last)
        )
        if chance.random() < 0.45 or local in {first, last}:
            local += str(chance.randrange(1, 99))
        provider = chance.choice(self.style.providers)
        while f"{local}@{provider}" in self.taken:
            local += str(chance.randrange(10))
        self.taken.add(f"{local}@{provider}")
        return f"{local}@{provider}"

    def family(self, number: int, first_person: int) -> list[_Person]:
        chance, home = self.chance, self.home()
        shape = chance.random()
        size = 1 if shape < 0.4 else 2 if shape < 0.68 else chance.choice((3, 4, 4, 5))
        people: list[_Person] = []
        year = chance.randrange(1940, 1990)
        for place in range(size):
            child = place > 1
            sex = (
                chance.choice((Sex.F, Sex.M))
                if place != 1 or not people
                else (Sex.M if people[0].sex is Sex.F else Sex.F)
            )
            first = self._zipf(self.style.women if sex is Sex.F else self.style.men, 0.25)
            while any(person.first == first for person in people):
                first = self._zipf(self.style.women if sex is Sex.F else self.style.men, 0.1)
            born = dt.date(year + (chance.randrange(22, 40) if child else chance.randrange(-4, 5)), 1, 1)
            born += dt.timedelta(days=chance.randrange(365))
            if child and people[-1].born.year > year + 15 and chance.random() < 0.04:
                born = people[-1].born
            if child and sex is people[0].sex and chance.random() < 0.01:
                first = people[0].first
            last = home.surname if place == 0 or chance.random() < 0.8 else self._zipf(self.surnames)
            people.append(
                _Person(
                    first_person + place,
                    number,
                    home,
                    first,
                    last,
                    sex,
                    born,
                    self._number(self.style.mobile),
                    [self.mail(first, last)],
                    self._zipf(self.surnames) if sex is Sex.F and chance.random() < 0.15 else None,
                )
            )
        if size > 1 and chance.random() < 0.2:
            home.mailbox = self.mail("famille" if self.style is FRENCH else "family", home.surname)
        return people

    def slip(self, text: str) -> str:
        chance, kind = self.chance, self.chance.randrange(4)
        if len(text) < 3:
            return text
        place = chance.randrange(1, len(text) - 1)
        letter = chance.choice("abcdefghilmnoprstuv0123456789" if text[place].isdigit() else "abcdefghilmnoprstuv")
        if kind == 0:
            return text[:place] + text[place + 1] + text[place] + text[place + 2 :]
        if kind == 1:
            return text[:place] + text[place + 1 :]
        return text[:place] + letter + text[place + (kind == 2) :]

    def dirty(self, text: str, rate: float) -> str:
        return self.slip(text) if self.chance.random() < rate * self.dirt else text

    def record(self, number: int, person: _Person) -> Contact:
        chance, dirt, home = self.chance, self.dirt, person.home
        first, last = self.dirty(person.first, 0.05), self.dirty(person.last, 0.06)
        if chance.random() < 0.03 * dirt and person.first in _SHORT:
            first = chance.choice(_SHORT[person.first])
        elif chance.random() < 0.04 * dirt:
            first = person.first[0]
        if person.maiden and chance.random() < 0.3:
            last = person.maiden if chance.random() < 0.6 else f"{person.last} {person.maiden}"
        if chance.random() < 0.03 * dirt:
            first, last = last, first
        moved = self.home() if chance.random() < 0.1 else home
        if chance.random() < 0.12:
            person.mails.append(self.mail(person.first, person.last))
        mail = home.mailbox if home.mailbox and chance.random() < 0.5 else chance.choice(person.mails)
        mobile = person.mobile if chance.random() > 0.1 else self._number(self.style.mobile)
        if chance.random() < 0.01:
            mobile = chance.choice(self.shop_numbers)
        phones = [Phone(self.dirty(mobile, 0.015), PhoneKind.MOBILE)] if chance.random() < 0.72 else []
        if moved.landline and chance.random() < 0.5:
            phones.append(Phone(moved.landline, PhoneKind.FIXED_LINE))
        born: dt.date | None = person.born if chance.random() < 0.6 else None
        if born is not None and chance.random() < 0.05 * dirt:
            born = (
                born.replace(day=1 + (born.day * 7) % 28)
                if born.day > 12
                else born.replace(day=born.month, month=born.day)
            )
        mail = self.dirty(mail, 0.04)
        placed = chance.random() < 0.75
        return Contact(
            id=f"w-{number}",
            first_name=first.title() if chance.random() > 0.03 else None,
            last_name=last.title() if chance.random() > 0.01 else None,
            sex=(person.sex if chance.random() > 0.03 * dirt else None) if chance.random() < 0.7 else None,
            birth_date=born,
            emails=(Email(mail, mail),) if chance.random() < 0.75 else (),
            phones=tuple(phones),
            address=(self.dirty(moved.street, 0.1),) if placed and chance.random() < 0.9 else (),
            postcode=self.dirty(moved.postcode, 0.01) if placed else None,
            city=self.dirty(moved.city, 0.05) if placed else None,
            collected_on=dt.date(2015, 1, 1) + dt.timedelta(days=chance.randrange(4000)),
        )


def _short_forms() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for short, fulls in NICKNAMES.items():
        for full in fulls:
            found.setdefault(full, []).append(short)
    return {full: sorted(forms) for full, forms in found.items()}


_SHORT = _short_forms()


def make(*, people: int, style: Style = FRENCH, seed: int = 1, dirt: float = 1.0, repeated: float = 0.35) -> World:
    """Make a world of so many people; `repeated` of them have several records, `dirt` scales every kind of slip."""
    maker, world = _Maker(style, seed, dirt), World()
    chance = maker.chance
    known: list[_Person] = []
    household = 0
    while len(known) < people:
        known.extend(maker.family(household, len(known)))
        household += 1
    rows = [
        person
        for person in known
        for _ in range(1 if chance.random() > repeated else chance.choice((2, 2, 2, 3, 3, 4, 6)))
    ]
    chance.shuffle(rows)
    for number, person in enumerate(rows):
        contact = maker.record(number, person)
        world.contacts.append(contact)
        world.person[contact.id] = person.number
        world.household[contact.id] = person.household
    return world
