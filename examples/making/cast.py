"""The invented people of the examples: many languages, reserved domains, telephone numbers kept for fiction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a person lives; `phone` is a pattern with two free digits in a range that reaches nobody."""

    city: str
    state: str
    state_code: str
    zip: str
    country: str
    country_code: str
    phone: str
    zone: str


@dataclass(frozen=True, kw_only=True)
class Person:
    """One invented person; `number` counts from 0 in the order of the cast."""

    number: int
    first: str
    last: str
    address: str
    place: Place
    street: str
    company: str
    title: str

    @property
    def name(self) -> str:
        """First and last name with a blank between them."""
        return f"{self.first} {self.last}".strip()

    @property
    def phone(self) -> str:
        """The telephone number in international form with blanks."""
        return self.place.phone.format(self.number % 100)

    @property
    def signed_up(self) -> datetime:
        """A moment between 2021 and 2025, never the same for two people."""
        return datetime(2021, 2, 3, 8, 15, 30, tzinfo=UTC) + timedelta(hours=self.number * 617, minutes=self.number * 7)

    @property
    def birthday(self) -> date:
        """A day between 1955 and 1999."""
        return date(1955, 1, 9) + timedelta(days=self.number * 271)


def _place(line: str) -> Place:
    city, state, code, postcode, country, country_code, phone, zone = line.split("|")
    return Place(
        city=city,
        state=state,
        state_code=code,
        zip=postcode,
        country=country,
        country_code=country_code,
        phone=phone,
        zone=zone,
    )


_PLACES = tuple(
    _place(line)
    for line in (
        "Berlin|Berlin|BE|10115|Germany|DE|+49 30 231252{:02d}|Europe/Berlin",
        "Lyon|Auvergne-Rhône-Alpes|ARA|69001|France|FR|+33 1 99 00 12 {:02d}|Europe/Paris",
        "London|England|ENG|N1 9GU|United Kingdom|GB|+44 20 7946 04{:02d}|Europe/London",
        "Portland|Oregon|OR|97205|United States|US|+1 202-555-01{:02d}|America/Los_Angeles",
        "Melbourne|Victoria|VIC|3000|Australia|AU|+61 3 7010 12{:02d}|Australia/Melbourne",
        "Málaga|Andalucía|AN|29001|Spain|ES|+1 202-555-01{:02d}|Europe/Madrid",
        "Boston|Massachusetts|MA|02108|United States|US|+1 202-555-01{:02d}|America/New_York",
        "São Paulo|São Paulo|SP|01001-000|Brazil|BR|+1 202-555-01{:02d}|America/Sao_Paulo",
    )
)

_NAMES = (
    ("Zoë", "Lindqvist", "zoe.lindqvist"),
    ("Jürgen", "Müßig", "juergen.muessig"),
    ("Amélie", "Fontenay", "amelie.fontenay"),
    ("Tom", "Ashgrove", "tom.ashgrove"),
    ("Lucía", "Peñarrubia", "lucia.penarrubia"),
    ("Seán", "O'Dunmore", "sean.o'dunmore"),
    ("Beatriz", "Conceição", "beatriz.conceicao"),
    ("Mario", "De Castellan", "mario+shop"),
    ("Anneke", "van der Wierden", "anneke_vdw"),
    ("Grace", "Oyelaran", "grace.oyelaran"),
    ("Françoise", "Dubreuil-Lacombe", "f.dubreuil"),
    ("Ulrike", "Öhlmann", "u.oehlmann"),
    ("Noah", "Brightwater", "noah.brightwater"),
    ("Íñigo", "Zubiri", "inigo.zubiri"),
    ("Chiara", "Montefiore", "chiara.montefiore"),
    ("Björn", "Åkerholm", "bjorn.akerholm"),
    ("Hannah", "Stillwell", "hannah.stillwell"),
    ("João", "Ribamar", "joao.ribamar"),
    ("Émile", "Garonne", "emile.garonne"),
    ("Ingrid", "Søvik", "ingrid.sovik"),
    ("Peter", "Alderney", "peter.alderney"),
    ("Vera", "Hollister", "vera.hollister"),
    ("Matteo", "Ferrabosco", "matteo.ferrabosco"),
    ("Clara", "Weißenfels", "clara.weissenfels"),
    ("Oliver", "Penhallow", "oliver.penhallow"),
    ("Rosa", "Muñoa", "rosa.munoa"),
    ("Daniel", "Quillfeather", "daniel.quillfeather"),
    ("Sofie", "Bækgaard", "sofie.baekgaard"),
    ("Priya", "Ramanathan", "priya.ramanathan"),
    ("Will", "Thornbury", "will.thornbury"),
    ("Łucja", "Wierzbińska", "lucja.wierzbinska"),
    ("Tomáš", "Nováček", "tomas.novacek"),
    ("Ирина", "Соколовская", "irina.sokolovskaya"),
    ("花子", "山吹", "hanako.yamabuki"),
    ("Αλέξης", "Παπαδάκος", "alexis.papadakos"),
    ("Gökçe", "Yıldırımer", "gokce.yildirimer"),
    ("ליאת", "ברקאי", "liat.barkai"),
    ("سلمى", "الزهراني", "salma.alzahrani"),
    ("Дмитрий", "Озеров", "dmitri.ozerov"),
    ("Ольга", "Ветрова", "olga.vetrova"),
    ("Сергей", "Ключевский", "sergei.kluchevski"),
    ("Мария", "Полянская", "maria.polyanskaya"),
    ("Алексей", "Громыкин", "aleksei.gromykin"),
    ("Наталья", "Берёзина", "natalia.beryozina"),
    ("Павел", "Штормов", "pavel.shtormov"),
    ("Елена", "Яблокова", "elena.yablokova"),
    ("Amir", "Khosravani", "amir.khosravani"),
    ("Nora", "Eastvold", "nora.eastvold"),
)
_DOMAINS = ("example.com", "example.org", "example.net", "studio.example", "mail.post.example")
_STREETS = ("4 Heron Lane", "12 Quarry Street", "7 Mill Road", "31 rue des Tilleuls", "88 Larkspur Avenue, Flat 2")
_COMPANIES = (
    "Heron & Finch",
    "Larkspur Books",
    "Atelier Garonne",
    "Quarry Tools, Inc.",
    "Morgenrot Bakery",
    "",
    "Studio Øst",
)
_TITLES = ("Owner", "Head of Marketing", "Buyer", "Teacher", "Editor, Special Projects", "")


def _person(number: int) -> Person:
    first, last, local = _NAMES[number]
    return Person(
        number=number,
        first=first,
        last=last,
        address=f"{local}@{_DOMAINS[number % len(_DOMAINS)]}",
        place=_PLACES[number % len(_PLACES)],
        street=_STREETS[number % len(_STREETS)],
        company=_COMPANIES[number % len(_COMPANIES)],
        title=_TITLES[number % len(_TITLES)],
    )


def people(*, count: int, start: int = 0, encoding: str = "utf-8") -> list[Person]:
    """The first `count` people from place `start` on (going round) all of whose values fit `encoding`."""
    turned = [_person((start + step) % len(_NAMES)) for step in range(len(_NAMES))]
    fitting = [person for person in turned if _fits(person, encoding)]
    if len(fitting) < count:
        raise ValueError(f"only {len(fitting)} people fit {encoding}")
    return fitting[:count]


def _fits(person: Person, encoding: str) -> bool:
    place = person.place
    text = f"{person.name} {person.street} {person.company} {place.city} {place.state}"
    return text.encode(encoding, "ignore").decode(encoding) == text
