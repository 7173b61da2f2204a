"""Exports of address books: Google Contacts, Outlook in several languages, Outlook on the web, LinkedIn."""

from __future__ import annotations

from dataclasses import replace

from examples.making.cast import Person, people
from examples.making.rows import Style, cells, failed, new, put, repeated, with_trouble
from examples.making.sheet import Known, Row, Sheet

_EXCHANGE_PATH = "/o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn={}"


def google_contacts(known: Known) -> Sheet:
    """Kinds of addresses are data (`* Home`), and ` ::: ` joins several values in one cell."""
    rows: list[Row] = []
    for place, person in enumerate(people(count=15, start=5)):
        groups = "* My Contacts ::: Fair" if place % 3 else "* My Contacts"
        filled = cells(known=known, person=person, style=Style(), tags=groups)
        filled |= {"E-mail 1 - Type": "* Home", "Phone 1 - Type": "Mobile", "Address 1 - Type": "Home"}
        filled["Address 1 - Formatted"] = (
            f"{person.street}\n{person.place.zip} {person.place.city}\n{person.place.country_code}"
        )
        rows.append(new(filled))
    rows[2] = put(rows[2], {"E-mail 1 - Value": f"{rows[2].cells['E-mail 1 - Value']} ::: second.address@example.net"})
    rows[4] = put(
        rows[4],
        {"Phone 1 - Value": f"{rows[4].cells['Phone 1 - Value']} ::: +1 202-555-0199", "E-mail 2 - Type": "Work"},
    )
    rows[4] = put(rows[4], {"E-mail 2 - Value": "at.work@example.net"})
    again = repeated(rows[3], column="E-mail 1 - Value")
    missing = failed({**rows[1].cells, "E-mail 1 - Value": "", "E-mail 1 - Type": ""}, "email_missing")
    return Sheet(known=known, rows=(*rows, again, missing), file=f"exports/{known.slug}.csv")


def google_contacts_utf16(known: Known) -> Sheet:
    """The same as older exports wrote it: UTF-16 with a byte order mark."""
    sheet = google_contacts(known)
    known = replace(known, slug="google_contacts_utf16", encoding="utf-16-le")
    return replace(sheet, known=known, file="exports/google_contacts_utf16.csv", before="\ufeff")


def outlook_desktop(known: Known) -> Sheet:
    """Empty dates as 0/0/00, notes with line breaks, and colleagues with an Exchange path for an address."""
    rows: list[Row] = []
    for person in people(count=16, start=0, encoding=known.encoding):
        day = f"{person.birthday.month}/{person.birthday.day}/{person.birthday:%y}"
        filled = _outlook(known, person, birthday=day if person.number % 2 else "0/0/00")
        filled |= {
            "Anniversary": "0/0/00",
            "E-mail Type": "SMTP",
            "E-mail Display Name": f"{person.name} ({person.address})",
        }
        filled |= {"Notes": "Met at the fair,\r\ncalls back" if person.number % 3 == 0 else "", "Gender": "Unspecified"}
        filled |= {
            "Priority": "Normal",
            "Private": "False",
            "Sensitivity": "Normal",
            "Manager's Name": "Vera Hollister",
        }
        rows.append(new(filled))
    inside = {**rows[4].cells, "E-mail Type": "EX", "E-mail Address": _EXCHANGE_PATH.format("mberg")}
    spare = {**rows[5].cells, "E-mail Type": "EX", "E-mail Address": _EXCHANGE_PATH.format("tlind")}
    spare |= {"E-mail 2 Address": "t.lind.home@example.net", "E-mail 2 Type": "SMTP"}
    more = (failed(inside, "email_internal"), new(spare))
    rows_with_trouble = with_trouble(rows=rows, column="E-mail Address")
    return Sheet(known=known, rows=(*rows_with_trouble, *more), file=f"exports/{known.slug}.csv", newline="\r\n")


def outlook_com(known: Known) -> Sheet:
    """The same names in UTF-8 with a byte order mark, most of them empty."""
    rows = []
    for place, person in enumerate(people(count=14, start=30)):
        filled = _outlook(known, person, email_secondary="second.home@example.net" if place == 5 else "")
        rows.append(new({**filled, "Home City": person.place.city if place % 3 == 0 else ""}))
    return Sheet(
        known=known,
        rows=with_trouble(rows=rows, column="E-mail Address", bad=1),
        file=f"exports/{known.slug}.csv",
        newline="\r\n",
    )


def outlook_translated(known: Known) -> Sheet:
    """Outlook in another language: its own code page, semicolons, and header names in that language."""
    column = next(name for name, field in known.matching.items() if field == "email")
    start = 38 if known.encoding == "windows-1251" else len(known.header) % 30
    rows = [new(_outlook(known, person)) for person in people(count=14, start=start, encoding=known.encoding)]
    second = [name for name, field in known.matching.items() if field == "email_secondary"]
    rows[3] = put(rows[3], {second[0]: "second.home@example.net"})
    return Sheet(
        known=known,
        rows=with_trouble(rows=rows, column=column, bad=2),
        file=f"exports/{known.slug}.csv",
        newline="\r\n",
    )


def linkedin(known: Known) -> Sheet:
    """Three records stand before the header, hardly anybody shows an address, and one record is wholly empty."""
    rows: list[Row] = []
    for place, person in enumerate(people(count=18, start=12)):
        address = person.address if place in (1, 6, 12, 15) else ""
        day = f"{person.signed_up.day} {person.signed_up:%b %Y}"
        url = f"https://social.example/in/{person.address.split('@')[0].replace('.', '-')}"
        filled = cells(known=known, person=person, style=Style(), email=address, signup_date=day, linkedin_url=url)
        rows.append(new(filled) if address else failed(filled, "email_missing"))
    rows[6] = put(
        rows[6], {"First Name": rows[6].cells["First Name"] + " 🌿", "Last Name": rows[6].cells["Last Name"] + ", MBA"}
    )
    rows[12] = put(rows[12], {"Company": "Quarry, Heron & Partners"})
    rows.insert(9, failed({}, "empty_record"))
    notice = "When exporting connections, addresses are missing for people who share none, which is most of them."
    before = f'Notes:\n"{notice}"\n\n'
    return Sheet(known=known, rows=tuple(rows), file=f"exports/{known.slug}.csv", before=before)


def _outlook(known: Known, person: Person, **fields: str) -> dict[str, str]:
    second = {"birthday": "", "phone_mobile": person.phone, "phone": "", "salutation": "", "gender": "", "language": ""}
    return cells(known=known, person=person, style=Style(tag_joint=";"), **{**second, **fields})
