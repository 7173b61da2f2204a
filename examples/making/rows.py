"""How a person becomes a record of a format, and the troubles that every list of people has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from examples.making.cast import Person
from examples.making.sheet import Known, Row


@dataclass(frozen=True, kw_only=True)
class Style:
    """How a format writes values: `moment` and `day` are strftime patterns, `tag_joint` stands between tags."""

    moment: str = "%Y-%m-%d %H:%M:%S"
    day: str = "%Y-%m-%d"
    tags: tuple[str, ...] = ("newsletter", "spring fair")
    tag_joint: str = ","
    short_country: bool = False
    apostrophe: bool = False
    yes: str = "yes"


def cells(*, known: Known, person: Person, style: Style, **fields: str) -> dict[str, str]:
    """The person's cells by column, from what each column means; `fields` replaces the value of a meaning.

    Of several columns with one meaning only the first is filled, as in a file that one program wrote.
    """
    values = {**_values(person, style), **fields}
    filled: dict[str, str] = {}
    seen: set[str] = set()
    for column in known.header:
        field = known.matching.get(column)
        if field and field not in seen:
            seen.add(field)
            filled[column] = values.get(field, "")
    return filled


def _values(person: Person, style: Style) -> dict[str, str]:
    place = person.place
    mark = "'" if style.apostrophe else ""
    return {
        "email": person.address,
        "first_name": person.first,
        "last_name": person.last,
        "full_name": person.name,
        "company": person.company,
        "job_title": person.title,
        "phone": mark + person.phone,
        "address": person.street,
        "city": place.city,
        "state": place.state_code if style.short_country else place.state,
        "zip": mark + place.zip,
        "country": place.country_code if style.short_country else place.country,
        "timezone": place.zone,
        "latitude": f"{37 + person.number % 15}.{person.number:02d}17",
        "longitude": f"-{3 + person.number % 60}.{person.number:02d}51",
        "ip": f"203.0.113.{person.number + 1}",
        "birthday": person.birthday.strftime(style.day) if person.number % 3 == 0 else "",
        "signup_date": person.signed_up.strftime(style.moment),
        "confirm_date": person.signed_up.strftime(style.moment),
        "updated_at": person.signed_up.replace(year=2026).strftime(style.moment),
        "tags": style.tag_joint.join(style.tags[: person.number % (len(style.tags) + 1)]),
        "notes": ("", "Prefers mornings, not Mondays", 'Calls it "the shop"')[person.number % 3],
        "external_id": mark + str(7210448301122 + person.number * 32768),
        "total_spent": f"{person.number * 37 % 400}.{person.number * 13 % 100:02d}",
        "orders_count": str(person.number % 9),
        "consent_email": style.yes,
    }


def new(cells: dict[str, str], **columns: str) -> Row:
    """A person who can be landed; `columns` adds or replaces cells (see `put` for names that are no Python names)."""
    return Row(cells={**cells, **columns})


def put(row: Row, columns: dict[str, str]) -> Row:
    """The row with the cells of `columns` added or replaced."""
    return Row(cells={**row.cells, **columns}, verdict=row.verdict, reason=row.reason, status=row.status)


def failed(cells: dict[str, str], reason: str) -> Row:
    """A record that no person can be made of."""
    return Row(cells=cells, verdict="failed", reason=reason)


def blocked(cells: dict[str, str], status: str) -> Row:
    """A person of whom the source says that no mail may be sent."""
    return Row(cells=cells, verdict="blocked", reason=f"source_{status}", status=status)


def repeated(row: Row, *, column: str, address: str | None = None) -> Row:
    """The row once more with its address in capitals, as people are when two lists were put together."""
    return Row(
        cells={**row.cells, column: address or row.cells[column].upper()},
        verdict="duplicated",
        reason="duplicate_in_file",
        status=row.status,
    )


BAD_ADDRESSES: tuple[tuple[str, str], ...] = (
    ("nobody.example.com", "email_no_at"),
    ("two@@example.org", "email_many_at"),
    ("dots..twice@example.com", "email_local_part"),
    ("end@-.example", "email_domain"),
    ("ring me: no mail", "email_no_at"),
)
"""Addresses nobody can have, with the reason each one fails for."""


def with_trouble(*, rows: Sequence[Row], column: str, bad: int = 0) -> tuple[Row, ...]:
    """The rows, the third once more in capitals further down, then a bad address and an empty one of people above.

    `bad` chooses the kind of bad address. The rows need at least three people who can be landed at their start.
    """
    address, reason = BAD_ADDRESSES[bad % len(BAD_ADDRESSES)]
    wrong = failed({**rows[0].cells, column: address}, reason)
    empty = failed({**rows[1].cells, column: ""}, "email_missing")
    middle = len(rows) - 1
    return (*rows[:middle], repeated(rows[2], column=column), wrong, rows[middle], empty)
