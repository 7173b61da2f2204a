"""Exports of email services.

Mailchimp, MailerLite, Brevo, ActiveCampaign, Kit, AWeber, Constant Contact, listmonk, Keila, Mautic.
"""

from __future__ import annotations

import csv
import json

from examples.making.cast import Person, people
from examples.making.rows import Style, blocked, cells, new, put, with_trouble
from examples.making.sheet import Known, Row, Sheet

MAILCHIMP_FILES = {
    "mailchimp_subscribed": "subscribed_audience_export_4f1c2a9b",
    "mailchimp_unsubscribed": "unsubscribed_audience_export_4f1c2a9b",
    "mailchimp_cleaned": "cleaned_audience_export_4f1c2a9b",
}
"""Mailchimp tells the status of people in the name of the file and nowhere else, so these three keep their names."""

_MAILCHIMP_STATUS = {"mailchimp_unsubscribed": "unsubscribe", "mailchimp_cleaned": "bounce"}


def mailchimp_rows(*, known: Known, count: int, start: int, status: str | None = None) -> list[Row]:
    """People of one Mailchimp file, all with its status; system columns are filled as Mailchimp fills them."""
    style = Style(tag_joint='","', short_country=True)
    rows = []
    for person in people(count=count, start=start):
        filled = cells(known=known, person=person, style=style)
        stamp = f"{person.signed_up:%Y-%m-%d %H:%M:%S}"
        filled |= {
            "MEMBER_RATING": str(person.number % 5 + 1),
            "LEID": str(418200311 + person.number),
            "EUID": f"{person.number:010x}",
        }
        filled |= {"GMTOFF": "1", "DSTOFF": "2", "CONFIRM_IP": filled["OPTIN_IP"], "LAST_CHANGED": stamp}
        filled |= {
            "UNSUB_TIME": stamp,
            "UNSUB_CAMPAIGN_TITLE": "Spring, at last",
            "UNSUB_CAMPAIGN_ID": "c0ffee12",
            "UNSUB_REASON": "NORMAL",
        }
        filled |= {"CLEAN_TIME": stamp, "CLEAN_CAMPAIGN_TITLE": "Spring, at last", "CLEAN_CAMPAIGN_ID": "c0ffee12"}
        if filled.get("TAGS"):
            filled["TAGS"] = f'"{filled["TAGS"]}"'
        rows.append(blocked(filled, status) if status else new(filled))
    return rows


def mailchimp(known: Known) -> Sheet:
    """One of the three files of a newer export; first names are padded with blanks here and there."""
    status = _MAILCHIMP_STATUS.get(known.slug)
    rows = mailchimp_rows(known=known, count=14, start=len(known.slug), status=status)
    rows[3] = put(rows[3], {"First Name": rows[3].cells["First Name"] + "  "})
    all_rows = tuple(rows) if status else with_trouble(rows=rows, column="Email Address")
    return Sheet(known=known, rows=all_rows, file=f"exports/{MAILCHIMP_FILES[known.slug]}.csv")


def mailchimp_older(known: Known) -> Sheet:
    """The older export: quotes round header cells with a blank only, NOTES empty at the end of every row."""
    rows = [put(row, {"NOTES": ""}) for row in mailchimp_rows(known=known, count=13, start=9)]
    return Sheet(known=known, rows=tuple(rows), file=f"exports/{known.slug}.csv", quoted_header=True)


def mailerlite_classic(known: Known) -> Sheet:
    """`Subscriber` holds the address and `Subscribed` a moment."""
    style = Style()
    rows = []
    for person in people(count=12, start=4):
        filled = cells(known=known, person=person, style=style, location=f"{person.place.city}, {person.place.country}")
        number = person.number
        rows.append(new({**filled, "Sent": str(40 + number), "Opens": str(number), "Clicks": str(number // 3)}))
    return Sheet(
        known=known, rows=with_trouble(rows=rows, column="Subscriber", bad=1), file=f"exports/{known.slug}.csv"
    )


def brevo(known: Known) -> Sheet:
    """Semicolons, SMS is a telephone number without signs, and a person on Brevo's own blacklist has `Yes`."""
    style = Style(moment="%d-%m-%Y %H:%M")
    rows = []
    for place, person in enumerate(people(count=18, start=11)):
        digits = "".join(sign for sign in person.phone if sign.isdigit())
        filled = cells(
            known=known, person=person, style=style, phone=digits, status="Yes" if place in (5, 9, 13) else "No"
        )
        filled["SMS_BLACKLISTED"] = "Yes" if place in (1, 5) else "No"
        rows.append(blocked(filled, "unsubscribe") if place in (5, 9, 13) else new(filled))
    return Sheet(
        known=known,
        rows=with_trouble(rows=rows, column="EMAIL", bad=2),
        file=f"exports/{known.slug}.csv",
        newline="\r\n",
    )


def activecampaign(known: Known) -> Sheet:
    """Tags joined by comma and blank; Active, Unsubscribed and Bounced."""
    style = Style(tag_joint=", ", tags=("newsletter", "spring fair", "VIP"))
    status = {4: ("Unsubscribed", "unsubscribe"), 7: ("Bounced", "bounce"), 8: ("Unsubscribed", "unsubscribe")}
    rows = _with_status(known, style, people(count=16, start=2), usual="Active", others=status)
    return Sheet(
        known=known, rows=with_trouble(rows=rows, column="Email"), file=f"exports/{known.slug}.csv", quote=csv.QUOTE_ALL
    )


def kit(known: Known) -> Sheet:
    """`State` is no province: active, cancelled, bounced, complained. Tags are joined by a bar."""
    style = Style(tag_joint="|", moment="%Y-%m-%d %H:%M:%S UTC")
    status = {3: ("cancelled", "unsubscribe"), 6: ("bounced", "bounce"), 9: ("complained", "complaint")}
    rows = _with_status(known, style, people(count=15, start=20), usual="active", others=status, source="Landing page")
    rows = [
        put(row, {"Last Subscribed Through": "Form: Footer"}) if "Last Subscribed Through" in known.header else row
        for row in rows
    ]
    column = "Email Address" if "Email Address" in known.header else "email"
    return Sheet(known=known, rows=with_trouble(rows=rows, column=column, bad=3), file=f"exports/{known.slug}.csv")


def constant_contact(known: Known) -> Sheet:
    """Two status columns: `Email status` decides, `Email permission status` says how leave was given."""
    style = Style(moment="%Y-%m-%d %H:%M:%S -0400", day="%m/%d/%Y", tag_joint=", ", yes="Express")
    status = {5: ("Unsubscribed", "unsubscribe"), 8: ("Unsubscribed", "unsubscribe")}
    rows = _with_status(
        known, style, people(count=16, start=27), usual="Active", others=status, lists="Customers, Fair 2024"
    )
    return Sheet(known=known, rows=with_trouble(rows=rows, column="Email address"), file=f"exports/{known.slug}.csv")


def aweber(known: Known) -> Sheet:
    """Moments like `03/05/24 1:07pm`; Stop Status 0 is still subscribed, and whoever left has a Stop Time."""
    rows = []
    for place, person in enumerate(people(count=17, start=31)):
        moment = f"{person.signed_up:%m/%d/%y} {person.signed_up.hour % 12 or 12}:{person.signed_up:%M%p}".lower()
        left = place in (4, 10)
        fields = {
            "signup_date": moment,
            "status": "1" if left else "0",
            "unsubscribed_at": "11/30/25 9:41am" if left else "",
        }
        filled = cells(known=known, person=person, style=Style(), **fields)
        filled |= {
            "Ad Tracking": "fair",
            "Web Form URL": "https://shop.example/form",
            "DMA Code": "501",
            "Area Code": "202",
        }
        rows.append(blocked(filled, "unsubscribe") if left else new(filled))
    return Sheet(
        known=known,
        rows=with_trouble(rows=rows, column="Email", bad=4),
        file=f"exports/{known.slug}.csv",
        quote=csv.QUOTE_ALL,
    )


def listmonk(known: Known) -> Sheet:
    """Attributes are a JSON object whose quotes are doubled."""
    rows = []
    for person in people(count=12, start=6):
        attributes = json.dumps(
            {"city": person.place.city, "orders": person.number % 4, "likes": ["tea", "books"]}, ensure_ascii=False
        )
        rows.append(new(cells(known=known, person=person, style=Style(), custom_json=attributes)))
    return Sheet(known=known, rows=with_trouble(rows=rows, column="email"), file=f"exports/{known.slug}.csv")


def keila(known: Known) -> Sheet:
    """`Data` is a JSON object or empty, CRLF ends the lines."""
    rows = []
    for person in people(count=12, start=14):
        data = json.dumps({"birthday_month": person.birthday.month}) if person.number % 2 else ""
        rows.append(
            new(cells(known=known, person=person, style=Style(), custom_json=data, external_id=f"c-{person.number}"))
        )
    return Sheet(
        known=known,
        rows=with_trouble(rows=rows, column="Email", bad=1),
        file=f"exports/{known.slug}.csv",
        newline="\r\n",
    )


def mautic(known: Known) -> Sheet:
    """A blank follows every comma and belongs to no value."""
    rows = [new(cells(known=known, person=person, style=Style())) for person in people(count=14, start=23)]
    return Sheet(
        known=known,
        rows=with_trouble(rows=rows, column="email"),
        file=f"exports/{known.slug}.csv",
        blank_after_delimiter=True,
    )


def _with_status(
    known: Known, style: Style, who: list[Person], *, usual: str, others: dict[int, tuple[str, str]], **fields: str
) -> list[Row]:
    """The people with the usual word in the status column, save those whose place has another word and status."""
    rows = []
    for place, person in enumerate(who):
        word, status = others.get(place, (usual, ""))
        filled = cells(known=known, person=person, style=style, status=word, **fields)
        rows.append(blocked(filled, status) if status else new(filled))
    return rows
