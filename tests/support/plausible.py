"""Plausible values for the columns of known exports: invented people, and what the other columns usually hold."""

from __future__ import annotations

import re
from collections.abc import Callable

_PEOPLE = (
    ("Anna", "Berger"), ("James", "Whitfield"), ("Sophie", "Lacroix"), ("Carlos", "Ibarra"), ("Giulia", "Ferrante"),
    ("Pedro", "Cardoso"), ("Sanne", "Hoekstra"), ("Marek", "Zielonka"), ("Olga", "Sokolova"), ("Emma", "Lindqvist"),
    ("Thomas", "Hartung"), ("Laura", "Pemberton"), ("Michael", "Okafor"), ("Julia", "Steinbach"), ("David", "Rosental"),
    ("Maria", "Castellano"), ("Peter", "Vandermeer"), ("Helen", "Ashworth"), ("Daniel", "Kowalke"), ("Sarah", "Mbeki"),
)  # fmt: skip
_TOWNS = (
    ("Hauptstr. 12", "Berlin", "Berlin", "10115", "Germany", "DE"),
    ("221 Elm Street", "Portland", "Oregon", "97205", "United States", "US"),
    ("8 rue des Lilas", "Lyon", "Rhône", "69003", "France", "FR"),
    ("Calle Mayor 5", "Madrid", "Madrid", "28013", "Spain", "ES"),
    ("14 Station Road", "Leeds", "West Yorkshire", "LS1 4DY", "United Kingdom", "GB"),
)
_COMPANIES = ("Northwind Example", "Alder & Sons", "Beispiel GmbH", "Exemple SARL", "Ejemplo S.A.", "Blue Heron Ltd")
_JOBS = ("Sales Manager", "Software Engineer", "Head of Marketing", "Consultant", "Office Assistant")

Value = Callable[[int], str]


def person(row: int) -> tuple[str, str]:
    """First and last name of the person in a row; names differ for 400 rows."""
    return _PEOPLE[row % 20][0], _PEOPLE[(row * 7 + row // 20) % 20][1]


def _local(row: int) -> str:
    first, last = person(row)
    return f"{first}.{last}{row // 20 or ''}".lower()


def _town(place: int) -> Value:
    return lambda row: _TOWNS[row % 5][place]


def _one_of(*values: str) -> Value:
    return lambda row: values[row % len(values)]


def _phone(start: str) -> Value:
    return lambda row: f"{start} {(row * 7919) % 900 + 100} {(row * 104729) % 9000 + 1000}"


def _moment(row: int) -> str:
    return f"20{10 + row % 14}-{row % 12 + 1:02d}-{row % 28 + 1:02d} {row % 24:02d}:{row * 7 % 60:02d}:00"


_BY_FIELD: dict[str, Value] = {
    "email": lambda row: f"{_local(row)}@mail{row % 7}.example",
    "email_secondary": lambda row: f"{_local(row)}@home{row % 3}.example" if row % 3 else "",
    "first_name": lambda row: person(row)[0],
    "last_name": lambda row: person(row)[1],
    "middle_name": lambda row: person(row + 5)[0] if row % 4 == 0 else "",
    "full_name": lambda row: " ".join(person(row)),
    "nickname": lambda row: person(row)[0][:3] + "i" if row % 3 == 0 else "",
    "salutation": _one_of("Mr", "Ms", "Dr", "Mrs"),
    "suffix": _one_of("", "", "Jr.", "", "PhD"),
    "company": _one_of(*_COMPANIES),
    "department": _one_of("Sales", "Purchasing", "Research", "Logistics"),
    "job_title": _one_of(*_JOBS),
    "phone": _phone("+1 503"),
    "phone_mobile": _phone("+49 171"),
    "phone_home": _phone("+44 20"),
    "phone_secondary": _phone("+33 4"),
    "address": _town(0),
    "address2": _one_of("", "Flat 3", "", "2nd floor", ""),
    "city": _town(1),
    "state": _town(2),
    "zip": _town(3),
    "country": _town(4),
    "address_home": lambda row: _town(0)(row + 1),
    "city_home": lambda row: _town(1)(row + 1),
    "state_home": lambda row: _town(2)(row + 1),
    "zip_home": lambda row: _town(3)(row + 1),
    "country_home": lambda row: _town(4)(row + 1),
    "website": lambda row: f"https://www.{person(row)[1].lower()}.example/",
    "linkedin_url": lambda row: f"https://www.linkedin.com/in/{_local(row)}",
    "birthday": lambda row: f"19{50 + row % 45}-{row % 12 + 1:02d}-{row % 28 + 1:02d}",
    "gender": _one_of("Female", "Male", "Unspecified"),
    "language": _one_of("en", "de", "fr"),
    "timezone": _one_of("Europe/Berlin", "America/New_York"),
    "location": _one_of("Berlin, Germany", "Portland, US"),
    "latitude": lambda row: f"{40 + row % 15}.{row % 90 + 10}",
    "longitude": lambda row: f"-{70 + row % 40}.{row % 90 + 10}",
    "ip": lambda row: f"192.0.2.{row % 250 + 1}",
    "source": _one_of("Website", "Trade fair", "Referral"),
    "external_id": lambda row: str(72104483011 + row * 37),
    "total_spent": lambda row: f"{row * 13 % 900}.{row % 90 + 10}",
    "orders_count": lambda row: str(row % 9),
    "lead_status": _one_of("Open", "Contacted", "Qualified"),
    "notes": _one_of("Met at the fair, wants a brochure.", "", "Prefers a call"),
    "consent_email": _one_of("yes", "no"),
    "consent_sms": _one_of("no", "yes"),
    "status": _one_of("Active", "Active", "Unsubscribed", "Bounced"),
    "opt_out": _one_of("0", "1"),
    "tags": _one_of("VIP, Newsletter", "Newsletter", "Berlin, Fair 2024"),
    "lists": _one_of("Customers", "Prospects"),
    "custom_json": lambda row: f'{{"shoe": {36 + row % 10}, "plan": "basic"}}',
    "unsubscribe_reason": _one_of("N/A (Unsubscribed by an admin)", "Too many emails"),
}
_BY_HEADER: tuple[tuple[str, Value], ...] = (
    (r"^Status$@tiny_news_v1", _one_of("1", "1", "0")),
    (r"Stop Status", _one_of("0", "0", "1")),
    (r"EMAIL_BLACKLISTED|email_disabled", _one_of("false", "true", "false")),
    (r"permission status", _one_of("Express", "Implied")),
    (r"^SMS$", _phone("+49 160")),
    (r"Group Membership", _one_of("* My Contacts ::: Fair", "* My Contacts")),
    (r"Province Code", _one_of("BE", "OR", "RH")),
    (r"Country Code|country_id|^CC$", _town(5)),
)
_UNMATCHED: tuple[tuple[str, Value], ...] = (
    (r"default_billing", _one_of("1", "")),
    (r"^Name$", lambda row: f"#{1001 + row}"),
    (r"^Status$|^status$", _one_of("active", "past_due", "canceled", "wc-completed")),
    (r"owner|Referred", lambda row: ("rita.holm@seller.example", "karl.ode@seller.example")[row % 2]),
    (r"Type$|Label$", _one_of("* Home", "SMTP", "Work")),
    (r"Display Name$", lambda row: f"{' '.join(person(row))} ({_local(row)}@mail.example)"),
    (
        r"(?i)manager|assist|director|gerente|spouse|conjoint|yomi|kana|maiden|relation|children",
        lambda row: person(row + 9)[0],
    ),
    (
        r"(?i)fax|télécopie|факс|pager|phone|telefon|teléfono|téléphone|fone|celular|isdn|telex|mobile|callback|пейдж",
        _phone("+1 212"),
    ),
    (
        r"(?i)_time|_at$|\bat$|date|modified|changed|updated|created|expiry|anniversary|jahrestag|aniver|mariage",
        _moment,
    ),
    (r"(?i)(^|\W|_)id$|ids$|LEID|EUID|key|_id_?$|GCLID|token|number|hash", lambda row: str(990000 + row * 13)),
    (
        r"(?i)price|total|tax|shipping$|discount|credit|volume|losses|amount|subtotal|spent",
        lambda row: f"{row * 7 % 400}.50",
    ),
    (r"(?i)city|ciudad|ort$|ville|cidade", _town(1)),
    (r"(?i)state$|region|provincia|estado$|état|província", _town(2)),
    (r"(?i)postal|postcode|zip|postleit|código", _town(3)),
    (r"(?i)country|land$|país|pays", _town(4)),
    (r"(?i)street|straße|calle|rua|rue|address", _town(0)),
    (r"(?i)company|organi[sz]ation|account", _one_of(*_COMPANIES)),
    (r"(?i)first.?name", lambda row: person(row + 3)[0]),
    (r"(?i)last.?name", lambda row: person(row + 3)[1]),
    (r"(?i)web|url|site|страница 2|página web 2", lambda row: f"https://blog.example/{row}"),
    (r"(?i)profession|occupation", _one_of("Nurse", "Teacher", "Baker")),
    (r"(?i)gender", _one_of("Female", "Male")),
    (r"(?i)dob|birthday", lambda row: f"19{50 + row % 45}-05-{row % 28 + 1:02d}"),
    (r"(?i)prefix", _one_of("Mr", "Ms")),
    (r"(?i)location", _one_of("Berlin", "Room 4")),
    (r"(?i)currency", _one_of("EUR", "USD")),
    (r"(?i)description", _one_of("Wholesale customer", "From the fair")),
    (r"(?i)tag|keyword|campaign|plan|tier|product", _one_of("gold", "silver")),
    (
        r"(?i)is_|is |enabled|exempt|opt.?in|private|delinquent|subscription|digest|blacklisted|confirmation",
        _one_of("true", "false"),
    ),
    (r"", lambda row: str(row % 5)),
)


def value(*, column: str, field: str, row: int, preset: str = "") -> str:
    """What a column that holds `field` ("" for none of ours) says in a row."""
    if field:
        for pattern, maker in _BY_HEADER:
            name, _, only = pattern.partition("@")
            if re.search(name, column) and only in {"", preset}:
                return maker(row)
        return _BY_FIELD.get(field, _moment)(row)
    return next(maker for pattern, maker in _UNMATCHED if re.search(pattern, column))(row)


def rows(*, columns: list[tuple[str, str]], count: int, preset: str = "") -> list[list[str]]:
    """`count` records for columns given as (name, field)."""
    return [
        [value(column=name, field=field, row=row, preset=preset) for name, field in columns] for row in range(count)
    ]
