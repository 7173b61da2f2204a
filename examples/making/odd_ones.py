"""Examples beside the exports: the shop of the README, pasted lines, spreadsheets, bare addresses, a zip."""

from __future__ import annotations

from dataclasses import dataclass, field

from examples.making.cast import people
from examples.making.email_services import MAILCHIMP_FILES, mailchimp_rows
from examples.making.office import Cell, ods, pack, xlsx
from examples.making.rows import blocked, failed, new, put, repeated
from examples.making.sheet import Known, Row, Sheet
from examples.making.shops import shopify_customer


@dataclass(frozen=True, kw_only=True)
class Odd:
    """A file that no single sheet describes; `matching` is empty where columns have no names."""

    slug: str
    file: str
    data: bytes
    source: str
    rows: tuple[Row, ...]
    delimiter: str = ""
    encoding: str = "utf-8"
    header_line: int = 0
    matching: dict[str, str] = field(default_factory=dict)
    by_position: tuple[str, ...] = ()


def readme_shop(known: Known) -> Sheet:
    """The first file anybody imports: about forty shoppers, with each kind of trouble once or a few times."""
    cast = people(count=42)
    rows = [new(shopify_customer(known=known, person=person)) for person in cast[:33]]
    rows += [
        blocked(shopify_customer(known=known, person=person, consent="no"), "not_subscribed") for person in cast[33:38]
    ]
    rows += [
        failed(shopify_customer(known=known, person=person, consent="no", address=""), "email_missing")
        for person in cast[38:40]
    ]
    wrong = shopify_customer(known=known, person=cast[40], address="tom.ashgrove.example.com")
    rows[11] = put(rows[11], {"Email": "  " + rows[11].cells["Email"] + " "})
    rows[20] = put(rows[20], {"Note": "Bakes, sells\nand photographs bread"})
    mixed = (*rows[::2], failed(wrong, "email_no_at"), *rows[1::2], repeated(rows[4], column="Email"))
    return Sheet(known=known, rows=mixed, file="shopify.csv")


def mailchimp_zip(known: dict[str, Known]) -> Odd:
    """The whole Mailchimp export as it is downloaded: one zip, one file for each status."""
    parts = (
        ("mailchimp_subscribed", MAILCHIMP_FILES["mailchimp_subscribed"], None, 12, 0),
        ("mailchimp_unsubscribed", MAILCHIMP_FILES["mailchimp_unsubscribed"], "unsubscribe", 5, 14),
        ("mailchimp_cleaned", MAILCHIMP_FILES["mailchimp_cleaned"], "bounce", 4, 21),
        ("mailchimp_subscribed", "nonsubscribed_audience_export_4f1c2a9b", "not_subscribed", 6, 28),
    )
    files: dict[str, bytes] = {}
    rows: list[Row] = []
    for slug, name, status, count, start in parts:
        sheet = Sheet(
            known=known[slug],
            rows=tuple(mailchimp_rows(known=known[slug], count=count, start=start, status=status)),
            file="",
        )
        files[f"{name}.csv"] = sheet.data()
        rows += sheet.rows
    matching: dict[str, str] = {}
    for slug, *_ in parts:
        matching |= known[slug].matching
    return Odd(
        slug="mailchimp_zip",
        file="exports/audience_export_4f1c2a9b.zip",
        data=pack(files=files),
        source="Mailchimp audience export: the whole zip",
        rows=tuple(rows),
        delimiter=",",
        header_line=1,
        matching={**matching, "Status (file name)": "status"},
    )


def pasted() -> Odd:
    """Two lines as a person types them: no header, a comma and a blank between the fields."""
    text = (
        "Joe, Smith, joe.smith@example.com, Los Angeles, 90225, California, 6192349349\n\n"
        "Jane, Miller, jane.miller@example.org, Miami, 47749, Florida, 6244949004"
    )
    return Odd(
        slug="pasted_lines",
        file="paste.txt",
        data=text.encode(),
        source="Two pasted lines",
        rows=(new({}), new({})),
        delimiter=",",
        by_position=("first_name", "last_name", "email", "city", "zip", "state", "phone"),
    )


def bare_addresses() -> Odd:
    """One address on each line and nothing else; some as a mail program copies them."""
    lines = [person.address for person in people(count=20, start=10)]
    lines[3] = f"Heron Books <{lines[3]}>"
    lines[8] = f"mailto:{lines[8]}"
    rows = [new({}) for _ in lines]
    lines += [lines[0].upper(), "no address at all", "late.joiner@example.net."]
    rows += [repeated(new({"": lines[0]}), column=""), failed({}, "email_no_at"), new({})]
    return Odd(
        slug="bare_addresses",
        file="one_address_per_line.txt",
        data=("\n".join(lines) + "\n").encode(),
        source="One address per line",
        rows=tuple(rows),
        by_position=("email",),
    )


def spreadsheets() -> tuple[Odd, Odd]:
    """The same people as an Excel workbook and as an OpenDocument spreadsheet, with real dates and numbers in cells."""
    table: list[list[Cell]] = [["E-Mail", "Vorname", "Nachname", "Firma", "PLZ", "Ort", "Geburtstag", "Bestellungen"]]
    rows = []
    for person in people(count=14, start=8):
        postcode = (
            int(person.place.zip)
            if person.place.zip.isdigit() and not person.place.zip.startswith("0")
            else person.place.zip
        )
        cells: list[Cell] = [person.address, person.first, person.last, person.company, postcode, person.place.city]
        table.append([*cells, person.birthday, person.number % 9])
        rows.append(new({}))
    table.append([str(table[5][0]).upper(), *table[5][1:]])
    table.append(["two@@example.org", *table[6][1:]])
    rows += [repeated(new({"": "x"}), column=""), failed({}, "email_many_at")]
    fields = ("email", "first_name", "last_name", "company", "zip", "city", "birthday", "orders_count")
    matching = {str(name): field for name, field in zip(table[0], fields, strict=True)}

    def odd(slug: str, file: str, data: bytes, source: str) -> Odd:
        return Odd(
            slug=slug,
            file=file,
            data=data,
            source=source,
            rows=tuple(rows),
            delimiter=",",
            header_line=1,
            matching=matching,
        )

    return (
        odd("excel_workbook", "excel.xlsx", xlsx(rows=table), "An Excel workbook with German names"),
        odd("open_document", "open_document.ods", ods(rows=table), "An OpenDocument spreadsheet with German names"),
    )
