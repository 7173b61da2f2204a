"""Exports of customer relationship systems: HubSpot, Salesforce, Pipedrive, Zoho."""

from __future__ import annotations

import csv

from examples.making.cast import people
from examples.making.rows import Style, blocked, cells, failed, new, put, with_trouble
from examples.making.sheet import Known, Row, Sheet

_SALESFORCE_FOOTER = (
    "Grand Totals (15 records)",
    "Contacts & Accounts Report",
    "Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.",
    "Confidential Information - Do Not Distribute",
)


def hubspot(known: Known) -> Sheet:
    """`Contact owner` holds the address of a colleague, and contacts without an address are usual."""
    rows: list[Row] = []
    for place, person in enumerate(people(count=17, start=16)):
        filled = cells(
            known=known,
            person=person,
            style=Style(moment="%Y-%m-%d %H:%M"),
            source="Trade fair",
            lead_status="OPEN_DEAL",
        )
        filled |= {
            "Contact owner": "vera.hollister@heron-finch.example",
            "Lifecycle Stage": "customer",
            "Contact Type": "Buyer",
        }
        filled |= {
            "Associated Deal": "Teapots",
            "Associated Deal IDs": f"9002;{9100 + place}",
            "Stage of Journey": "aware",
        }
        rows.append(failed({**filled, "Email": ""}, "email_missing") if place in (5, 8, 9) else new(filled))
    return Sheet(
        known=known, rows=with_trouble(rows=rows, column="Email"), file=f"exports/{known.slug}.csv", quote=csv.QUOTE_ALL
    )


def salesforce(known: Known) -> Sheet:
    """Every cell in quotes; after the people come empty lines, totals, the report's name and two notices."""
    rows = []
    for person in people(count=13, start=10, encoding=known.encoding):
        filled = cells(known=known, person=person, style=Style(), salutation=("Ms.", "Mr.", "")[person.number % 3])
        rows.append(new({**filled, "Account Owner": "Vera Hollister"}))
    footer = tuple(failed({known.header[0]: line}, "summary_line") for line in _SALESFORCE_FOOTER)
    first, *others = _SALESFORCE_FOOTER
    after = "\r\n\r\n" + "".join(f'"{line}"\r\n' for line in (first, *others))
    return Sheet(
        known=known,
        rows=with_trouble(rows=rows, column="Email", bad=1),
        file=f"exports/{known.slug}.csv",
        quote=csv.QUOTE_ALL,
        newline="\r\n",
        after=after,
        footer=footer,
    )


def pipedrive(known: Known) -> Sheet:
    """Three address columns, each empty in part of the rows; one cell holds two addresses; a status in words."""
    words = {5: ("Unsubscribed", "unsubscribe"), 8: ("Bounced", "bounce"), 11: ("No consent", "not_subscribed")}
    rows: list[Row] = []
    for place, person in enumerate(people(count=18, start=1)):
        word, status = words.get(place, ("Subscribed", ""))
        filled = cells(known=known, person=person, style=Style(), status=word)
        filled["Person - Double opt-in"] = "Yes"
        rows.append(blocked(filled, status) if status else new(filled))
    work, home, other = ("Person - Email - Work", "Person - Email - Home", "Person - Email - Other")
    rows[3] = put(rows[3], {home: rows[3].cells[work], work: ""})
    rows[6] = put(rows[6], {other: rows[6].cells[work], work: ""})
    rows[7] = put(rows[7], {work: f"{rows[7].cells[work]}, second.home@example.net"})
    return Sheet(known=known, rows=with_trouble(rows=rows, column=work, bad=3), file=f"exports/{known.slug}.csv")


def zoho(known: Known) -> Sheet:
    """`Lead Status` and `Conversion Export Status` say nothing about mail."""
    rows = []
    for place, person in enumerate(people(count=15, start=34)):
        filled = cells(
            known=known,
            person=person,
            style=Style(),
            source="Web form",
            lead_status=("Contacted", "Lost Lead")[place % 2],
        )
        filled |= {
            "Is Converted": "false",
            "Lead Owner.id": "zcrm_4876876000000327001",
            "Conversion Export Status": "Not exported",
        }
        filled["Record Id"] = f"zcrm_4876876{person.number:012d}"
        rows.append(new(filled))
    return Sheet(known=known, rows=with_trouble(rows=rows, column="Email", bad=4), file=f"exports/{known.slug}.csv")
